// SPDX-License-Identifier: GPL-2.0-only
/* Makes terms, copies and writes them. */
#include "term.h"

#include <string.h>

struct terms {
	GStringChunk *strings;
	GPtrArray *all;
};

static void free_term(gpointer data)
{
	struct term *term = data;

	g_ptr_array_free(term->children, TRUE);
	g_free(term);
}

struct terms *terms_new(void)
{
	struct terms *terms = g_new0(struct terms, 1);

	terms->strings = g_string_chunk_new(1024);
	terms->all = g_ptr_array_new_with_free_func(free_term);
	return terms;
}

void terms_free(struct terms *terms)
{
	g_ptr_array_free(terms->all, TRUE);
	g_string_chunk_free(terms->strings);
	g_free(terms);
}

const char *terms_text(struct terms *terms, const char *text)
{
	return g_string_chunk_insert_const(terms->strings, text);
}

guint terms_number(const struct terms *terms)
{
	return terms->all->len;
}

struct term *term_new(struct terms *terms, enum term_kind kind,
		      const char *text, const struct term *at)
{
	struct term *term = g_new0(struct term, 1);

	term->kind = kind;
	term->text = terms_text(terms, text);
	term->type = "";
	term->children = g_ptr_array_new();
	if (at) {
		term->line = at->line;
		term->column = at->column;
	}
	g_ptr_array_add(terms->all, term);
	return term;
}

void term_add(struct term *term, struct term *child)
{
	g_ptr_array_add(term->children, child);
}

struct term *term_child(const struct term *term, guint nr)
{
	return g_ptr_array_index(term->children, nr);
}

struct term *term_copy(struct terms *terms, const struct term *term)
{
	struct term *copy = term_new(terms, term->kind, term->text, term);

	copy->type = terms_text(terms, term->type);
	copy->known = term->known ? terms_text(terms, term->known) : NULL;
	for (guint i = 0; i < term->children->len; i++)
		term_add(copy, term_copy(terms, term_child(term, i)));
	return copy;
}

bool term_is_name(const struct term *term, const char *name)
{
	return term->kind == TERM_NAME && strcmp(term->text, name) == 0;
}

const char *term_callee(const struct term *term)
{
	return term->kind == TERM_CALL &&
			       term_child(term, 0)->kind == TERM_NAME ?
		       term_child(term, 0)->text :
		       "";
}

static void write_term(GString *out, const struct term *term);

static void write_list(GString *out, const struct term *term, guint from,
		       const char *between)
{
	for (guint i = from; i < term->children->len; i++) {
		if (i > from)
			g_string_append(out, between);
		write_term(out, term_child(term, i));
	}
}

static bool is_operator(const struct term *term)
{
	return term->kind == TERM_BINARY || term->kind == TERM_ASSIGN ||
	       term->kind == TERM_CONDITION;
}

static void write_operand(GString *out, const struct term *term)
{
	const bool is_inner = is_operator(term);

	g_string_append(out, is_inner ? "(" : "");
	write_term(out, term);
	g_string_append(out, is_inner ? ")" : "");
}

static void write_member(GString *out, const struct term *term)
{
	const struct term *owner = term_child(term, 0);

	if (owner->kind == TERM_UNARY && strcmp(owner->text, "*") == 0) {
		write_operand(out, term_child(owner, 0));
		g_string_append(out, "->");
	} else {
		write_operand(out, owner);
		g_string_append(out, ".");
	}
	g_string_append(out, term->text);
}

static void write_operator(GString *out, const struct term *term)
{
	write_operand(out, term_child(term, 0));
	if (term->kind == TERM_CONDITION) {
		g_string_append(out, " ? ");
		write_operand(out, term_child(term, 1));
		g_string_append(out, " : ");
		write_operand(out, term_child(term, 2));
		return;
	}
	for (guint i = 1; i < term->children->len; i++) {
		g_string_append_printf(out,
				       strcmp(term->text, ",") ? " %s " : "%s ",
				       term->text);
		write_operand(out, term_child(term, i));
	}
}

