// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which part of a VMA an expression denotes or points to: by the record that
 * holds a member, through casts, aliases inside a function, and functions of
 * the same unit that return the pointer. Pointers kept in structures are not
 * followed; handing one out is an event of its own.
 */
#include <string.h>

#include "facts.h"

/* Chains of aliases and returning functions end somewhere. */
enum { FOLLOW_LIMIT = 12 };

struct follow {
	const struct unit_facts *facts;
	guint depth;
	guint32 *ret_owner;
};

static enum storage points_to(struct follow *follow, guint32 index);

static enum storage member_storage(const struct symbol *field,
				   const struct type *type)
{
	if (strcmp(field->name, "__vma_flags") == 0 &&
	    strcmp(field->record, "vma_flags_t") == 0)
		return STORAGE_PRIVATE;
	if (strcmp(field->record, "vm_area_struct") != 0)
		return STORAGE_NONE;
	if (strcmp(field->name, "vm_flags") == 0)
		return STORAGE_WORD;
	if (strcmp(field->name, "__vm_flags") == 0)
		return STORAGE_PRIVATE;
	if (strcmp(field->name, "flags") == 0 &&
	    strcmp(type->alias, "vma_flags_t") == 0)
		return STORAGE_BITMAP;
	return STORAGE_NONE;
}

static bool is_vma_type(const struct unit_facts *facts, guint32 type)
{
	return strcmp(facts_type(facts, type)->record, "vm_area_struct") == 0;
}

/*
 * WRITE_ONCE() and its like go through a volatile pointer of their own; what
 * they are given is what is written (include/asm-generic/rwonce.h).
 */
static bool is_transparent_cast(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	return node->kind == NODE_CAST &&
	       ((node->flags & NODE_IMPLICIT) ||
		strstr(facts_type(facts, node->type)->spelling, "volatile"));
}

/* `*&x` is x: the operand of the address, or 0. */
static guint32 undone_address(const struct unit_facts *facts, guint32 index)
{
	guint32 pointer = facts_node(facts, index)->first;
	const struct node *node;

	while (is_transparent_cast(facts, pointer))
		pointer = facts_node(facts, pointer)->first;
	node = facts_node(facts, pointer);
	return node->kind == NODE_UNARY && node->op == OP_ADDRESS ?
		       node->first :
		       0;
}

/* The storage of an lvalue without looking through pointers. */
static enum storage named_storage(struct follow *follow, guint32 index)
{
	const struct unit_facts *facts = follow->facts;
	const struct node *node = facts_node(facts, index);
	enum storage storage = STORAGE_NONE;

	if (node->kind == NODE_MEMBER || node->kind == NODE_DESIGNATED) {
		const struct symbol *field = facts_symbol(facts, node->symbol);

		storage = member_storage(field, facts_type(facts, field->type));
		if (storage != STORAGE_NONE && node->kind == NODE_MEMBER)
			*follow->ret_owner = node->first;
	}
	if (storage == STORAGE_NONE && is_vma_type(facts, node->type) &&
	    node->kind != NODE_CALL && node->kind != NODE_COMPOUND) {
		storage = STORAGE_VMA;
		*follow->ret_owner = index;
	}
	return storage;
}

static enum storage storage_of(struct follow *follow, guint32 index,
			       bool *ret_is_indirect)
{
	const struct unit_facts *facts = follow->facts;
	const struct node *node = facts_node(facts, index);
	enum storage storage = STORAGE_NONE;

	if (node->kind == NODE_UNARY && node->op == OP_DEREFERENCE) {
		guint32 operand = undone_address(facts, index);

		if (operand)
			return storage_of(follow, operand, ret_is_indirect);
		*ret_is_indirect = true;
		storage = points_to(follow, node->first);
	} else if (node->kind == NODE_INDEX) {
		storage = points_to(follow, node->first);
		*ret_is_indirect = storage != STORAGE_PRIVATE;
	} else if (node->kind == NODE_BINARY && node->op == OP_COMMA) {
		return storage_of(follow, node_child(facts, index, 1),
				  ret_is_indirect);
	} else if (node->kind == NODE_CONDITION) {
		storage = storage_of(follow, node_child(facts, index, 1),
				     ret_is_indirect);
		if (storage == STORAGE_NONE)
			storage = storage_of(follow,
					     node_child(facts, index, 2),
					     ret_is_indirect);
	}
	return storage != STORAGE_NONE ? storage : named_storage(follow, index);
}

/* True if ancestor encloses index. */
static bool encloses(const struct unit_facts *facts, guint32 ancestor,
		     guint32 index)
{
	while (index > ancestor)
		index = facts_parent(facts, index);
	return index == ancestor;
}

/* True if after the assignment of value no earlier one reaches the use. */
static bool hides_earlier(const struct unit_facts *facts, guint32 value,
			  guint32 use)
{
	guint32 above = facts_parent(facts, value);

	while (above) {
		switch (facts_node(facts, above)->kind) {
		case NODE_BLOCK:
			return encloses(facts, above, use);
		case NODE_IF:
		case NODE_LOOP:
		case NODE_SWITCH:
		case NODE_CASE:
		case NODE_CONDITION:
			return false;
		default:
			above = facts_parent(facts, above);
		}
	}
	return false;
}

