// SPDX-License-Identifier: GPL-2.0-only
/*
 * What a value is made of: the flag word of one VMA, as it is or with flags
 * taken out, followed through a local variable of the function.
 */
#include <string.h>

#include "kind.h"

/* From so many flags on a constant is all but a few of them. */
enum { MOST_FLAGS = 24 };

static guint count_flags(guint64 mask)
{
	guint nr = 0;

	for (; mask; mask &= mask - 1)
		nr++;
	return nr;
}

static bool is_written_complement(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct kind *kind = facts_kind(facts, index);

	while (node->kind == NODE_CAST)
		node = facts_node(facts, node->first);
	if (kind->kind == KIND_MASK && kind->has_value)
		return count_flags(kind->value) >= MOST_FLAGS;
	return node->kind == NODE_UNARY && node->op == OP_NOT &&
	       facts_kind(facts, node->first)->kind == KIND_MASK;
}

/* The only value of a local variable; or 0. */
static guint32 only_value(const struct unit_facts *facts, guint32 symbol)
{
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));
	const bool is_local = facts_symbol(facts, symbol)->kind == SYMBOL_LOCAL;

	return values && values->len == 1 && is_local ?
		       g_array_index(values, guint32, 0) :
		       0;
}

/*
 * `~VM_X', or a macro that is one: nearly all bits are in it. Also by a local
 * that is nothing else, and as one of two values.
 */
bool facts_is_complement(const struct unit_facts *facts, guint32 index)
{
	const struct node *node;

	if (is_written_complement(facts, index))
		return true;
	node = facts_node(facts, facts_without_casts(facts, index));
	if (node->kind == NODE_NAME) {
		index = only_value(facts, node->symbol);
		return index && is_written_complement(facts, index);
	}
	if (node->kind != NODE_CONDITION)
		return false;
	index = facts_node(facts, node->first)->next;
	return is_written_complement(facts, index) ||
	       is_written_complement(facts, facts_node(facts, index)->next);
}

/* A few flags by name, not taken from any word. */
bool facts_is_few_flags(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	return kind->kind == KIND_MASK && kind->has_value && kind->value != 0 &&
	       count_flags(kind->value) < MOST_FLAGS;
}

/* True if two expressions of a VMA are the same text: `vma', `&x->area'. */
static bool is_same_text(const struct unit_facts *facts, guint32 a, guint32 b)
{
	g_autofree char *left =
		facts_source(facts, facts_without_casts(facts, a));
	g_autofree char *right =
		facts_source(facts, facts_without_casts(facts, b));
	const char *name = *right == '&' ? right + 1 : right;

	return *left && strcmp(*left == '&' ? left + 1 : left, name) == 0;
}

/* The flags of the VMA that the call is about: all of them, unmasked. */
static bool is_word_of(const struct unit_facts *facts, guint32 index,
		       guint32 owner)
{
	guint32 of = 0;
	bool is_indirect;

	index = facts_without_casts(facts, index);
	return facts_storage(facts, index, &of, &is_indirect) == STORAGE_WORD &&
	       of && is_same_text(facts, of, owner);
}

/* `word & ~VM_X', `word & VM_X', `word'; anything else is not its word. */
static enum word_change change_of_value(const struct unit_facts *facts,
					guint32 index, guint32 owner)
{
	const struct node *node;
	guint32 left, right;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (is_word_of(facts, index, owner))
		return WORD_SAME;
	if (node->kind != NODE_BINARY || node->op != OP_AND)
		return WORD_UNKNOWN;
	left = node->first;
	right = node_child(facts, index, 1);
	if (is_word_of(facts, right, owner))
		right = left;
	else if (!is_word_of(facts, left, owner))
		return WORD_UNKNOWN;
	if (facts_is_complement(facts, right))
		return WORD_LESS;
	return facts_is_few_flags(facts, right) ? WORD_ONLY : WORD_UNKNOWN;
}

