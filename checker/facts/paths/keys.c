// SPDX-License-Identifier: GPL-2.0-only
/* Names for places, and the VMAs behind them. */
#include <string.h>

#include "walk.h"

const char *callee_symbol_name(const struct unit_facts *facts, guint32 call)
{
	return facts_symbol(facts, facts_callee(facts, call))->name;
}

const char *changing_name(const struct unit_facts *facts, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(facts, facts_callee(facts, call));

	return *callee->wraps ? callee->wraps : callee->name;
}

const char *keep_key(struct path_walk *walk, char *key)
{
	const char *kept = key ? facts_string(walk->facts, key) : NULL;

	g_free(key);
	return kept;
}

/* A key with something behind it; takes the key, passes NULL on. */
static char *extended(char *key, const char *separator, const char *name)
{
	char *longer = key ? g_strconcat(key, separator, name, NULL) : NULL;

	g_free(key);
	return longer;
}

static char *index_key(const struct unit_facts *facts, guint32 index)
{
	guint32 position =
		facts_without_casts(facts, node_child(facts, index, 1));
	const struct node *node = facts_node(facts, position);

	if (node->kind != NODE_CONSTANT)
		return NULL;
	return extended(place_key(facts, facts_node(facts, index)->first), ".",
			node->text);
}

char *place_key(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	switch (node->kind) {
	case NODE_CAST:
		return place_key(facts, node->first);
	case NODE_NAME:
		return g_strdup_printf("s%u", node->symbol);
	case NODE_MEMBER:
		return extended((node->flags & NODE_ARROW) ?
					pointee_key(facts, node->first) :
					place_key(facts, node->first),
				".", facts_symbol(facts, node->symbol)->name);
	case NODE_INDEX:
		return index_key(facts, index);
	case NODE_UNARY:
		return node->op == OP_DEREFERENCE ?
			       pointee_key(facts, node->first) :
			       NULL;
	case NODE_ASSIGN:
		return place_key(facts, node->first);
	default:
		return NULL;
	}
}

char *pointee_key(const struct unit_facts *facts, guint32 index)
{
	guint32 stripped = facts_without_casts(facts, index);
	const struct node *node = facts_node(facts, stripped);

	if (node->kind == NODE_UNARY && node->op == OP_ADDRESS)
		return place_key(facts, node->first);
	if (node->kind == NODE_MEMBER &&
	    facts_type(facts, node->type)->class == TYPE_ARRAY)
		return place_key(facts, stripped);
	return extended(place_key(facts, stripped), "^", "");
}

static bool is_vma_record(const struct unit_facts *facts, guint32 type)
{
	return strcmp(facts_type(facts, type)->record, "vm_area_struct") == 0;
}

bool is_vma_pointer(const struct unit_facts *facts, guint32 index)
{
	const struct type *type =
		facts_type(facts, facts_node(facts, index)->type);

	return type->class == TYPE_POINTER &&
	       is_vma_record(facts, type->target);
}

/* Members through which code is handed a VMA that is in use. */
static bool is_live_member(const struct unit_facts *facts, guint32 index)
{
	static const char *const records[] = {
		"vm_fault",
		"mm_walk",
		"page_vma_mapped_walk",
	};
	const struct node *node = facts_node(facts, index);
	const struct symbol *field = facts_symbol(facts, node->symbol);

	if (node->kind != NODE_MEMBER || strcmp(field->name, "vma") != 0)
		return false;
	for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
		if (strcmp(records[i], field->record) == 0)
			return true;
	}
	return false;
}

/* A VMA of which nothing is known but what the expression says. */
static struct vma_object *new_object(struct path_walk *walk, guint32 pointer,
				     const char *key)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, pointer);
	enum vma_origin origin = ORIGIN_UNKNOWN;
	struct vma_object *object;

	if (node->kind == NODE_UNARY && node->op == OP_ADDRESS &&
	    facts_node(facts, node->first)->kind == NODE_NAME)
		origin = ORIGIN_FRESH;
	else if (is_live_member(facts, pointer))
		origin = ORIGIN_LOOKUP;
	object = state_add_object(walk->state, state_new_id(walk->state),
				  origin, pointer);
	if (origin == ORIGIN_LOOKUP && *walk->handler) {
		object->lock = LOCK_READ;
		object->lock_node = pointer;
	}
	if (key)
		state_bind(walk->state, key, object->id);
	return object;
}

/* The last expression of ({ .. }) is its value. */
static guint32 value_of_block(const struct unit_facts *facts, guint32 index)
{
	guint32 child = facts_node(facts, index)->first, last = 0;

	for (; child; child = facts_node(facts, child)->next)
		last = child;
	return last;
}

struct vma_object *walk_object(struct path_walk *walk, guint32 pointer)
{
	const struct unit_facts *facts = walk->facts;
	guint32 index = facts_without_casts(facts, pointer);
	const struct node *node = facts_node(facts, index);
	struct vma_object *object = NULL;
	const char *key;
	guint32 id;

	if (index == 0)
		return NULL;
	if (node->kind == NODE_STATEMENTS || node->kind == NODE_BLOCK)
		return walk_object(walk, value_of_block(facts, index));
	if (node->kind == NODE_CALL) {
		id = GPOINTER_TO_UINT(g_hash_table_lookup(
			walk->results, GUINT_TO_POINTER(index)));
		return id ? state_object_by_id(walk->state, id) : NULL;
	}
	key = keep_key(walk, pointee_key(facts, index));
	if (key)
		object = state_object(walk->state, key);
	if (!object && key)
		object = new_object(walk, index, key);
	return object;
}

const char *vma_key(struct path_walk *walk, guint32 owner)
{
	const struct unit_facts *facts = walk->facts;
	const struct vma_object *object = NULL;

	if (facts_type(facts, facts_node(facts, owner)->type)->class ==
	    TYPE_POINTER)
		object = walk_object(walk, owner);
	if (object)
		return keep_key(walk, g_strdup_printf("v%u", object->id));
	return keep_key(walk, place_key(facts, owner));
}