/* What a local pointer may hold at its use, from assignments before it. */
static enum storage variable_points_to(struct follow *follow, guint32 index)
{
	const struct unit_facts *facts = follow->facts;
	guint32 symbol = facts_node(facts, index)->symbol;
	const GArray *values =
		g_hash_table_lookup(facts->sources, GUINT_TO_POINTER(symbol));

	for (guint i = values ? values->len : 0; i > 0; i--) {
		guint32 value = g_array_index(values, guint32, i - 1);
		enum storage storage;

		if (value > index)
			continue;
		storage = points_to(follow, value);
		if (storage != STORAGE_NONE)
			return storage;
		if (hides_earlier(facts, value, index))
			break;
	}
	return STORAGE_NONE;
}

static enum storage call_points_to(struct follow *follow, guint32 index)
{
	const struct unit_facts *facts = follow->facts;
	guint32 callee = facts_callee(facts, index);
	guint32 body = facts_symbol(facts, callee)->function;
	const struct function *function = facts_function(facts, body);

	for (guint32 i = function->body; body && i < function->end; i++) {
		const struct node *node = facts_node(facts, i);
		enum storage storage = STORAGE_NONE;

		if (node->kind == NODE_RETURN && node->first)
			storage = points_to(follow, node->first);
		if (storage == STORAGE_NONE)
			continue;
		/* The owner is a variable of the callee; of no use here. */
		*follow->ret_owner = 0;
		return storage;
	}
	return STORAGE_NONE;
}

static enum storage offset_points_to(const struct follow *follow, guint32 index)
{
	const struct node *node = facts_node(follow->facts, index);
	const struct symbol *field = facts_symbol(follow->facts, node->symbol);

	return member_storage(field, facts_type(follow->facts, field->type));
}

static enum storage arithmetic_points_to(struct follow *follow, guint32 index)
{
	const struct unit_facts *facts = follow->facts;
	const struct node *node = facts_node(facts, index);
	enum storage storage;

	if (node->op == OP_COMMA)
		return points_to(follow, node_child(facts, index, 1));
	if (node->op != OP_ADD && node->op != OP_SUB)
		return STORAGE_NONE;
	storage = points_to(follow, node_child(facts, index, 1));
	return storage != STORAGE_NONE ? storage :
					 points_to(follow, node->first);
}

/* The last statement of ({ .. }) is its value. */
static enum storage block_points_to(struct follow *follow, guint32 index)
{
	guint32 child = facts_node(follow->facts, index)->first, last = 0;

	for (; child; child = facts_node(follow->facts, child)->next)
		last = child;
	return last ? points_to(follow, last) : STORAGE_NONE;
}

static enum storage pointed_by_kind(struct follow *follow, guint32 index)
{
	const struct unit_facts *facts = follow->facts;
	const struct node *node = facts_node(facts, index);
	enum storage storage;
	bool is_indirect = false;

	switch (node->kind) {
	case NODE_UNARY:
		if (node->op != OP_ADDRESS)
			return STORAGE_NONE;
		storage = storage_of(follow, node->first, &is_indirect);
		return storage;
	case NODE_CAST:
	case NODE_LABEL:
		return points_to(follow, node->first);
	case NODE_MEMBER: /* an array member is a pointer to itself */
		storage = named_storage(follow, index);
		return storage == STORAGE_PRIVATE ? storage : STORAGE_NONE;
	case NODE_NAME:
		return variable_points_to(follow, index);
	case NODE_CONDITION:
		storage = points_to(follow, node_child(facts, index, 1));
		return storage != STORAGE_NONE ?
			       storage :
			       points_to(follow, node_child(facts, index, 2));
	case NODE_BINARY:
		return arithmetic_points_to(follow, index);
	case NODE_CALL:
		return call_points_to(follow, index);
	case NODE_OFFSET:
		return offset_points_to(follow, index);
	case NODE_STATEMENTS:
	case NODE_BLOCK:
		return block_points_to(follow, index);
	case NODE_ASSIGN:
		return points_to(follow, node_child(facts, index, 1));
	default:
		return STORAGE_NONE;
	}
}

static enum storage points_to(struct follow *follow, guint32 index)
{
	enum storage storage;

	if (index == 0 || follow->depth >= FOLLOW_LIMIT)
		return STORAGE_NONE;
	follow->depth++;
	storage = pointed_by_kind(follow, index);
	follow->depth--;
	return storage;
}

enum storage facts_storage(const struct unit_facts *facts, guint32 index,
			   guint32 *ret_owner, bool *ret_is_indirect)
{
	struct follow follow = { .facts = facts, .ret_owner = ret_owner };

	*ret_owner = 0;
	*ret_is_indirect = false;
	return storage_of(&follow, index, ret_is_indirect);
}

enum storage facts_points_to(const struct unit_facts *facts, guint32 index,
			     guint32 *ret_owner)
{
	struct follow follow = { .facts = facts, .ret_owner = ret_owner };

	*ret_owner = 0;
	return points_to(&follow, index);
}
