// SPDX-License-Identifier: GPL-2.0-only
/* Puts the steps in order, and names variables by their order. */
#include "normal.h"

#include <string.h>

#include "definition.h"
#include "definitions.h"
#include "locals.h"
#include "simplify.h"
#include "term.h"
#include "words.h"

/* Helpers of helpers; those of 7.1 nest 4 deep. */
enum { EXPANSION_LIMIT = 8, TERMS_LIMIT = 200000 };

static bool is_void(const struct defined *definition)
{
	return definition->kind == DEFINITION_MACRO ||
	       strcmp(definition->type, "void") == 0;
}

static struct term *read_macro_body(struct terms *terms,
				    const struct defined *macro)
{
	const struct word *words = (const struct word *)macro->body->data;
	struct term *term =
		term_read_expression(terms, words, macro->body->len);
	struct term *block;

	if (term->kind == TERM_WORDS && macro->body->len > 0)
		return term_read_body(terms, words, macro->body->len);
	block = term_new(terms, TERM_BLOCK, "", term);
	if (macro->body->len > 0)
		term_add(block, term);
	return block;
}

static struct term *read_body(struct terms *terms,
			      const struct defined *definition)
{
	return definition->kind == DEFINITION_MACRO ?
		       read_macro_body(terms, definition) :
		       term_read_body(
			       terms,
			       (const struct word *)definition->body->data,
			       definition->body->len);
}

/* The parameter that a name is, as "$1"; NULL if it is none. */
static const char *parameter_name(struct terms *terms,
				  const struct defined *definition,
				  const char *name)
{
	for (guint i = 0;
	     definition->parameters && i < definition->parameters->len; i++) {
		const char *one = g_array_index(definition->parameters,
						struct parameter, i)
					  .name;
		g_autofree char *known = g_strdup_printf("$%u", i + 1);

		if (strcmp(one, name) == 0 ||
		    (strcmp(one, "...") == 0 &&
		     strcmp(name, "__VA_ARGS__") == 0))
			return terms_text(terms, known);
	}
	return NULL;
}

static void name_parameters(struct terms *terms,
			    const struct defined *definition, struct term *term)
{
	if (term->kind == TERM_NAME && !term->known)
		term->known = parameter_name(terms, definition, term->text);
	for (guint i = 0; i < term->children->len; i++)
		name_parameters(terms, definition, term_child(term, i));
}

struct expansion {
	const struct normal_rules *rules;
	enum normal_step step;
	guint depth;
	bool is_changed;
};

static bool is_kept(const struct expansion *expansion, const char *name)
{
	return expansion->step == NORMAL_EXPANDED && expansion->rules->kept &&
	       g_hash_table_contains(expansion->rules->kept, name);
}

struct term *normal_value(const struct defined *definition,
			  const struct term *body)
{
	struct term *only;

	if (body->children->len != 1)
		return NULL;
	only = term_child(body, 0);
	if (only->kind == TERM_RETURN && only->children->len == 1)
		return term_child(only, 0);
	return only->kind < TERM_BLOCK && only->kind != TERM_STATEMENTS &&
			       is_void(definition) ?
		       only :
		       NULL;
}

static struct term *with_values(struct terms *terms, const struct term *term,
				const struct term *call)
{
	struct term *copy;

	if (term->kind == TERM_NAME && term->known && *term->known == '$' &&
	    g_ascii_isdigit(term->known[1])) {
		const guint nr =
			(guint)g_ascii_strtoull(term->known + 1, NULL, 10);

		return nr < call->children->len ?
			       term_copy(terms, term_child(call, nr)) :
			       term_copy(terms, term);
	}
	copy = term_new(terms, term->kind, term->text, call);
	copy->type = term->type;
	copy->known = term->known;
	for (guint i = 0; i < term->children->len; i++)
		term_add(copy, with_values(terms, term_child(term, i), call));
	return copy;
}

