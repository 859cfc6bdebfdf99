// SPDX-License-Identifier: GPL-2.0-only
/*
 * What a parameter is that no type and no caller in sight explains: the
 * function tests it for VMA flags and for nothing else.
 */
#include <string.h>

#include "kind.h"

struct count {
	guint masks, others;
};

/* The operand beside a name in & or |; or 0. */
static guint32 neighbour(const struct unit_facts *facts, guint32 name)
{
	guint32 above = facts_parent(facts, name);
	const struct node *node = facts_node(facts, above);
	guint32 right;

	while (node->kind == NODE_CAST) {
		name = above;
		above = facts_parent(facts, above);
		node = facts_node(facts, above);
	}
	if ((node->kind != NODE_BINARY && node->kind != NODE_ASSIGN) ||
	    (node->op != OP_AND && node->op != OP_OR))
		return 0;
	right = node_child(facts, above, 1);
	return node->first == name ? right : node->first;
}

static void count_use(const struct unit_facts *facts, guint32 name,
		      struct count *count)
{
	guint32 other = neighbour(facts, name);
	const struct kind *kind =
		&g_array_index(facts->kinds, struct kind, other);

	if (other == 0 || (kind->has_value && kind->value == 0))
		return;
	if (kind->kind == KIND_MASK && kind->has_value)
		count->masks++;
	else if (kind->kind == KIND_FOREIGN || kind->kind == KIND_BIT ||
		 kind->kind == KIND_CONSTANT)
		count->others++;
}

static bool is_countable(const struct unit_facts *facts, guint32 symbol)
{
	const struct symbol *parameter = facts_symbol(facts, symbol);

	return parameter->kind == SYMBOL_PARAMETER &&
	       facts_type(facts, parameter->type)->class == TYPE_INTEGER;
}

/* A parameter that is passed on as it is, to where a type says what goes. */
static void count_passed_on(const struct unit_facts *facts, guint32 call,
			    struct count *counts)
{
	guint32 callee = facts_callee(facts, call);
	const struct symbol *symbol = facts_symbol(facts, callee);
	guint32 argument = node_child(facts, call, 1);

	for (guint nr = 0; argument && callee && nr < symbol->nr_parameters;
	     nr++) {
		guint32 inner = argument;
		const struct node *node = facts_node(facts, inner);
		struct kind wanted;

		while (node->kind == NODE_CAST && (node->flags & NODE_IMPLICIT))
			node = facts_node(facts, inner = node->first);
		argument = facts_node(facts, argument)->next;
		if (node->kind != NODE_NAME ||
		    !is_countable(facts, node->symbol))
			continue;
		wanted = kind_by_parameter(facts, symbol, nr);
		if (wanted.kind == KIND_MASK)
			counts[node->symbol].masks++;
		else if (wanted.kind != KIND_UNKNOWN)
			counts[node->symbol].others++;
	}
}

void kind_votes(struct kind_inference *inference)
{
	const struct unit_facts *facts = inference->facts;
	g_autofree struct count *counts =
		g_new0(struct count, facts->symbols->len);

	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME &&
		    is_countable(facts, node->symbol))
			count_use(facts, i, &counts[node->symbol]);
		else if (node->kind == NODE_CALL)
			count_passed_on(facts, i, counts);
	}
	for (guint32 i = 1; i < facts->symbols->len; i++) {
		bool is_named =
			strcmp(facts_symbol(facts, i)->name, "vm_flags") == 0;

		if (counts[i].masks > 0 &&
		    (counts[i].others == 0 ||
		     (is_named && counts[i].masks >= counts[i].others)))
			g_array_index(inference->votes, guint8, i) = KIND_MASK;
	}
}
