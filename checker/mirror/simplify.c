// SPDX-License-Identifier: GPL-2.0-only
/* Expressions first, from the inside out, then the statements around them. */
#include "simplify.h"

#include <stdlib.h>
#include <string.h>

#include "definitions.h"
#include "normal.h"
#include "statements.h"
#include "term.h"

static bool is_unary(const struct term *term, const char *op)
{
	return term->kind == TERM_UNARY && strcmp(term->text, op) == 0;
}

static bool is_number(const struct term *term, const char *known)
{
	return term->kind == TERM_NUMBER && term->known &&
	       strcmp(term->known, known) == 0;
}

static bool is_zero(const struct term *term)
{
	return term_is_name(term, "NULL") || is_number(term, "0");
}

/* `a ? 1 : 0' and the like, where only true and false count. */
static struct term *truth(struct terms *terms, struct term *term)
{
	while (is_unary(term, "!") && is_unary(term_child(term, 0), "!"))
		term = term_child(term_child(term, 0), 0);
	if (term->kind == TERM_CAST && strcmp(term->text, "bool") == 0)
		return truth(terms, term_child(term, 0));
	if (term->kind == TERM_BINARY && is_zero(term_child(term, 1))) {
		if (strcmp(term->text, "!=") == 0)
			return truth(terms, term_child(term, 0));
		if (strcmp(term->text, "==") == 0) {
			struct term *not =
				term_new(terms, TERM_UNARY, "!", term);

			term_add(not, truth(terms, term_child(term, 0)));
			return not;
		}
	}
	if (term->kind == TERM_CONDITION && is_zero(term_child(term, 2)) &&
	    is_number(term_child(term, 1), "1"))
		return truth(terms, term_child(term, 0));
	return term;
}

static void set_truth(struct terms *terms, struct term *term, guint nr)
{
	g_ptr_array_index(term->children, nr) =
		truth(terms, term_child(term, nr));
}

/* Wrappers that change nothing of a value. */
static struct term *unwrapped(struct terms *terms, struct term *call)
{
	static const char *const wrappers[] = { "likely", "unlikely",
						"data_race" };
	const char *callee = term_callee(call);

	for (gsize i = 0; i < G_N_ELEMENTS(wrappers); i++) {
		if (strcmp(callee, wrappers[i]) == 0 &&
		    call->children->len == 2)
			return term_child(call, 1);
	}
	if (strcmp(callee, "ACCESS_PRIVATE") == 0 && call->children->len == 3 &&
	    term_child(call, 2)->kind == TERM_NAME) {
		struct term *owner = term_child(call, 1);
		struct term *member = term_new(terms, TERM_MEMBER,
					       term_child(call, 2)->text, call);

		if (is_unary(owner, "&")) {
			owner = term_child(owner, 0);
		} else {
			struct term *there =
				term_new(terms, TERM_UNARY, "*", owner);

			term_add(there, owner);
			owner = there;
		}
		term_add(member, owner);
		return member;
	}
	return call;
}

/* `a op= b' is `a = a op b'. */
static void spell_assignment(struct terms *terms, struct term *term)
{
	g_autofree char *op = NULL;
	struct term *value;

	if (strcmp(term->text, "=") == 0)
		return;
	op = g_strndup(term->text, strlen(term->text) - 1);
	value = term_new(terms, TERM_BINARY, op, term);
	term_add(value, term_copy(terms, term_child(term, 0)));
	term_add(value, term_child(term, 1));
	term->text = "=";
	g_ptr_array_index(term->children, 1) = value;
}

static struct term *spell_index(struct terms *terms, struct term *term)
{
	struct term *there;

	if (!is_zero(term_child(term, 1)))
		return term;
	there = term_new(terms, TERM_UNARY, "*", term);
	term_add(there, term_child(term, 0));
	return there;
}

/* `&*p' and `*&x' are nothing. */
static struct term *spell_unary(struct terms *terms, struct term *term)
{
	struct term *child = term_child(term, 0);

	if ((is_unary(term, "*") && is_unary(child, "&")) ||
	    (is_unary(term, "&") && is_unary(child, "*")))
		return term_child(child, 0);
	if (is_unary(term, "!")) {
		set_truth(terms, term, 0);
		child = term_child(term, 0);
		if (child->kind == TERM_BINARY &&
		    (strcmp(child->text, "==") == 0 ||
		     strcmp(child->text, "!=") == 0)) {
			struct term *other = term_copy(terms, child);

			other->text = *child->text == '=' ? "!=" : "==";
			return other;
		}
	}
	return term;
}

/* Numbers by their value, but for the width of what is shifted. */
static void spell_number(struct terms *terms, struct term *term)
{
	char *end = NULL;
	const guint64 value = strtoull(term->text, &end, 0);
	g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, value);

	if (end > term->text && strspn(end, "uUlL") == strlen(end))
		term->known = terms_text(terms, text);
}

