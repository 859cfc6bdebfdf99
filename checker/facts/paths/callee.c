// SPDX-License-Identifier: GPL-2.0-only
/* Which calls lead to a function that is walked on from there. */
#include "walk.h"

guint32 entered_function(const struct path_walk *walk, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(walk->facts, facts_callee(walk->facts, call));

	if (!callee->function || !callee->is_static ||
	    callee->function == walk->function || walk->depth >= ENTER_LIMIT ||
	    !walk->roles[callee->function].is_relevant)
		return 0;
	return callee->function;
}
