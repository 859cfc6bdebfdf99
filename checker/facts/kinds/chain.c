// SPDX-License-Identifier: GPL-2.0-only
/* Chains of one operator, A | B | C, and the bit numbers in them. */
#include "facts/facts.h"
#include "kinds.h"

guint32 facts_chain(const struct unit_facts *facts, guint32 user)
{
	const guint8 op = facts_node(facts, user)->op;
	guint32 top = user, above = facts_parent(facts, user);

	while (facts_node(facts, above)->kind == NODE_CAST ||
	       (facts_node(facts, above)->kind == NODE_BINARY &&
		facts_node(facts, above)->op == op)) {
		if (facts_node(facts, above)->kind == NODE_BINARY)
			top = above;
		above = facts_parent(facts, above);
	}
	return top;
}

void facts_collect_bits(const struct unit_facts *facts, guint32 index,
			guint8 op, GArray *numbers)
{
	const struct node *node;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (facts_kind(facts, index)->kind == KIND_BIT &&
	    node->kind != NODE_BINARY) {
		g_array_append_val(numbers, index);
	} else if (node->kind == NODE_BINARY && node->op == op) {
		facts_collect_bits(facts, node->first, op, numbers);
		facts_collect_bits(facts, node_child(facts, index, 1), op,
				   numbers);
	}
}
