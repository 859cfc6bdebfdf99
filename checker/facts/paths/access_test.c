// SPDX-License-Identifier: GPL-2.0-only
/*
 * Conditions that ask whether a mapping may be read, written or executed, in
 * the spellings of handlers of mmap. What asks whether it is shared, too, is
 * about private copies, and no such test.
 */
#include <string.h>

#include "facts/words.h"

#include "accesses.h"

/*
 * VM_READ, VM_WRITE, VM_EXEC and what mprotect() may give back of them: its
 * `newflags >> 4' relies on these numbers (mm/mprotect.c, 2.6 to 7.1).
 */
enum {
	ACCESS_SHARED = 0x88,
	ACCESS_DEPTH = 4, /* variables set from variables */
};

/* The flags that one expression names: masks, bits, not their complements. */
static guint64 named_flags(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	if (!kind->has_value)
		return 0;
	if (kind->kind == KIND_MASK && facts_is_few_flags(facts, index))
		return kind->value;
	if (kind->kind == KIND_BIT && kind->value < 64)
		return 1ULL << kind->value;
	return 0;
}

/* All flags that are named in an expression, and how many bits by number. */
static guint64 flags_inside(const struct unit_facts *facts, guint32 index,
			    guint32 from)
{
	guint64 flags = 0;

	for (guint32 i = from; i < facts->nodes->len; i++) {
		if (!encloses(facts, index, i))
			break;
		flags |= named_flags(facts, i);
	}
	return flags;
}

guint64 access_named(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	if (strcmp(node->macro, "FMODE_WRITE") == 0 ||
	    strcmp(node->origin, "FMODE_WRITE") == 0)
		return ACCESS_MAYWRITE; /* else the file is open for reading */
	return named_flags(facts, index) & ACCESS_MAY;
}

/* `X & MASK', X flags that are not known: the mask; else 0. */
static guint64 tested_mask(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));
	guint32 left = node->first;
	guint32 right = left ? facts_node(facts, left)->next : 0;

	if (node->kind != NODE_BINARY || node->op != OP_AND)
		return 0;
	if (!named_flags(facts, right)) {
		left = right;
		right = node->first;
	}
	return facts_kind(facts, left)->kind == KIND_MASK &&
			       !facts_kind(facts, left)->has_value ?
		       named_flags(facts, right) :
		       0;
}

/* `(flags & MASK) == VALUE', or `!='. */
static bool read_comparison(const struct unit_facts *facts, guint32 index,
			    struct access_test *ret_test)
{
	const struct node *node = facts_node(facts, index);
	guint64 mask = tested_mask(facts, node->first);
	gint64 value;

	if (!mask ||
	    !facts_constant(facts, node_child(facts, index, 1), &value))
		return false;
	ret_test->is_set_if_true = node->op == OP_NE;
	ret_test->flags = mask & ~(guint64)value;
	if (ret_test->flags)
		return !(mask & ACCESS_SHARED);
	ret_test->is_set_if_true = node->op == OP_EQ;
	ret_test->flags = mask;
	return (mask & (mask - 1)) == 0;
}

/* vma_test(), vma_desc_test_any() and so on; several bits only for any. */
static bool read_helper(const struct unit_facts *facts, guint32 index,
			struct access_test *ret_test)
{
	const char *name = facts_callee_name(facts, index);
	guint32 arguments =
		facts_node(facts, facts_node(facts, index)->first)->next;
	guint64 flags;

	if (!arguments || !g_str_has_prefix(name, "vma_") ||
	    !strstr(name, "test"))
		return false;
	flags = flags_inside(facts, index, arguments);
	if (strstr(name, "all") && (flags & (flags - 1)))
		return false;
	ret_test->flags = flags;
	ret_test->is_set_if_true = true;
	return true;
}

static bool read_test(const struct unit_facts *facts, guint32 index,
		      guint depth, struct access_test *ret_test);

/* `bool is_write = vma->vm_flags & VM_WRITE;', and never anything else. */
static bool read_variable(const struct unit_facts *facts, guint32 index,
			  guint depth, struct access_test *ret_test)
{
	guint32 symbol = facts_node(facts, index)->symbol;
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	return values && values->len == 1 && depth < ACCESS_DEPTH &&
	       facts_symbol(facts, symbol)->kind == SYMBOL_LOCAL &&
	       read_test(facts, g_array_index(values, guint32, 0), depth + 1,
			 ret_test);
}

static bool read_test(const struct unit_facts *facts, guint32 index,
		      guint depth, struct access_test *ret_test)
{
	const struct node *node;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	switch (node->kind) {
	case NODE_UNARY:
		if (node->op != OP_LOGICAL_NOT ||
		    !read_test(facts, node->first, depth, ret_test))
			return false;
		ret_test->is_set_if_true ^= true;
		return true;
	case NODE_BINARY:
		if (node->op == OP_EQ || node->op == OP_NE)
			return read_comparison(facts, index, ret_test);
		ret_test->flags = tested_mask(facts, index);
		ret_test->is_set_if_true = true;
		return ret_test->flags != 0;
	case NODE_CALL:
		if (is_expect(facts, index))
			return read_test(facts, node_child(facts, index, 1),
					 depth, ret_test);
		return read_helper(facts, index, ret_test);
	case NODE_NAME:
		return read_variable(facts, index, depth, ret_test);
	default:
		return false;
	}
}

/* True if a condition around a test, or of a branch it is in, says shared. */
static bool is_of_shared(const struct unit_facts *facts, guint32 index)
{
	guint32 above = facts_parent(facts, index);

	for (; above; above = facts_parent(facts, above)) {
		const struct node *node = facts_node(facts, above);
		guint32 asked = is_logical(node) ? above : 0;

		if (node->kind == NODE_IF || node->kind == NODE_CONDITION)
			asked = node->first;
		if (asked &&
		    (flags_inside(facts, asked, asked) & ACCESS_SHARED))
			return true;
	}
	return false;
}

bool access_is_tested(const struct unit_facts *facts, guint32 index,
		      struct access_test *ret_test)
{
	if (!read_test(facts, index, 0, ret_test) ||
	    (ret_test->flags & (ACCESS_SHARED | ACCESS_MAY)))
		return false;
	ret_test->flags &= ACCESS_ALL;
	return ret_test->flags && !is_of_shared(facts, index);
}

/* A variable that a call has set, as `err = prepare(..)'. */
static bool is_of_call(const struct unit_facts *facts, guint32 symbol)
{
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	for (guint i = 0; values && i < values->len; i++) {
		guint32 value = facts_without_casts(
			facts, g_array_index(values, guint32, i));

		if (facts_node(facts, value)->kind == NODE_CALL)
			return true;
	}
	return false;
}

/* It says nothing about the object: what a call returned, a change, a flag. */
static bool is_other_matter(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct node *above =
		facts_node(facts, facts_parent(facts, index));

	if (access_named(facts, index) || named_flags(facts, index))
		return true;
	if (node->kind == NODE_CALL)
		return !is_expect(facts, index);
	if (node->kind == NODE_NAME && above->kind != NODE_MEMBER)
		return is_of_call(facts, node->symbol);
	return node->kind == NODE_ASSIGN;
}

bool access_is_of_object(const struct unit_facts *facts, guint32 index)
{
	bool has_value = false;

	for (guint32 i = index; i < facts->nodes->len; i++) {
		if (!encloses(facts, index, i))
			break;
		if (is_other_matter(facts, i))
			return false;
		has_value |= facts_node(facts, i)->kind == NODE_MEMBER ||
			     facts_node(facts, i)->kind == NODE_NAME;
	}
	return has_value;
}
