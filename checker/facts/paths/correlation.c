// SPDX-License-Identifier: GPL-2.0-only
/*
 * Conditions that belong together. Where paths meet, that one of two branches
 * was taken is forgotten; `if (x) lock(); .. if (x) change();` is right all
 * the same. What is not plainly unrelated counts as related.
 */
#include "walk.h"

/* The end of a node: the first one behind all that is in it. */
static guint32 end_of(const struct unit_facts *facts, guint32 index)
{
	guint32 end = index + 1;

	while (end < facts->nodes->len && encloses(facts, index, end))
		end++;
	return end;
}

/* The outermost branch that holds the lock and not the change; or 0. */
static guint32 branch_of(const struct unit_facts *facts, guint32 lock,
			 guint32 change)
{
	guint32 found = 0;

	for (guint32 above = facts_parent(facts, lock);
	     above && !encloses(facts, above, change);
	     above = facts_parent(facts, above)) {
		if (facts_node(facts, above)->kind == NODE_IF)
			found = above;
		else if (facts_node(facts, above)->kind == NODE_LOOP ||
			 facts_node(facts, above)->kind == NODE_SWITCH)
			return 0;
	}
	return found;
}

static void collect_symbols(const struct unit_facts *facts, guint32 from,
			    guint32 to, GHashTable *symbols)
{
	for (guint32 i = from; i < to; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME || node->kind == NODE_MEMBER)
			g_hash_table_add(symbols,
					 GUINT_TO_POINTER(node->symbol));
	}
}

static bool mentions(const struct unit_facts *facts, guint32 index,
		     GHashTable *symbols)
{
	guint32 end = end_of(facts, index);

	for (guint32 i = index; i < end; i++) {
		const struct node *node = facts_node(facts, i);

		if ((node->kind == NODE_NAME || node->kind == NODE_MEMBER) &&
		    g_hash_table_contains(symbols,
					  GUINT_TO_POINTER(node->symbol)))
			return true;
	}
	return false;
}

static bool is_decision(const struct node *node)
{
	return node->kind == NODE_IF || node->kind == NODE_SWITCH ||
	       node->kind == NODE_CONDITION || node->kind == NODE_LOOP;
}

bool path_lock_is_left_out(const struct path_walk *walk, guint32 lock,
			   guint32 change)
{
	const struct unit_facts *facts = walk->facts;
	const struct function *function = facts_function(facts, walk->function);
	g_autoptr(GHashTable) symbols = g_hash_table_new(NULL, NULL);
	guint32 branch, end;

	if (lock < function->body || lock >= function->end || lock > change)
		return false;
	branch = branch_of(facts, lock, change);
	if (!branch)
		return false;
	end = end_of(facts, branch);
	collect_symbols(facts, branch, end, symbols);
	for (guint32 i = end; i < change; i++) {
		if (is_decision(facts_node(facts, i)) &&
		    mentions(facts, facts_node(facts, i)->first, symbols))
			return false;
	}
	return true;
}
