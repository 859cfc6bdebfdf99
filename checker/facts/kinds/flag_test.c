// SPDX-License-Identifier: GPL-2.0-only
/* Reads tests of flag words; those by a helper, vma_test(), are not read. */
#include "flag_test.h"

#include <string.h>

#include "facts/facts.h"

/* Reads the same storage each time, and does nothing else. */
static bool is_plain_read(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	if (node->flags & NODE_FROM_MACRO)
		return false;
	switch (node->kind) {
	case NODE_CONSTANT:
	case NODE_NAME:
		return true;
	case NODE_MEMBER:
	case NODE_CAST:
		return is_plain_read(facts, node->first);
	case NODE_INDEX:
		return is_plain_read(facts, node->first) &&
		       is_plain_read(facts, node_child(facts, index, 1));
	case NODE_UNARY:
		return (node->op == OP_DEREFERENCE || node->op == OP_ADDRESS) &&
		       is_plain_read(facts, node->first);
	default:
		return false;
	}
}

static bool is_mask(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	return kind->kind == KIND_MASK && kind->has_value && kind->value != 0;
}

static bool is_word(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	return kind->kind == KIND_MASK && !kind->has_value;
}

/* One flag, and never none: any of it is all of it in every configuration. */
static bool is_one_flag(const struct unit_facts *facts, guint32 mask)
{
	guint64 value = facts_kind(facts, mask)->value;
	g_autofree char *stem = facts_flag_stem(facts, mask);

	return (value & (value - 1)) == 0 && stem &&
	       !facts_optional_flag(facts, stem);
}

/* `word & mask', in either order. */
static struct flag_test read_and(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	guint32 left = facts_without_casts(facts, node->first);
	guint32 right = facts_without_casts(facts, node_child(facts, index, 1));
	struct flag_test test = { .word = left, .mask = right };

	if (is_mask(facts, left))
		test = (struct flag_test){ .word = right, .mask = left };
	if (node->kind != NODE_BINARY || node->op != OP_AND ||
	    !is_mask(facts, test.mask) || !is_word(facts, test.word))
		return (struct flag_test){ 0 };
	test.is_plain = is_plain_read(facts, test.word);
	test.is_any = true;
	test.is_all = is_one_flag(facts, test.mask);
	return test;
}

/* `word & mask' compared with 0, or with all of its mask. */
static struct flag_test read_comparison(const struct unit_facts *facts,
					const struct node *node)
{
	guint32 left = facts_without_casts(facts, node->first);
	guint32 right = facts_node(facts, node->first)->next;
	const struct kind *with = facts_kind(facts, right);
	struct flag_test test = read_and(facts, left);

	if (!test.word || !with->has_value)
		return (struct flag_test){ 0 };
	test.is_negated = node->op == OP_EQ;
	if (with->value == 0)
		return test;
	if (with->value != facts_kind(facts, test.mask)->value)
		return (struct flag_test){ 0 };
	test.is_negated = !test.is_negated;
	test.is_any = test.is_all;
	test.is_all = true;
	return test;
}

static struct flag_test read_test(const struct unit_facts *facts, guint32 index)
{
	const struct node *node;
	struct flag_test test;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (node->kind == NODE_UNARY && node->op == OP_LOGICAL_NOT) {
		test = read_test(facts, node->first);
		test.is_negated = !test.is_negated;
	} else if (node->kind == NODE_BINARY &&
		   (node->op == OP_EQ || node->op == OP_NE)) {
		test = read_comparison(facts, node);
	} else {
		test = read_and(facts, index);
	}
	test.node = index;
	return test;
}

bool facts_flag_test(const struct unit_facts *facts, guint32 index,
		     struct flag_test *ret_test)
{
	*ret_test = read_test(facts, index);
	return ret_test->word != 0;
}

bool facts_stands_for_mask(const struct unit_facts *facts, guint32 index)
{
	const struct node *cast = facts_node(facts, facts_parent(facts, index));
	guint32 above = facts_written_parent(facts, index);
	const struct node *node = facts_node(facts, above);
	guint32 right = node_child(facts, above, 1);
	guint32 other = facts_without_casts(facts, right) == index ?
				node->first :
				right;

	if (cast->kind == NODE_CAST &&
	    strcmp(facts_type(facts, cast->type)->alias, "vm_flags_t") == 0)
		return true;
	return (node->kind == NODE_BINARY || node->kind == NODE_ASSIGN) &&
	       (node->op == OP_AND || node->op == OP_OR) &&
	       facts_kind(facts, other)->kind == KIND_MASK;
}
