// SPDX-License-Identifier: GPL-2.0-only
/* Masks, bits and other constants, by their values; and typedefs. */
#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "difference.h"
#include "term.h"
#include "value.h"
#include "words.h"

static bool constant_value(const struct definitions *side, struct terms *terms,
			   const struct defined *definition, gint64 *ret_value)
{
	const struct term *term;

	if (definition->kind == DEFINITION_ENUMERATOR)
		return definitions_enumerator_value(side, terms, definition,
						    ret_value);
	term = term_read_expression(terms,
				    (const struct word *)definition->body->data,
				    definition->body->len);
	return definitions_value(side, terms, term, ret_value);
}

static bool constants_differ(const struct comparing *comparing,
			     struct terms *terms, const struct defined *copy,
			     const struct defined *theirs,
			     struct difference *ret)
{
	gint64 mine, other;
	const bool has_mine =
		constant_value(comparing->copies, terms, copy, &mine);
	const bool has_other =
		constant_value(comparing->kernel, terms, theirs, &other);

	if (has_mine && has_other && mine == other)
		return false;
	if (copy->kind == DEFINITION_MACRO && theirs->kind == DEFINITION_MACRO)
		return bodies_differ(comparing, terms, copy, theirs, ret);
	*ret = (struct difference){
		.mine = term_read_expression(
			terms, (const struct word *)copy->body->data,
			copy->body->len),
		.theirs = term_read_expression(
			terms, (const struct word *)theirs->body->data,
			theirs->body->len),
	};
	return has_mine && has_other;
}

void compare_constant(const struct comparing *comparing,
		      const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);
	const struct defined *other = nearest(copy, list, is_constant);
	g_autoptr(GPtrArray) alike = g_ptr_array_new();
	struct difference difference = { 0 };
	struct terms *terms;

	if (!other || is_deliberate(copy->file->path))
		return;
	terms = terms_new();
	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		struct difference this;

		if (!is_constant(one))
			continue;
		if (!constants_differ(comparing, terms, copy, one, &this))
			g_ptr_array_add(alike, (gpointer)one);
		else if (one == other)
			difference = this;
	}
	if (alike->len == 0)
		add_difference(comparing, DRIFT_VALUE, copy, other,
			       &difference);
	else
		compare_guards(comparing, copy, alike);
	terms_free(terms);
}

/* Words with blanks between them, without what tells nothing; owned. */
static char *typedef_text(const struct defined *definition)
{
	return type_text((const struct word *)definition->body->data,
			 definition->body->len);
}

void compare_typedef(const struct comparing *comparing,
		     const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);
	g_autofree char *mine = typedef_text(copy);
	const struct defined *other = NULL;
	g_autofree char *theirs = NULL;

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		bool is_spelling;

		if (one->kind != DEFINITION_TYPEDEF)
			continue;
		g_free(g_steal_pointer(&theirs));
		theirs = typedef_text(one);
		if (types_agree(comparing, mine, theirs, &is_spelling))
			return;
		other = one;
	}
	if (other && !is_deliberate(copy->file->path))
		comparing_add(comparing,
			      (struct drift){ .kind = DRIFT_TYPE,
					      .name = copy->name.text,
					      .here = definition_place(copy),
					      .there = definition_place(other),
					      .mine = mine,
					      .theirs = theirs });
}
