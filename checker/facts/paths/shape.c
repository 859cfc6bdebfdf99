// SPDX-License-Identifier: GPL-2.0-only
/* What loops, switches, jumps and conditions are by their shape. */
#include <string.h>

#include "facts/words.h"

#include "walk.h"

bool is_zero(const struct unit_facts *facts, guint32 index)
{
	gint64 value;

	return facts_constant(facts, facts_without_casts(facts, index),
			      &value) &&
	       value == 0;
}

bool is_expect(const struct unit_facts *facts, guint32 index)
{
	return facts_node(facts, index)->kind == NODE_CALL &&
	       strcmp(callee_symbol_name(facts, index), "__builtin_expect") ==
		       0;
}

/* do { } while: the body is first, and runs at least once. */
bool is_do_loop(const struct unit_facts *facts, guint32 index)
{
	guint32 first = facts_node(facts, index)->first;
	guint32 second = facts_node(facts, first)->next;

	return facts_node(facts, first)->kind == NODE_BLOCK && second &&
	       facts_node(facts, second)->kind < NODE_BLOCK &&
	       facts_node(facts, second)->next == 0 &&
	       facts_node(facts, facts_node(facts, first)->first)->kind !=
		       NODE_VARIABLE;
}

/* The step of a complete for(;;) runs behind its body. */
guint32 step_of_loop(const struct unit_facts *facts, guint32 index)
{
	return node_child(facts, index, 3) ? node_child(facts, index, 2) : 0;
}

bool has_default(const struct unit_facts *facts, guint32 index, guint depth)
{
	guint32 child = facts_node(facts, index)->first;

	if (strcmp(facts_node(facts, index)->text, "default") == 0 &&
	    facts_node(facts, index)->kind == NODE_CASE)
		return true;
	for (; child && depth < 8; child = facts_node(facts, child)->next) {
		if (facts_node(facts, child)->kind != NODE_SWITCH &&
		    has_default(facts, child, depth + 1))
			return true;
	}
	return false;
}

bool encloses(const struct unit_facts *facts, guint32 block, guint32 index)
{
	while (index > block)
		index = facts_parent(facts, index);
	return index == block;
}

/* The labels of a function: name -> the first node of that name; owned. */
static GHashTable *find_targets(const struct unit_facts *facts,
				guint32 function)
{
	GHashTable *targets = g_hash_table_new(g_str_hash, g_str_equal);
	const struct function *whole = facts_function(facts, function);

	for (guint32 i = whole->end; i-- > whole->body;) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_LABEL)
			g_hash_table_insert(targets, (gpointer)node->text,
					    GUINT_TO_POINTER(i));
	}
	return targets;
}

/* Where a jump leads to, as far as scopes go. */
guint32 jump_target(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const char *text = facts_node(facts, index)->text;
	guint32 above = facts_parent(facts, index);

	if (strcmp(text, "break") != 0 && strcmp(text, "continue") != 0) {
		if (!walk->targets)
			walk->targets = find_targets(facts, walk->function);
		return GPOINTER_TO_UINT(
			g_hash_table_lookup(walk->targets, text));
	}
	while (above && facts_node(facts, above)->kind != NODE_LOOP &&
	       facts_node(facts, above)->kind != NODE_SWITCH)
		above = facts_parent(facts, above);
	return above;
}

bool is_logical(const struct node *node)
{
	return node->kind == NODE_BINARY &&
	       (node->op == OP_LOGICAL_AND || node->op == OP_LOGICAL_OR);
}
