// SPDX-License-Identifier: GPL-2.0-only
/* Descends as long as a single child differs. */
#include "difference.h"

#include <glib.h>
#include <string.h>

#include "definitions.h"
#include "term.h"

static const char *own_text(const struct term *term)
{
	return term->known ? term->known : term->text;
}

static bool has_same_key(const struct term *a, const struct term *b)
{
	g_autofree char *left = term_key(a);
	g_autofree char *right = term_key(b);

	return strcmp(left, right) == 0;
}

static bool has_same_value(const struct both_sides *comparison,
			   const struct term *mine, const struct term *theirs)
{
	gint64 left, right;

	return mine->kind < TERM_BLOCK && theirs->kind < TERM_BLOCK &&
	       definitions_value(comparison->copies, comparison->terms, mine,
				 &left) &&
	       definitions_value(comparison->kernel, comparison->terms, theirs,
				 &right) &&
	       left == right;
}

/* The child of a that no child of b is like; NULL if there is none or more
 * than one. */
static const struct term *odd_child(const struct both_sides *comparison,
				    const struct term *a, const struct term *b,
				    bool is_mine, guint *ret_nr)
{
	g_autofree bool *is_taken = g_new0(bool, b->children->len + 1);
	const struct term *found = NULL;

	*ret_nr = 0;
	for (guint i = 0; i < a->children->len; i++) {
		bool is_there = false;

		for (guint k = 0; k < b->children->len && !is_there; k++) {
			const struct term *left = term_child(a, i);
			const struct term *right = term_child(b, k);

			if (is_taken[k])
				continue;
			is_there = has_same_key(left, right) ||
				   has_same_value(comparison,
						  is_mine ? left : right,
						  is_mine ? right : left);
			is_taken[k] = is_there;
		}
		if (!is_there) {
			found = term_child(a, i);
			(*ret_nr)++;
		}
	}
	return found;
}

/* Operands in any order. */
static bool sets_differ(const struct both_sides *comparison,
			const struct term *mine, const struct term *theirs,
			struct difference *ret)
{
	guint nr_mine, nr_theirs;
	const struct term *left =
		odd_child(comparison, mine, theirs, true, &nr_mine);
	const struct term *right =
		odd_child(comparison, theirs, mine, false, &nr_theirs);

	if (nr_mine == 0 && nr_theirs == 0)
		return false;
	*ret = (struct difference){ .mine = mine, .theirs = theirs };
	if (nr_mine == 1 && nr_theirs == 1)
		return terms_differ(comparison, left, right, ret);
	if (nr_mine + nr_theirs == 1)
		*ret = (struct difference){ .mine = left, .theirs = right };
	return true;
}

/* Statements in their order. */
static bool blocks_differ(const struct both_sides *comparison,
			  const struct term *mine, const struct term *theirs,
			  struct difference *ret)
{
	guint first = 0, nr_mine = mine->children->len,
	      nr_theirs = theirs->children->len;

	while (first < MIN(nr_mine, nr_theirs) &&
	       !terms_differ(comparison, term_child(mine, first),
			     term_child(theirs, first), ret))
		first++;
	while (MIN(nr_mine, nr_theirs) > first &&
	       !terms_differ(comparison, term_child(mine, nr_mine - 1),
			     term_child(theirs, nr_theirs - 1), ret)) {
		nr_mine--;
		nr_theirs--;
	}
	if (nr_mine == first && nr_theirs == first)
		return false;
	if (nr_mine == first + 1 && nr_theirs == first + 1)
		return terms_differ(comparison, term_child(mine, first),
				    term_child(theirs, first), ret);
	*ret = (struct difference){
		.mine = nr_mine > first ? term_child(mine, first) : NULL,
		.theirs = nr_theirs > first ? term_child(theirs, first) : NULL,
	};
	return true;
}

static bool children_differ(const struct both_sides *comparison,
			    const struct term *mine, const struct term *theirs,
			    struct difference *ret)
{
	struct difference inner = { 0 };
	guint nr = 0;

	for (guint i = 0; i < mine->children->len; i++) {
		struct difference one;

		if (!terms_differ(comparison, term_child(mine, i),
				  term_child(theirs, i), &one))
			continue;
		inner = one;
		nr++;
	}
	*ret = nr == 1 ? inner :
			 (struct difference){ .mine = mine, .theirs = theirs };
	return nr > 0;
}

bool terms_differ(const struct both_sides *comparison, const struct term *mine,
		  const struct term *theirs, struct difference *ret)
{
	*ret = (struct difference){ .mine = mine, .theirs = theirs };
	if (has_same_key(mine, theirs) ||
	    has_same_value(comparison, mine, theirs))
		return false;
	if (mine->kind != theirs->kind ||
	    strcmp(own_text(mine), own_text(theirs)) != 0 ||
	    strcmp(mine->type, theirs->type) != 0)
		return true;
	if (mine->kind == TERM_BLOCK)
		return blocks_differ(comparison, mine, theirs, ret);
	if (mine->kind == TERM_BINARY && strchr("|&^+*", *mine->text) &&
	    !mine->text[1])
		return sets_differ(comparison, mine, theirs, ret);
	if (mine->kind == TERM_CALL &&
	    definitions_makes_bitmap(comparison->kernel, term_callee(mine)))
		return sets_differ(comparison, mine, theirs, ret);
	if (mine->children->len != theirs->children->len)
		return true;
	return children_differ(comparison, mine, theirs, ret);
}
