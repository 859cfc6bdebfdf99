// SPDX-License-Identifier: GPL-2.0-only
/*
 * What flows into the variables, parameters, members and results of a unit. A
 * symbol that others can fill has a source of no known kind.
 */
#include <string.h>

#include "kind.h"

struct collection {
	const struct unit_facts *facts;
	GArray *sources;
	GHashTable *escaped; /* functions that are not only called */
};

static void add(const struct collection *collection, guint32 symbol,
		guint32 node)
{
	struct kind_source source = {
		.symbol = symbol,
		.node = node,
		.is_change = facts_node(collection->facts, node)->kind ==
				     NODE_ASSIGN &&
			     facts_node(collection->facts, node)->op != OP_NONE,
	};

	if (symbol)
		g_array_append_val(collection->sources, source);
}

/* The variable or member that a store to a place changes; or 0. */
static guint32 stored_symbol(const struct unit_facts *facts, guint32 place)
{
	const struct node *node = facts_node(facts, place);

	while (node->kind == NODE_INDEX || node->kind == NODE_CAST)
		node = facts_node(facts, node->first);
	/* WRITE_ONCE(): *(volatile T *)&x. */
	if (node->kind == NODE_UNARY && node->op == OP_DEREFERENCE) {
		node = facts_node(facts, node->first);
		while (node->kind == NODE_CAST)
			node = facts_node(facts, node->first);
		if (node->kind != NODE_UNARY || node->op != OP_ADDRESS)
			return 0;
		node = facts_node(facts, node->first);
	}
	return node->kind == NODE_NAME || node->kind == NODE_MEMBER ?
		       node->symbol :
		       0;
}

static bool is_called(const struct unit_facts *facts, guint32 name)
{
	guint32 above = facts_parent(facts, name);

	while (facts_node(facts, above)->kind == NODE_CAST) {
		name = above;
		above = facts_parent(facts, above);
	}
	return facts_node(facts, above)->kind == NODE_CALL &&
	       facts_node(facts, above)->first == name;
}

static void find_escaped(const struct collection *collection)
{
	const struct unit_facts *facts = collection->facts;

	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME &&
		    facts_symbol(facts, node->symbol)->kind ==
			    SYMBOL_FUNCTION &&
		    !is_called(facts, i))
			g_hash_table_add(collection->escaped,
					 GUINT_TO_POINTER(node->symbol));
	}
}

static void add_arguments(const struct collection *collection, guint32 call)
{
	const struct unit_facts *facts = collection->facts;
	guint32 callee = facts_callee(facts, call);
	const struct function *function =
		facts_function(facts, facts_symbol(facts, callee)->function);
	guint32 argument = node_child(facts, call, 1);

	for (guint nr = 0; argument && nr < function->nr_parameters; nr++) {
		add(collection,
		    g_array_index(facts->parameter_symbols, guint32,
				  function->parameters + nr),
		    argument);
		argument = facts_node(facts, argument)->next;
	}
}

static void add_assignment(const struct collection *collection, guint32 index)
{
	const struct unit_facts *facts = collection->facts;
	const struct node *node = facts_node(facts, index);
	guint32 symbol = stored_symbol(facts, node->first);

	add(collection, symbol,
	    node->op == OP_NONE ? node_child(facts, index, 1) : index);
}

static void add_from_node(const struct collection *collection, guint32 index,
			  const struct function *function)
{
	const struct unit_facts *facts = collection->facts;
	const struct node *node = facts_node(facts, index);

	switch (node->kind) {
	case NODE_VARIABLE:
		if (node->first)
			add(collection, node->symbol, node->first);
		break;
	case NODE_ASSIGN:
		add_assignment(collection, index);
		break;
	case NODE_UNARY:
		if (node->op >= OP_PRE_INC && node->op <= OP_POST_DEC)
			add(collection, stored_symbol(facts, node->first), 0);
		break;
	case NODE_DESIGNATED:
		add(collection, node->symbol, node->first);
		break;
	case NODE_CALL:
		add_arguments(collection, index);
		break;
	case NODE_RETURN:
		if (node->first)
			add(collection, function->symbol, node->first);
		break;
	case NODE_ASM:
		for (guint32 operand = node->first; operand;
		     operand = facts_node(facts, operand)->next)
			add(collection, stored_symbol(facts, operand), 0);
		break;
	default:
		break;
	}
}

/* Parameters of functions that others can call hold what others pass. */
static void add_from_others(const struct collection *collection)
{
	const struct unit_facts *facts = collection->facts;

	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);
		const struct symbol *symbol =
			facts_symbol(facts, function->symbol);

		if (symbol->kind == SYMBOL_FUNCTION && symbol->is_static &&
		    !g_hash_table_contains(collection->escaped,
					   GUINT_TO_POINTER(function->symbol)))
			continue;
		for (guint nr = 0; nr < function->nr_parameters; nr++)
			add(collection,
			    g_array_index(facts->parameter_symbols, guint32,
					  function->parameters + nr),
			    0);
	}
	for (guint32 i = 1; i < facts->symbols->len; i++) {
		const struct symbol *symbol = facts_symbol(facts, i);
		bool is_foreign_field = symbol->kind == SYMBOL_FIELD &&
					strcmp(symbol->path, facts->path) != 0;

		if (is_foreign_field ||
		    (symbol->kind == SYMBOL_GLOBAL && !symbol->is_static))
			add(collection, i, 0);
	}
}

GArray *kind_sources(const struct unit_facts *facts)
{
	struct collection collection = {
		.facts = facts,
		.sources =
			g_array_new(FALSE, FALSE, sizeof(struct kind_source)),
		.escaped = g_hash_table_new(NULL, NULL),
	};

	find_escaped(&collection);
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);

		for (guint32 node = function->body;
		     function->body && node < function->end; node++)
			add_from_node(&collection, node, function);
	}
	add_from_others(&collection);
	g_hash_table_destroy(collection.escaped);
	return collection.sources;
}
