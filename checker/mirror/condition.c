// SPDX-License-Identifier: GPL-2.0-only
/* A condition is an expression with defined() and IS_ENABLED() in it. */
#include "condition.h"

#include <stdlib.h>
#include <string.h>

#include "term.h"
#include "value.h"
#include "words.h"

struct deciding {
	condition_lookup *lookup;
	void *context;
};

static bool is_asked_about(const char *callee)
{
	static const char *const names[] = { "defined", "IS_ENABLED",
					     "IS_BUILTIN", "IS_REACHABLE" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(callee, names[i]) == 0)
			return true;
	}
	return false;
}

static bool value_of(void *context, const struct term *term, gint64 *ret_value)
{
	const struct deciding *deciding = context;
	const char *text = NULL;
	bool is_defined;

	*ret_value = 0;
	if (term->kind == TERM_NAME) {
		is_defined =
			deciding->lookup(deciding->context, term->text, &text);
		if (is_defined)
			*ret_value = text && *text ? strtoll(text, NULL, 0) : 0;
		return true;
	}
	if (term->kind != TERM_CALL || term->children->len != 2 ||
	    term_child(term, 0)->kind != TERM_NAME ||
	    term_child(term, 1)->kind != TERM_NAME ||
	    !is_asked_about(term_child(term, 0)->text))
		return false;
	*ret_value = deciding->lookup(deciding->context,
				      term_child(term, 1)->text, &text);
	return true;
}

/* With parentheses around what "defined" is about. */
static GArray *with_parentheses(const GArray *words)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word));
	struct word open = { .kind = LEX_PUNCTUATOR, .text = "(" };
	struct word close = { .kind = LEX_PUNCTUATOR, .text = ")" };

	for (guint i = 0; i < words->len; i++) {
		const struct word *word = &g_array_index(words, struct word, i);
		const struct word *next = word + 1;

		g_array_append_vals(found, word, 1);
		if (strcmp(word->text, "defined") != 0 || i + 1 >= words->len ||
		    next->kind != LEX_IDENTIFIER)
			continue;
		g_array_append_val(found, open);
		g_array_append_vals(found, next, 1);
		g_array_append_val(found, close);
		i++;
	}
	return found;
}

bool condition_holds(const GArray *words, bool is_name, bool is_negated,
		     condition_lookup *lookup, void *context)
{
	const struct word *first = (const struct word *)words->data;
	struct deciding deciding = { .lookup = lookup, .context = context };
	g_autoptr(GArray) whole = NULL;
	const struct term *term;
	struct terms *terms;
	const char *text;
	gint64 value = 0;
	bool holds;

	if (words->len == 0)
		return false;
	if (is_name)
		return lookup(context, first->text, &text) != is_negated;
	whole = with_parentheses(words);
	terms = terms_new();
	term = term_read_expression(terms, (const struct word *)whole->data,
				    whole->len);
	holds = term_value(term, value_of, &deciding, &value) && value != 0;
	terms_free(terms);
	return holds;
}
