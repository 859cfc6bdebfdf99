/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The branches of a module's text: which of them does by a helper what another
 * one does without.
 */
#ifndef VMALINT_FACTS_OTHER_BRANCH_H
#define VMALINT_FACTS_OTHER_BRANCH_H

#include <glib.h>
#include <stdbool.h>

struct condition_judge;
struct unit_facts;

/* A place in a text that writes flags, and who judges the tests around it. */
struct branch_place {
	const char *text; /* the whole file */
	gsize length;
	gsize start, end; /* bytes of what writes */
	const struct condition_judge *judge;
};

/* True for a function or macro of the tree that changes or takes flags. */
bool is_tree_helper(const struct unit_facts *facts, const char *name);

/* True if a piece of C calls a helper of the tree, directives included. */
bool calls_tree_helper(const struct unit_facts *facts, const char *text,
		       gsize length);

/*
 * True if another branch of a chain around the place calls a helper for one of
 * the same flags, and would be chosen if a macro were defined that is not.
 */
bool has_helper_beside(const struct unit_facts *facts,
		       const struct branch_place *place);

/* True if a test around the place hangs on a macro that nothing defines. */
bool is_under_open_test(const struct branch_place *place);

#endif
