// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which word of which bitmap: through casts, offsets, and the local pointers
 * that were set to it.
 */
#include <string.h>

#include "words.h"

/* Pointers set from pointers end somewhere. */
enum { FOLLOW_LIMIT = 8 };

static bool pointed_to(const struct unit_facts *facts, guint32 index,
		       guint depth, struct word_place *place);

static bool is_bitmap_pointer(const struct unit_facts *facts, guint32 index)
{
	const struct type *type =
		facts_type(facts, facts_node(facts, index)->type);

	return type->class == TYPE_POINTER &&
	       facts_is_bitmap(facts, type->target);
}

/* `X.__vma_flags` or `p->__vma_flags`: the first word, before any offset. */
static bool of_member(const struct unit_facts *facts, const struct node *node,
		      guint depth, struct word_place *place)
{
	if ((node->flags & NODE_ARROW) &&
	    pointed_to(facts, node->first, depth + 1, place) &&
	    place->is_whole) {
		place->is_whole = false;
		return true;
	}
	*place = (struct word_place){
		.bitmap = node->first,
		.is_pointer = node->flags & NODE_ARROW,
	};
	return true;
}

static bool is_words_member(const struct unit_facts *facts,
			    const struct node *node)
{
	return node->kind == NODE_MEMBER &&
	       strcmp(facts_symbol(facts, node->symbol)->name, "__vma_flags") ==
		       0;
}

/* A word further on, by a number or by something computed. */
static void add_offset(const struct unit_facts *facts, guint32 offset,
		       struct word_place *place)
{
	gint64 value;

	if (facts_constant(facts, offset, &value))
		place->word += value;
	else
		place->index = offset;
	place->is_whole = false;
}

static bool lvalue(const struct unit_facts *facts, guint32 index, guint depth,
		   struct word_place *place)
{
	const struct node *node = facts_node(facts, index);

	if (index == 0 || depth >= FOLLOW_LIMIT)
		return false;
	if (is_words_member(facts, node))
		return of_member(facts, node, depth, place);
	if (facts_is_bitmap(facts, node->type) &&
	    (node->kind == NODE_NAME || node->kind == NODE_MEMBER)) {
		*place = (struct word_place){ .bitmap = index,
					      .is_whole = true };
		return true;
	}
	switch (node->kind) {
	case NODE_CAST:
		return lvalue(facts, node->first, depth + 1, place);
	case NODE_INDEX:
		if (!pointed_to(facts, node->first, depth + 1, place))
			return false;
		add_offset(facts, node_child(facts, index, 1), place);
		return true;
	case NODE_UNARY:
		if (node->op != OP_DEREFERENCE ||
		    !pointed_to(facts, node->first, depth + 1, place))
			return false;
		place->is_whole = facts_is_bitmap(facts, node->type);
		return true;
	default:
		return false;
	}
}

/* What a local pointer was last set to before it is used. */
static bool variable(const struct unit_facts *facts, guint32 index, guint depth,
		     struct word_place *place)
{
	guint32 symbol = facts_node(facts, index)->symbol;
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	for (guint i = values ? values->len : 0; i > 0; i--) {
		guint32 value = g_array_index(values, guint32, i - 1);

		if (value < index)
			return pointed_to(facts, value, depth + 1, place);
	}
	if (facts_symbol(facts, symbol)->kind != SYMBOL_PARAMETER)
		return false;
	*place = (struct word_place){
		.bitmap = index,
		.is_pointer = true,
		.is_whole = is_bitmap_pointer(facts, index),
		.parameter = symbol,
	};
	return true;
}

static bool offset_pointer(const struct unit_facts *facts, guint32 index,
			   guint depth, struct word_place *place)
{
	const struct node *node = facts_node(facts, index);

	if (node->op != OP_ADD ||
	    !pointed_to(facts, node->first, depth + 1, place))
		return false;
	add_offset(facts, node_child(facts, index, 1), place);
	return true;
}

static bool pointed_to(const struct unit_facts *facts, guint32 index,
		       guint depth, struct word_place *place)
{
	const struct node *node = facts_node(facts, index);

	if (index == 0 || depth >= FOLLOW_LIMIT)
		return false;
	if (is_words_member(facts, node))
		return of_member(facts, node, depth, place);
	switch (node->kind) {
	case NODE_CAST:
		return pointed_to(facts, node->first, depth + 1, place);
	case NODE_UNARY:
		return node->op == OP_ADDRESS &&
		       lvalue(facts, node->first, depth + 1, place);
	case NODE_BINARY:
		return offset_pointer(facts, index, depth, place);
	case NODE_NAME:
		return variable(facts, index, depth, place);
	case NODE_MEMBER:
		if (!is_bitmap_pointer(facts, index))
			return false;
		*place = (struct word_place){ .bitmap = index,
					      .is_pointer = true,
					      .is_whole = true };
		return true;
	default:
		return false;
	}
}

bool facts_word(const struct unit_facts *facts, guint32 index,
		struct word_place *ret_place)
{
	return lvalue(facts, index, 0, ret_place);
}

bool facts_word_pointed_to(const struct unit_facts *facts, guint32 index,
			   struct word_place *ret_place)
{
	return pointed_to(facts, index, 0, ret_place);
}

/* The innermost loop around a node; or 0. */
static guint32 loop_around(const struct unit_facts *facts, guint32 index)
{
	while (index && facts_node(facts, index)->kind != NODE_LOOP)
		index = facts_parent(facts, index);
	return index;
}

/* `i = 1` or `int i = 1` at the head of a loop, or before it. */
static bool first_of_loop(const struct unit_facts *facts, guint32 symbol,
			  guint32 before, gint64 *ret_first)
{
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	for (guint i = values ? values->len : 0; i > 0; i--) {
		guint32 value = g_array_index(values, guint32, i - 1);

		if (value < before)
			return facts_constant(facts, value, ret_first);
	}
	return false;
}

/* `i < n`, `i != n` or `i <= n`: where the loop ends. */
static bool end_of_loop(const struct unit_facts *facts, guint32 loop,
			guint32 symbol, gint64 *ret_end)
{
	guint32 child = facts_node(facts, loop)->first;

	for (; child; child = facts_node(facts, child)->next) {
		const struct node *node = facts_node(facts, child);
		const struct node *left = facts_node(
			facts, facts_without_casts(facts, node->first));

		if (node->kind != NODE_BINARY || left->kind != NODE_NAME ||
		    left->symbol != symbol ||
		    !facts_constant(facts, node_child(facts, child, 1),
				    ret_end))
			continue;
		*ret_end += node->op == OP_LE;
		return node->op == OP_LT || node->op == OP_LE ||
		       node->op == OP_NE;
	}
	return false;
}

/* Bits first .. end - 1. */
static guint64 bits_between(gint64 first, gint64 end)
{
	guint64 bits = 0;

	for (gint64 bit = MAX(first, 0); bit < end && bit < 64; bit++)
		bits |= (guint64)1 << bit;
	return bits;
}

guint64 facts_words_of_place(const struct unit_facts *facts,
			     const struct word_place *place)
{
	const struct node *index =
		facts_node(facts, facts_without_casts(facts, place->index));
	guint32 loop = loop_around(facts, place->index);
	gint64 first, end;

	if (place->is_whole)
		return G_MAXUINT64;
	if (!place->index)
		return bits_between(place->word, place->word + 1);
	if (index->kind != NODE_NAME ||
	    !first_of_loop(facts, index->symbol, place->index, &first) ||
	    !end_of_loop(facts, loop, index->symbol, &end))
		return G_MAXUINT64;
	return bits_between(first + place->word, end + place->word);
}
