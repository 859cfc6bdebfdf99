// SPDX-License-Identifier: GPL-2.0-only
/* Goes down an expression, and into the locals that it names. */
#include "facts/facts.h"

/* What is looked for, and the locals (symbols) that were looked into. */
struct flag_search {
	flag_wanted *is_wanted;
	GHashTable *seen;
};

static guint32 find(const struct unit_facts *facts, guint32 index,
		    const struct flag_search *search);

/* What a local holds by any store to it; `flags |= VM_LOCKED'. */
static guint32 find_in_variable(const struct unit_facts *facts, guint32 index,
				const struct flag_search *search)
{
	guint32 symbol = facts_node(facts, index)->symbol;
	const struct function *function =
		facts_function(facts, facts_function_of(facts, index));
	guint32 found = 0;

	if (facts_symbol(facts, symbol)->kind != SYMBOL_LOCAL ||
	    !g_hash_table_add(search->seen, GUINT_TO_POINTER(symbol)))
		return 0;
	for (guint32 i = function->body; i < index && !found; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_VARIABLE && node->symbol == symbol)
			found = find(facts, node->first, search);
		else if (node->kind == NODE_ASSIGN &&
			 facts_node(facts, node->first)->kind == NODE_NAME &&
			 facts_node(facts, node->first)->symbol == symbol)
			found = find(facts, node_child(facts, i, 1), search);
	}
	return found;
}

static guint32 find(const struct unit_facts *facts, guint32 index,
		    const struct flag_search *search)
{
	const struct node *node = facts_node(facts, index);
	guint32 child = node->first, found = 0;

	if (index == 0)
		return 0;
	if (search->is_wanted(facts, index))
		return index;
	if (node->kind == NODE_NAME)
		return find_in_variable(facts, index, search);
	if (node->kind == NODE_CONDITION)
		child = facts_node(facts, child)->next;
	else if (node->kind == NODE_BINARY && node->op == OP_AND &&
		 facts_is_few_flags(facts, node_child(facts, index, 1)))
		return 0; /* keeps what was there */
	else if (node->kind == NODE_MEMBER)
		return 0;
	for (; child && !found; child = facts_node(facts, child)->next)
		found = find(facts, child, search);
	return found;
}

guint32 facts_find_flag(const struct unit_facts *facts, guint32 index,
			flag_wanted *is_wanted)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	const struct flag_search search = { is_wanted, seen };

	return find(facts, index, &search);
}
