// SPDX-License-Identifier: GPL-2.0-only
/* What kind a place wants: by its declaration, never by what it gets. */
#include <string.h>

#include "kind.h"

/* What a same-file function makes of its nr-th parameter. */
static struct kind wanted_by_votes(const struct kind_inference *inference,
				   const struct symbol *callee, guint nr)
{
	const struct unit_facts *facts = inference->facts;
	const struct function *function =
		facts_function(facts, callee->function);
	guint32 symbol;

	if (callee->function == 0 || nr >= function->nr_parameters)
		return kind_of_nothing(KIND_UNKNOWN);
	symbol = g_array_index(facts->parameter_symbols, guint32,
			       function->parameters + nr);
	return kind_of_nothing(g_array_index(inference->votes, guint8, symbol));
}

/* Kinds that the calls of a function in this unit pass as one parameter. */
struct passed {
	guint masks, others;
};

static struct passed count_passed(const struct unit_facts *facts,
				  guint32 callee, guint nr)
{
	struct passed passed = { 0 };

	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct kind *kind;

		if (facts_node(facts, i)->kind != NODE_CALL ||
		    facts_callee(facts, i) != callee)
			continue;
		kind = &g_array_index(facts->kinds, struct kind,
				      node_child(facts, i, nr + 1));
		if (kind->kind == KIND_MASK)
			passed.masks++;
		else if (kind->kind != KIND_CONSTANT)
			passed.others++;
	}
	return passed;
}

/*
 * An integer called vm_flags of a function that is elsewhere: vmalloc calls its
 * flags so, too. What most calls pass decides, and that only where something
 * else is passed than a mask.
 */
static struct kind wanted_by_callers(const struct kind_inference *inference,
				     guint32 call, guint nr)
{
	const struct unit_facts *facts = inference->facts;
	guint32 callee = facts_callee(facts, call);
	const struct symbol *symbol = facts_symbol(facts, callee);
	guint32 position = symbol->parameters + nr;
	const struct kind *given = &g_array_index(
		facts->kinds, struct kind, node_child(facts, call, nr + 1));
	struct passed passed;

	if (nr >= symbol->nr_parameters ||
	    (given->kind != KIND_FOREIGN && given->kind != KIND_BIT) ||
	    strcmp(g_ptr_array_index(facts->parameter_names, position),
		   "vm_flags") != 0 ||
	    facts_type(facts,
		       g_array_index(facts->parameters, guint32, position))
			    ->class
		    != TYPE_INTEGER)
		return kind_of_nothing(KIND_UNKNOWN);
	passed = count_passed(facts, callee, nr);
	return kind_of_nothing(passed.masks > passed.others ? KIND_MASK :
							      KIND_UNKNOWN);
}

/* A call through a pointer: its type alone says what goes. */
static struct kind wanted_by_pointer(const struct unit_facts *facts,
				     guint32 call, guint nr)
{
	guint32 callee = facts_node(facts, call)->first;
	const struct type *type;

	callee = facts_without_casts(facts, callee);
	type = facts_type(facts, facts_node(facts, callee)->type);
	if (type->class == TYPE_POINTER)
		type = facts_type(facts, type->target);
	if (type->class != TYPE_FUNCTION || nr >= type->nr_parameters)
		return kind_of_nothing(KIND_UNKNOWN);
	return kind_by_type(facts, g_array_index(facts->parameters, guint32,
						 type->parameters + nr));
}

struct kind kind_wanted_by_argument(const struct kind_inference *inference,
				    guint32 call, guint nr)
{
	guint32 callee = facts_callee(inference->facts, call);
	const struct symbol *symbol = facts_symbol(inference->facts, callee);
	struct kind kind;

	if (callee == 0)
		return wanted_by_pointer(inference->facts, call, nr);
	kind = kind_by_parameter(inference->facts, symbol, nr);
	if (kind.kind == KIND_UNKNOWN && symbol->function)
		return wanted_by_votes(inference, symbol, nr);
	return kind.kind != KIND_UNKNOWN ?
		       kind :
		       wanted_by_callers(inference, call, nr);
}

struct kind kind_wanted_by_place(const struct kind_inference *inference,
				 guint32 place)
{
	const struct unit_facts *facts = inference->facts;
	const struct node *node = facts_node(facts, place);
	struct kind kind = kind_by_type(facts, node->type);
	const struct kind *inferred =
		&g_array_index(facts->kinds, struct kind, place);

	if (kind.kind != KIND_UNKNOWN)
		return kind;
	switch (node->kind) {
	case NODE_MEMBER:
	case NODE_DESIGNATED:
		return kind_by_field(facts, facts_symbol(facts, node->symbol));
	case NODE_UNARY:
	case NODE_INDEX:
		/* *word and word[0]; what a local array holds wants nothing. */
		if (inferred->kind == KIND_MASK &&
		    facts_node(facts, node->first)->kind != NODE_NAME)
			return *inferred;
		return kind;
	default:
		return kind;
	}
}