static struct term *spell_condition(struct terms *terms, struct term *term)
{
	struct term *condition;

	set_truth(terms, term, 0);
	condition = term_child(term, 0);
	if (is_unary(condition, "!")) {
		struct term *then = term_child(term, 1);

		g_ptr_array_index(term->children, 0) = term_child(condition, 0);
		g_ptr_array_index(term->children, 1) = term_child(term, 2);
		g_ptr_array_index(term->children, 2) = then;
	}
	return term;
}

static struct term *spell_binary(struct terms *terms, struct term *term)
{
	if (strcmp(term->text, "&&") == 0 || strcmp(term->text, "||") == 0) {
		set_truth(terms, term, 0);
		set_truth(terms, term, 1);
	}
	/* The width of a 1 that is shifted matters. */
	if (strcmp(term->text, "<<") == 0 &&
	    term_child(term, 0)->kind == TERM_NUMBER) {
		struct term *number = term_child(term, 0);

		number->known = strpbrk(number->text, "lL") ? "1UL" : NULL;
	}
	return term;
}

static struct term *spell(struct terms *terms, struct term *term);

static void spell_children(struct terms *terms, struct term *term)
{
	for (guint i = 0; i < term->children->len; i++)
		g_ptr_array_index(term->children, i) =
			spell(terms, term_child(term, i));
}

/* "true" and "false" are numbers. */
static void spell_truth(struct term *term)
{
	const bool is_true = term_is_name(term, "true");

	if (!is_true && !term_is_name(term, "false"))
		return;
	term->kind = TERM_NUMBER;
	term->known = is_true ? "1" : "0";
}

static struct term *spell(struct terms *terms, struct term *term)
{
	spell_children(terms, term);
	switch (term->kind) {
	case TERM_NAME:
		spell_truth(term);
		return term;
	case TERM_CALL:
		return unwrapped(terms, term);
	case TERM_INDEX:
		return spell_index(terms, term);
	case TERM_UNARY:
		return spell_unary(terms, term);
	case TERM_NUMBER:
		spell_number(terms, term);
		return term;
	case TERM_BINARY:
		return spell_binary(terms, term);
	case TERM_CONDITION:
		return spell_condition(terms, term);
	case TERM_ASSIGN:
		spell_assignment(terms, term);
		return term;
	case TERM_IF:
		set_truth(terms, term, 0);
		return term;
	default:
		return term;
	}
}

static void return_truth(struct terms *terms, struct term *term)
{
	if (term->kind == TERM_RETURN && term->children->len == 1)
		set_truth(terms, term, 0);
	for (guint i = 0; i < term->children->len; i++)
		return_truth(terms, term_child(term, i));
}

struct term *simplify_body(const struct simplification *how, struct term *block)
{
	struct terms *terms = how->rules->terms;
	/* An expression that is removed must not leave a hole behind. */
	struct term *root = term_new(terms, TERM_BLOCK, "", block);

	term_add(root, block);
	spell_children(terms, root);
	if (how->is_bool)
		return_truth(terms, root);
	statements_simplify(how, root);
	if (how->is_bool)
		return_truth(terms, root);
	return root;
}

static bool is_commutative(const struct term *term)
{
	static const char *const list[] = {
		"|", "&", "^", "+", "*", "==", "!="
	};

	for (gsize i = 0; term->kind == TERM_BINARY && i < G_N_ELEMENTS(list);
	     i++) {
		if (strcmp(term->text, list[i]) == 0)
			return true;
	}
	return false;
}

static gint compare_keys(gconstpointer a, gconstpointer b)
{
	g_autofree char *left = term_key(*(struct term *const *)a);
	g_autofree char *right = term_key(*(struct term *const *)b);

	return strcmp(left, right);
}

/* `a | (b | c)' has three operands. */
static void flatten(struct term *term)
{
	for (guint i = 0; i < term->children->len; i++) {
		struct term *child = term_child(term, i);

		if (child->kind != TERM_BINARY ||
		    strcmp(child->text, term->text) != 0 ||
		    strchr("=!", *term->text))
			continue;
		g_ptr_array_remove_index(term->children, i);
		for (guint k = 0; k < child->children->len; k++)
			g_ptr_array_insert(term->children, (gint)(i + k),
					   term_child(child, k));
		i--;
	}
}

void simplify_order(const struct definitions *side, struct term *term)
{
	for (guint i = 0; i < term->children->len; i++)
		simplify_order(side, term_child(term, i));
	if (is_commutative(term)) {
		flatten(term);
		g_ptr_array_sort(term->children, compare_keys);
	} else if (term->kind == TERM_CALL && term->children->len > 2 &&
		   definitions_makes_bitmap(side, term_callee(term))) {
		qsort(term->children->pdata + 1, term->children->len - 1,
		      sizeof(gpointer), compare_keys);
	}
}
