// SPDX-License-Identifier: GPL-2.0-only
/* Questions about calls and the functions they name. */
#include <string.h>

#include "facts.h"

/* Callees that pass their parameter on are followed this far. */
enum { PASS_LIMIT = 4 };

guint32 facts_callee(const struct unit_facts *facts, guint32 call)
{
	guint32 callee = facts_node(facts, call)->first;
	const struct node *node;

	callee = facts_without_casts(facts, callee);
	node = facts_node(facts, callee);
	if (node->kind != NODE_NAME ||
	    facts_symbol(facts, node->symbol)->kind != SYMBOL_FUNCTION)
		return 0;
	return node->symbol;
}

const char *facts_callee_name(const struct unit_facts *facts, guint32 call)
{
	const struct node *node = facts_node(facts, call);
	guint32 callee = facts_callee(facts, call);

	if ((node->flags & NODE_FROM_MACRO) && *node->macro)
		return node->macro;
	return facts_symbol(facts, callee)->name;
}

/* READ_ONCE(): the address goes into a pointer to const at once. */
static bool is_const_address(const struct unit_facts *facts, guint32 address)
{
	guint32 cast = facts_parent(facts, address);
	const struct type *type =
		facts_type(facts, facts_node(facts, cast)->type);

	return facts_node(facts, cast)->kind == NODE_CAST &&
	       type->class == TYPE_POINTER &&
	       facts_type(facts, type->target)->is_const;
}

/* A read of *p or p[i]: the value is used, not the place. */
static bool is_plain_read(const struct unit_facts *facts, guint32 access)
{
	guint32 above = facts_parent(facts, access);
	const struct node *node = facts_node(facts, above);

	switch (node->kind) {
	case NODE_ASSIGN:
		return node->first != access;
	case NODE_UNARY:
		if (node->op == OP_ADDRESS)
			return is_const_address(facts, above);
		return node->op != OP_PRE_INC && node->op != OP_PRE_DEC &&
		       node->op != OP_POST_INC && node->op != OP_POST_DEC;
	case NODE_ASM:
	case NODE_OPAQUE:
		return false;
	default:
		return true;
	}
}

static bool only_reads(const struct unit_facts *facts, guint32 symbol, guint nr,
		       guint depth);

/* True if the nr-th parameter of a function points to const. */
static bool is_const_parameter(const struct unit_facts *facts, guint32 symbol,
			       guint nr)
{
	const struct symbol *callee = facts_symbol(facts, symbol);
	const struct type *type;

	if (nr >= callee->nr_parameters)
		return false;
	type = facts_type(facts, g_array_index(facts->parameters, guint32,
					       callee->parameters + nr));
	return type->class == TYPE_POINTER &&
	       facts_type(facts, type->target)->is_const;
}

/* Position of an argument in its call, from 0. */
static guint argument_number(const struct unit_facts *facts, guint32 call,
			     guint32 argument)
{
	guint nr = 0;
	guint32 child = node_child(facts, call, 1);

	while (child && child != argument) {
		child = facts_node(facts, child)->next;
		nr++;
	}
	return nr;
}

static bool is_reading_use(const struct unit_facts *facts, guint32 name,
			   guint depth)
{
	guint32 above = facts_parent(facts, name);
	const struct node *node = facts_node(facts, above);
	guint32 callee;
	guint nr;

	switch (node->kind) {
	case NODE_UNARY:
		return (node->op == OP_DEREFERENCE &&
			is_plain_read(facts, above)) ||
		       node->op == OP_LOGICAL_NOT;
	case NODE_INDEX:
		return node->first == name && is_plain_read(facts, above);
	case NODE_CALL:
		callee = facts_callee(facts, above);
		nr = argument_number(facts, above, name);
		return is_const_parameter(facts, callee, nr) ||
		       only_reads(facts, callee, nr, depth + 1);
	case NODE_IF:
	case NODE_BLOCK:
		return true;
	default:
		return false;
	}
}

static bool only_reads(const struct unit_facts *facts, guint32 symbol, guint nr,
		       guint depth)
{
	guint32 body = facts_symbol(facts, symbol)->function;
	const struct function *function = facts_function(facts, body);
	guint32 parameter;

	if (body == 0 || nr >= function->nr_parameters || depth > PASS_LIMIT)
		return false;
	parameter = g_array_index(facts->parameter_symbols, guint32,
				  function->parameters + nr);
	for (guint32 i = function->body; i < function->end; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME && node->symbol == parameter &&
		    !is_reading_use(facts, i, depth))
			return false;
	}
	return true;
}

bool facts_only_reads(const struct unit_facts *facts, guint32 symbol, guint nr)
{
	return is_const_parameter(facts, symbol, nr) ||
	       only_reads(facts, symbol, nr, 0);
}
