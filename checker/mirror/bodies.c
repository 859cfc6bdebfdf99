// SPDX-License-Identifier: GPL-2.0-only
/*
 * Functions, and macros with parameters: what they take, and what they do.
 */
#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "difference.h"
#include "normal.h"
#include "term.h"
#include "words.h"

/* True if it is a part of a statement that is there on both sides. */
static bool is_small(const struct difference *difference)
{
	return difference->mine && difference->theirs &&
	       difference->mine->kind < TERM_BLOCK &&
	       difference->theirs->kind < TERM_BLOCK;
}

static void collect_names(const struct term *term, GHashTable *names)
{
	if (term->kind == TERM_NAME)
		g_hash_table_add(names, (gpointer)term->text);
	for (guint i = 0; i < term->children->len; i++)
		collect_names(term_child(term, i), names);
}

/* A macro has no "return": where both are one expression, that counts. */
static bool forms_differ(const struct both_sides *comparison,
			 const struct defined *copy, const struct term *left,
			 const struct defined *theirs, const struct term *right,
			 struct difference *ret)
{
	const struct term *mine = normal_value(copy, left);
	const struct term *other = normal_value(theirs, right);

	return mine && other ? terms_differ(comparison, mine, other, ret) :
			       terms_differ(comparison, left, right, ret);
}

/* Bodies are alike if they are so at one of these; the cheap ones come first.
 * Where one side calls a helper whose body the other has, only that is
 * expanded. */
static const struct {
	enum normal_step mine, theirs;
} steps[] = {
	{ NORMAL_WRITTEN, NORMAL_WRITTEN },
	{ NORMAL_PLAIN, NORMAL_PLAIN },
	{ NORMAL_INLINED, NORMAL_INLINED },
	{ NORMAL_INLINED, NORMAL_EXPANDED },
	{ NORMAL_EXPANDED, NORMAL_INLINED },
	{ NORMAL_EXPANDED, NORMAL_EXPANDED },
	{ NORMAL_FLAT, NORMAL_FLAT },
};

bool bodies_differ(const struct comparing *comparing, struct terms *terms,
		   const struct defined *copy, const struct defined *theirs,
		   struct difference *ret)
{
	const struct both_sides comparison = { .terms = terms,
					       .copies = comparing->copies,
					       .kernel = comparing->kernel };
	struct normal_rules mine = { .terms = terms,
				     .side = comparing->copies,
				     .empty = comparing->empty,
				     .given = comparing->given };
	struct normal_rules other = { .terms = terms,
				      .side = comparing->kernel,
				      .empty = comparing->empty,
				      .given = comparing->given };

	g_autoptr(GHashTable) my_names =
		g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) other_names =
		g_hash_table_new(g_str_hash, g_str_equal);

	mine.kept = other_names;
	other.kept = my_names;
	for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
		const enum normal_step step = steps[i].mine;
		const struct term *left = normal_body(&mine, copy, step);
		const struct term *right =
			normal_body(&other, theirs, steps[i].theirs);
		struct difference difference;

		if (!forms_differ(&comparison, copy, left, theirs, right,
				  &difference))
			return false;
		if (step == NORMAL_WRITTEN ||
		    (step == NORMAL_PLAIN && !is_small(ret)))
			*ret = difference;
		if (i == NORMAL_INLINED) {
			collect_names(left, my_names);
			collect_names(right, other_names);
		}
	}
	return true;
}

static void compare_bodies(const struct comparing *comparing,
			   const struct defined *copy, const GPtrArray *list)
{
	const struct defined *other = nearest(copy, list, is_callable);
	g_autoptr(GPtrArray) alike = g_ptr_array_new();
	struct difference difference = { 0 };
	struct terms *terms;

	if (!other || is_declared_only(list, other))
		return;
	terms = terms_new();
	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		struct difference this;

		if (!is_callable(one) || !has_body(one))
			continue;
		if (!bodies_differ(comparing, terms, copy, one, &this))
			g_ptr_array_add(alike, (gpointer)one);
		else if (one == other)
			difference = this;
	}
	if (alike->len == 0)
		add_difference(comparing, DRIFT_BODY, copy, other, &difference);
	else
		compare_guards(comparing, copy, alike);
	terms_free(terms);
}

void compare_function(const struct comparing *comparing,
		      const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);

	if (compare_signature(comparing, copy, list) &&
	    !is_stub(comparing, copy) && has_body(copy))
		compare_bodies(comparing, copy, list);
}