/* True if it returns nowhere, and has no variables of its own. */
static bool is_plain(const struct term *term)
{
	if (term->kind == TERM_RETURN || term->kind == TERM_WORDS ||
	    term->kind == TERM_LABEL ||
	    (term->known && g_str_has_prefix(term->known, "$v")))
		return false;
	for (guint i = 0; i < term->children->len; i++) {
		if (!is_plain(term_child(term, i)))
			return false;
	}
	return true;
}

/* is_statement: nobody takes its value. */
static struct term *expanded_call(struct expansion *expansion,
				  struct term *call, bool is_statement)
{
	const char *callee = term_callee(call);
	const struct defined *helper =
		*callee ? definitions_meaning(expansion->rules->side, callee) :
			  NULL;
	struct term *body;

	if (!helper || helper->kind == DEFINITION_ENUMERATOR ||
	    !helper->parameters || strcmp(callee, "vma_start_write") == 0 ||
	    is_assertion(callee) || is_kept(expansion, callee))
		return call;
	if (helper->kind == DEFINITION_MACRO) {
		struct term *term =
			macro_call_term(expansion->rules->terms, helper, call);

		if (!term)
			return call;
		expansion->is_changed = true;
		return term;
	}
	if (helper->parameters->len + 1 != call->children->len)
		return call;
	body = normal_body(expansion->rules, helper, NORMAL_INLINED);
	if (normal_value(helper, body))
		body = normal_value(helper, body);
	else if (!is_statement || !is_void(helper) || !is_plain(body))
		return call;
	expansion->is_changed = true;
	return with_values(expansion->rules->terms, body, call);
}

static struct term *expanded_name(struct expansion *expansion,
				  struct term *name)
{
	const struct defined *macro =
		name->known || is_kept(expansion, name->text) ||
				g_hash_table_contains(expansion->rules->given,
						      name->text) ?
			NULL :
			definitions_meaning(expansion->rules->side, name->text);
	struct term *term;

	if (!macro || macro->kind != DEFINITION_MACRO ||
	    macro->is_function_like || macro->body->len == 0)
		return name;
	term = term_read_expression(expansion->rules->terms,
				    (const struct word *)macro->body->data,
				    macro->body->len);
	if (term->kind == TERM_WORDS || term_is_name(term, name->text))
		return name;
	expansion->is_changed = true;
	return term;
}

static void expand_in(struct expansion *expansion, struct term *term)
{
	for (guint i = 0; i < term->children->len; i++) {
		struct term *child = term_child(term, i);
		struct term *other = child;

		expand_in(expansion, child);
		if (child->kind == TERM_CALL)
			other = expanded_call(expansion, child,
					      term->kind == TERM_BLOCK);
		else if (child->kind == TERM_NAME &&
			 (term->kind != TERM_CALL || i > 0))
			other = expanded_name(expansion, child);
		g_ptr_array_index(term->children, i) = other;
	}
}

/* Replaces calls by what helpers do, until none is left or it is too much. */
static void expand(const struct normal_rules *rules, struct term *block,
		   enum normal_step step)
{
	for (guint i = 0;
	     i < EXPANSION_LIMIT && terms_number(rules->terms) < TERMS_LIMIT;
	     i++) {
		struct expansion expansion = { .rules = rules, .step = step };

		expand_in(&expansion, block);
		if (!expansion.is_changed)
			return;
	}
}

struct term *normal_body(const struct normal_rules *rules,
			 const struct defined *definition,
			 enum normal_step step)
{
	const bool is_bool = strcmp(definition->type, "bool") == 0;
	const struct simplification how = {
		.rules = rules,
		.is_bool = is_bool && step != NORMAL_WRITTEN,
		.is_void = is_void(definition),
		.keeps_branches = step == NORMAL_WRITTEN,
	};
	struct term *block = read_body(rules->terms, definition);

	name_parameters(rules->terms, definition, block);
	block = simplify_body(&how, block);
	if (step >= NORMAL_INLINED)
		locals_inline(rules->terms, block);
	if (step >= NORMAL_EXPANDED) {
		expand(rules, block, step);
		block = simplify_body(&how, block);
		locals_inline(rules->terms, block);
	}
	block = simplify_body(&how, block);
	locals_name(rules->terms, block);
	simplify_order(rules->side, block);
	return block;
}
