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

struct kind kind_wanted_by_argument(const struct kind_inference *inference,
				    guint32 call, guint nr)
{
	guint32 callee = facts_callee(inference->facts, call);
	const struct symbol *symbol = facts_symbol(inference->facts, callee);
	struct kind kind;

	if (callee == 0)
		return kind_of_nothing(KIND_UNKNOWN);
	kind = kind_by_parameter(inference->facts, symbol, nr);
	return kind.kind != KIND_UNKNOWN ?
		       kind :
		       wanted_by_votes(inference, symbol, nr);
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
