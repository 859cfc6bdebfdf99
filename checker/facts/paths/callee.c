// SPDX-License-Identifier: GPL-2.0-only
/* Which calls lead to a function that is walked on from there. */
#include <string.h>

#include "walk.h"

/* A VMA, what becomes one, its flags, or the mm whose lock it is under. */
static bool is_about_vma(const struct unit_facts *facts, guint32 argument)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, argument));
	const struct type *type = facts_type(facts, node->type);
	const char *record = facts_type(facts, type->target)->record;

	return type->class == TYPE_POINTER &&
	       (g_str_has_prefix(record, "vm_area_") ||
		strcmp(record, "mm_struct") == 0 ||
		facts_is_bitmap(facts, type->target));
}

/* Other files call it too, with other arguments; what it gets here counts. */
static bool is_told(const struct unit_facts *facts, guint32 call)
{
	guint32 argument = node_child(facts, call, 1);

	while (argument && !is_about_vma(facts, argument))
		argument = facts_node(facts, argument)->next;
	return argument != 0;
}

guint32 entered_function(const struct path_walk *walk, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(walk->facts, facts_callee(walk->facts, call));

	if (!callee->function || callee->function == walk->function ||
	    walk->depth >= ENTER_LIMIT ||
	    !walk->roles[callee->function].is_relevant ||
	    facts_function(walk->facts, callee->function)->has_lost_paths ||
	    (!callee->is_static && !is_told(walk->facts, call)))
		return 0;
	return callee->function;
}
