// SPDX-License-Identifier: GPL-2.0-only
/* Prepares what the questions on facts need, then finds the events. */
#include <string.h>

#include "events.h"
#include "facts.h"
#include "facts/kinds/kind.h"
#include "facts/paths/paths.h"

/*
 * Functions that only the owner of the flags defines: the tree's helpers, and
 * what is called as these are (mm.h, 6.3 to 7.x). A copy of them for tests
 * makes its file an owner too.
 */
static bool is_flag_helper(const struct unit_facts *facts, const char *name)
{
	struct flag_helper helper;

	return g_str_has_prefix(name, "vm_flags_") ||
	       g_str_has_prefix(name, "__vm_flags_") ||
	       g_str_has_prefix(name, "vma_flags_") ||
	       facts_flag_helper(facts, name, &helper);
}

static void find_owner(struct unit_facts *facts)
{
	facts->owns_flags = facts->declares_vma;
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct symbol *symbol =
			facts_symbol(facts, facts_function(facts, i)->symbol);

		if (symbol->kind == SYMBOL_FUNCTION &&
		    is_flag_helper(facts, symbol->name))
			facts->owns_flags = true;
	}
}

static void link_parents(struct unit_facts *facts)
{
	g_array_set_size(facts->parents, facts->nodes->len);
	for (guint32 i = 1; i < facts->nodes->len; i++) {
		guint32 child = facts_node(facts, i)->first;

		for (; child; child = facts_node(facts, child)->next)
			g_array_index(facts->parents, guint32, child) = i;
	}
}

static void add_source(struct unit_facts *facts, guint32 symbol, guint32 value)
{
	GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	if (!symbol || !value)
		return;
	if (!values) {
		values = g_array_new(FALSE, FALSE, sizeof(guint32));
		g_hash_table_insert(facts->sources, GUINT_TO_POINTER(symbol),
				    values);
	}
	g_array_append_val(values, value);
}

/* The values that pointer variables get, in source order. */
static void collect_sources(struct unit_facts *facts)
{
	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);
		const struct node *target;

		if (node->kind == NODE_VARIABLE)
			add_source(facts, node->symbol, node->first);
		if (node->kind != NODE_ASSIGN || node->op != OP_NONE)
			continue;
		target = facts_node(facts, node->first);
		if (target->kind == NODE_NAME)
			add_source(facts, target->symbol,
				   node_child(facts, i, 1));
	}
}

void facts_derive(struct unit_facts *facts)
{
	find_owner(facts);
	link_parents(facts);
	collect_sources(facts);
	events_find(facts);
	code_errors_find_calls(facts);
	kinds_find(facts);
	paths_find(facts);
}