/* A store to the variable itself: the node, else 0. */
static guint32 stored_value(const struct unit_facts *facts, guint32 index,
			    guint32 symbol)
{
	const struct node *node = facts_node(facts, index);

	if (node->kind == NODE_VARIABLE && node->symbol == symbol)
		return node->first;
	if (node->kind == NODE_ASSIGN &&
	    facts_node(facts, node->first)->kind == NODE_NAME &&
	    facts_node(facts, node->first)->symbol == symbol)
		return node_child(facts, index, 1);
	return 0;
}

/* One more store to the copy; what was only kept may not be added to. */
static enum word_change next_change(const struct unit_facts *facts,
				    guint32 index, guint32 value, guint32 owner,
				    enum word_change before)
{
	const struct node *node = facts_node(facts, index);

	if (node->kind == NODE_VARIABLE || node->op == OP_NONE)
		return change_of_value(facts, value, owner);
	if (before == WORD_UNKNOWN)
		return WORD_UNKNOWN;
	if (node->op == OP_OR)
		return before == WORD_ONLY ? WORD_UNKNOWN : before;
	if (node->op != OP_AND)
		return WORD_UNKNOWN;
	if (facts_is_complement(facts, value))
		return before == WORD_ONLY ? WORD_ONLY : WORD_LESS;
	return facts_is_few_flags(facts, value) ? WORD_ONLY : WORD_UNKNOWN;
}

static bool is_branch(const struct node *node)
{
	return node->kind == NODE_BLOCK || node->kind == NODE_IF ||
	       node->kind == NODE_LOOP || node->kind == NODE_SWITCH;
}

/*
 * True if the store is in a block that the use is in, too. A declaration is a
 * block of its own among the nodes.
 */
static bool is_on_every_path(const struct unit_facts *facts, guint32 store,
			     guint32 use)
{
	guint32 above = facts_parent(facts, store);

	if (facts_node(facts, store)->kind == NODE_VARIABLE)
		above = facts_parent(facts, above);
	while (above && !is_branch(facts_node(facts, above)))
		above = facts_parent(facts, above);
	while (use > above)
		use = facts_parent(facts, use);
	return use == above;
}

/*
 * What a local holds of the VMA's word where it is passed. A store in a branch
 * that the call is not in makes it unknown unless it only takes flags out.
 */
static enum word_change change_of_copy(const struct unit_facts *facts,
				       const struct flag_use *use,
				       guint32 owner)
{
	const struct function *function = facts_function(facts, use->function);
	guint32 symbol = facts_node(facts, use->node)->symbol;
	enum word_change change = WORD_UNKNOWN;

	for (guint32 i = function->body; i < use->user; i++) {
		guint32 value = stored_value(facts, i, symbol);
		enum word_change next;

		if (!value)
			continue;
		next = next_change(facts, i, value, owner, change);
		if (!is_on_every_path(facts, i, use->user) &&
		    (next != WORD_LESS || change != WORD_LESS))
			next = next == change ? next : WORD_UNKNOWN;
		change = next;
	}
	return change;
}

/* `(word & ~VM_X) | VM_Y' lacks what was taken out, too: without VM_Y. */
static guint32 without_added(const struct unit_facts *facts, guint32 index)
{
	const struct node *node;
	guint32 right;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (node->kind != NODE_BINARY || node->op != OP_OR)
		return index;
	right = node_child(facts, index, 1);
	if (facts_is_few_flags(facts, right))
		return facts_without_casts(facts, node->first);
	return facts_is_few_flags(facts, node->first) ?
		       facts_without_casts(facts, right) :
		       index;
}

enum word_change facts_word_change(const struct unit_facts *facts,
				   const struct flag_use *use, guint32 owner)
{
	struct flag_use part = *use;
	enum word_change change;
	const struct node *node;

	part.node = without_added(facts, use->node);
	node = facts_node(facts, part.node);
	change = node->kind == NODE_NAME &&
				 facts_symbol(facts, node->symbol)->kind ==
					 SYMBOL_LOCAL ?
			 change_of_copy(facts, &part, owner) :
			 change_of_value(facts, part.node, owner);
	/* What was only kept may have been added to. */
	return part.node != facts_without_casts(facts, use->node) &&
			       change != WORD_LESS ?
		       WORD_UNKNOWN :
		       change;
}
