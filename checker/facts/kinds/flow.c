// SPDX-License-Identifier: GPL-2.0-only
/*
 * Kinds of a whole unit: expressions take them from their parts, variables
 * from their sources, until nothing changes.
 */
#include "kind.h"

/* Sources of sources of sources; a longer chain stays unknown. */
enum { ROUND_LIMIT = 8 };

static struct kind *symbol_kind(const struct kind_inference *inference,
				guint32 symbol)
{
	return &g_array_index(inference->symbols, struct kind, symbol);
}

static const struct kind *node_kind(const struct kind_inference *inference,
				    guint32 node)
{
	return &g_array_index(inference->facts->kinds, struct kind, node);
}

/* Children have higher numbers than what they are in. */
static void infer_nodes(const struct kind_inference *inference)
{
	const struct unit_facts *facts = inference->facts;

	for (guint32 i = facts->nodes->len; i > 1; i--)
		g_array_index(facts->kinds, struct kind, i - 1) =
			kind_infer(inference, i - 1);
}

static bool is_tracked(const struct symbol *symbol)
{
	return symbol->kind == SYMBOL_LOCAL ||
	       symbol->kind == SYMBOL_PARAMETER ||
	       symbol->kind == SYMBOL_GLOBAL || symbol->kind == SYMBOL_FIELD ||
	       symbol->kind == SYMBOL_FUNCTION;
}

/* What is declared outweighs what flows in, but for the bits it may hold. */
static struct kind settle(const struct kind_inference *inference, guint32 index,
			  struct kind flow)
{
	const struct unit_facts *facts = inference->facts;
	const struct symbol *symbol = facts_symbol(facts, index);
	struct kind declared = kind_by_type(facts, symbol->type);
	enum flag_kind vote = g_array_index(inference->votes, guint8, index);

	if (declared.kind == KIND_UNKNOWN && vote != KIND_UNKNOWN)
		declared = kind_of_nothing(vote);
	if (declared.kind == KIND_UNKNOWN)
		return flow;
	if (flow.kind == KIND_FOREIGN)
		declared.stored = flow.family;
	if (symbol->kind == SYMBOL_LOCAL && flow.kind != KIND_UNKNOWN &&
	    flow.kind != KIND_PENDING) {
		declared.possible = flow.possible;
		declared.is_whole = flow.is_whole;
	}
	return declared;
}

/* |= of what does not belong there changes nothing of what belongs there. */
static struct kind join_change(const struct kind *flow,
			       const struct kind *change, enum node_op op)
{
	struct kind joined = *flow;

	if (flow->kind != KIND_MASK || change->kind == KIND_UNKNOWN)
		return kind_join(flow, change);
	joined.possible |= change->possible;
	joined.is_whole = flow->is_whole && op == OP_OR;
	return joined;
}

static void join_sources(const struct kind_inference *inference,
			 const GArray *sources, struct kind *flows)
{
	for (guint i = 0; i < sources->len; i++) {
		const struct kind_source *source =
			&g_array_index(sources, struct kind_source, i);
		struct kind *flow = &flows[source->symbol];

		if (!source->is_change)
			*flow = kind_join(flow,
					  node_kind(inference, source->node));
	}
	for (guint i = 0; i < sources->len; i++) {
		const struct kind_source *source =
			&g_array_index(sources, struct kind_source, i);
		struct kind *flow = &flows[source->symbol];

		if (source->is_change)
			*flow = join_change(
				flow, node_kind(inference, source->node),
				facts_node(inference->facts, source->node)->op);
	}
}

/* True if some symbol's kind is another one now. */
static bool infer_symbols(const struct kind_inference *inference,
			  const GArray *sources)
{
	const struct unit_facts *facts = inference->facts;
	guint nr = facts->symbols->len;
	g_autofree struct kind *flows = g_new(struct kind, nr);
	bool is_changed = false;

	for (guint32 i = 0; i < nr; i++)
		flows[i] = kind_of_nothing(is_tracked(facts_symbol(facts, i)) ?
						   KIND_PENDING :
						   KIND_UNKNOWN);
	join_sources(inference, sources, flows);
	for (guint32 i = 1; i < nr; i++) {
		struct kind *kind = symbol_kind(inference, i);
		struct kind settled = settle(inference, i, flows[i]);

		if (settled.kind != kind->kind ||
		    settled.possible != kind->possible ||
		    settled.is_whole != kind->is_whole ||
		    settled.stored != kind->stored)
			is_changed = true;
		*kind = settled;
		/* A variable may be read before the one store to it. */
		kind->has_value = false;
	}
	return is_changed;
}

/* What is still pending has no source at all. */
static void end_pending(const struct kind_inference *inference)
{
	for (guint32 i = 0; i < inference->symbols->len; i++) {
		struct kind *kind = symbol_kind(inference, i);

		if (kind->kind == KIND_PENDING)
			*kind = kind_of_nothing(KIND_UNKNOWN);
	}
}

/* Whoever has the address of a variable may set any bit in it. */
static void widen_escaped(const struct kind_inference *inference)
{
	const struct unit_facts *facts = inference->facts;

	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);
		const struct node *operand = facts_node(facts, node->first);
		guint32 above = facts_parent(facts, i);

		if (node->kind == NODE_UNARY && node->op == OP_ADDRESS &&
		    operand->kind == NODE_NAME &&
		    facts_node(facts, above)->kind == NODE_CALL)
			symbol_kind(inference, operand->symbol)->possible =
				G_MAXUINT64;
	}
}

void kind_flow(struct kind_inference *inference)
{
	struct unit_facts *facts = inference->facts;
	g_autoptr(GArray) sources = kind_sources(facts);

	g_array_set_size(facts->kinds, facts->nodes->len);
	g_array_index(facts->kinds, struct kind, 0) =
		kind_of_nothing(KIND_UNKNOWN);
	g_array_set_size(inference->symbols, facts->symbols->len);
	g_array_set_size(inference->votes, facts->symbols->len);
	infer_symbols(inference, sources);
	infer_nodes(inference);
	kind_votes(inference);
	for (guint round = 0; round < ROUND_LIMIT; round++) {
		if (!infer_symbols(inference, sources))
			break;
		infer_nodes(inference);
	}
	end_pending(inference);
	widen_escaped(inference);
	infer_nodes(inference);
}