static void write_variable(GString *out, const struct term *term)
{
	const gsize length = strlen(term->type);
	const bool is_pointer = length > 0 && term->type[length - 1] == '*';

	g_string_append_printf(out, "%s%s%s", term->type, is_pointer ? "" : " ",
			       term->text);
	if (term->children->len > 0) {
		g_string_append(out, " = ");
		write_term(out, term_child(term, 0));
	}
}

static void write_statement(GString *out, const struct term *term)
{
	switch (term->kind) {
	case TERM_BLOCK:
		g_string_append(out, "{ ");
		write_list(out, term, 0, "; ");
		g_string_append(out, " }");
		break;
	case TERM_IF:
		g_string_append(out, "if (");
		write_term(out, term_child(term, 0));
		g_string_append(out, ") ");
		write_list(out, term, 1, " else ");
		break;
	case TERM_RETURN:
		g_string_append(out, "return ");
		write_list(out, term, 0, "");
		break;
	case TERM_VARIABLE:
		write_variable(out, term);
		break;
	case TERM_LOOP:
	case TERM_SWITCH:
		g_string_append(out, term->kind == TERM_SWITCH ? "switch" :
								 term->text);
		g_string_append(out, " (");
		write_list(out, term, 0, "; ");
		g_string_append(out, ")");
		break;
	default:
		g_string_append(out, term->text);
		g_string_append(out, term->children->len > 0 ? " " : "");
		write_list(out, term, 0, " ");
		break;
	}
}

static void write_term(GString *out, const struct term *term)
{
	switch (term->kind) {
	case TERM_CALL:
		write_operand(out, term_child(term, 0));
		g_string_append(out, "(");
		write_list(out, term, 1, ", ");
		g_string_append(out, ")");
		break;
	case TERM_INDEX:
		write_operand(out, term_child(term, 0));
		g_string_append(out, "[");
		write_list(out, term, 1, "");
		g_string_append(out, "]");
		break;
	case TERM_MEMBER:
		write_member(out, term);
		break;
	case TERM_UNARY:
		g_string_append(out, term->text);
		write_operand(out, term_child(term, 0));
		break;
	case TERM_AFTER:
		write_operand(out, term_child(term, 0));
		g_string_append(out, term->text);
		break;
	case TERM_BINARY:
	case TERM_ASSIGN:
	case TERM_CONDITION:
		write_operator(out, term);
		break;
	case TERM_CAST:
	case TERM_COMPOUND:
		g_string_append_printf(out, "(%s)", term->text);
		write_operand(out, term_child(term, 0));
		break;
	case TERM_LIST:
		g_string_append(out, "{ ");
		write_list(out, term, 0, ", ");
		g_string_append(out, " }");
		break;
	case TERM_DESIGNATED:
		g_string_append_printf(out, "%s = ", term->text);
		write_list(out, term, 0, "");
		break;
	case TERM_SIZE:
		g_string_append(out, "sizeof(");
		write_list(out, term, 0, "");
		g_string_append(out, ")");
		break;
	case TERM_STATEMENTS:
		g_string_append(out, "(");
		write_list(out, term, 0, "");
		g_string_append(out, ")");
		break;
	default:
		write_statement(out, term);
		break;
	}
}

char *term_write(const struct term *term)
{
	GString *out = g_string_new(NULL);

	write_term(out, term);
	return g_string_free(out, FALSE);
}

static void write_key(GString *out, const struct term *term)
{
	g_string_append_printf(out, "(%u %s %s", (unsigned int)term->kind,
			       term->known ? term->known : term->text,
			       term->type);
	for (guint i = 0; i < term->children->len; i++)
		write_key(out, term_child(term, i));
	g_string_append_c(out, ')');
}

char *term_key(const struct term *term)
{
	GString *out = g_string_new(NULL);

	write_key(out, term);
	return g_string_free(out, FALSE);
}
