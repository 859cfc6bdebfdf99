// SPDX-License-Identifier: GPL-2.0-only
/* Calls that take and drop locks. */
#include <string.h>

#include "walk.h"

/* Of &mm->mmap_lock (5.8 on) or &mm->mmap_sem: the mm; else 0. */
static guint32 locked_mm(const struct unit_facts *facts, guint32 argument)
{
	guint32 index = facts_without_casts(facts, argument);
	const struct node *node = facts_node(facts, index);
	const char *name;

	if (node->kind != NODE_UNARY || node->op != OP_ADDRESS)
		return 0;
	node = facts_node(facts, node->first);
	if (node->kind != NODE_MEMBER)
		return 0;
	name = facts_symbol(facts, node->symbol)->name;
	if (strcmp(name, "mmap_lock") != 0 && strcmp(name, "mmap_sem") != 0)
		return 0;
	return node->first;
}

static bool is_rwsem_row(const struct lock_row *row)
{
	return !strstr(row->name, "mmap") && row->effect >= EFFECT_MMAP_WRITE &&
	       row->effect <= EFFECT_MMAP_DOWNGRADE;
}

/* The expression that is locked; 0 if the call is about something else. */
static guint32 locked_expression(const struct path_walk *walk, guint32 call,
				 const struct lock_row *row)
{
	guint32 argument = node_child(walk->facts, call, 1 + row->argument);

	return is_rwsem_row(row) ? locked_mm(walk->facts, argument) : argument;
}

const struct lock_row *lock_of_call(const struct path_walk *walk, guint32 call)
{
	const struct lock_row *row =
		lock_find(callee_symbol_name(walk->facts, call));

	if (!row) /* rwsem calls are macros with lock debugging */
		row = lock_find(facts_callee_name(walk->facts, call));
	if (!row || !locked_expression(walk, call, row))
		return NULL;
	return row;
}

const struct lock_row *conditional_lock(const struct path_walk *walk,
					guint32 call)
{
	const struct lock_row *row = facts_node(walk->facts, call)->kind ==
						     NODE_CALL ?
					     lock_of_call(walk, call) :
					     NULL;

	return row && row->success != LOCKS_ALWAYS ? row : NULL;
}

static void hold(struct path_walk *walk, guint32 node, guint32 mm,
		 enum lock_state mode)
{
	const char *key = keep_key(walk, pointee_key(walk->facts, mm));
	struct held_lock lock = {
		.key = key ? key : "",
		.mode = mode,
		.node = node,
	};

	state_end_attempts(walk->state, 0);
	state_hold(walk->state, lock);
}

static void lock_vma(struct path_walk *walk, guint32 call, guint32 pointer,
		     enum lock_state lock)
{
	struct vma_object *object = walk_object(walk, pointer);

	walk->state->time++;
	if (lock == LOCK_WRITE)
		walk->state->has_vma_locks = true;
	if (object)
		state_end_attempts(walk->state, object->id);
	if (!object || (object->lock == LOCK_WRITE && lock == LOCK_WRITE))
		return;
	object->lock = lock;
	object->lock_node = call;
	object->lock_time = walk->state->time;
}

/* vma_link() locks the VMA it inserts (6.4); others leave that to callers. */
static void publish(struct path_walk *walk, guint32 call, guint32 pointer,
		    const struct lock_row *row)
{
	struct vma_object *object = walk_object(walk, pointer);

	if (!object)
		return;
	if (object->origin == ORIGIN_FRESH) {
		object->origin = ORIGIN_PUBLISHED;
		object->origin_node = call;
		if (object->lock == LOCK_UNKNOWN)
			object->lock = LOCK_NONE;
	}
	if (!strstr(row->name, "iter"))
		object->lock = LOCK_UNKNOWN;
}

static void downgrade(struct path_walk *walk, guint32 call, guint32 mm)
{
	const char *key = keep_key(walk, pointee_key(walk->facts, mm));

	state_release(walk->state, key ? key : "");
	hold(walk, call, mm, LOCK_READ);
}

void apply_lock(struct path_walk *walk, guint32 call,
		const struct lock_row *row)
{
	guint32 expression = locked_expression(walk, call, row);
	g_autofree char *key = pointee_key(walk->facts, expression);
	guint32 node;
	guint time;

	switch (row->effect) {
	case EFFECT_MMAP_ASSERT:
		if (state_mmap_lock(walk->state, &node, &time) == LOCK_WRITE)
			break;
		hold(walk, call, expression, LOCK_WRITE);
		break;
	case EFFECT_MMAP_WRITE:
		hold(walk, call, expression, LOCK_WRITE);
		break;
	case EFFECT_MMAP_READ:
		hold(walk, call, expression, LOCK_READ);
		break;
	case EFFECT_MMAP_UNLOCK:
		state_end_attempts(walk->state, 0);
		state_release(walk->state, key ? key : "");
		break;
	case EFFECT_MMAP_DOWNGRADE:
		downgrade(walk, call, expression);
		break;
	case EFFECT_VMA_WRITE:
		lock_vma(walk, call, expression, LOCK_WRITE);
		break;
	case EFFECT_VMA_READ:
		lock_vma(walk, call, expression, LOCK_READ);
		break;
	case EFFECT_VMA_UNLOCK:
		lock_vma(walk, call, expression, LOCK_NONE);
		break;
	case EFFECT_VMA_PUBLISH:
		publish(walk, call, expression, row);
		break;
	case EFFECT_NONE:
		break;
	}
}

/*
 * The block or loop that a variable lives in; a declaration is a block of its
 * own among the nodes.
 */
static guint32 scope_of(const struct unit_facts *facts, guint32 variable)
{
	guint32 index = facts_parent(facts, variable);

	while (index) {
		index = facts_parent(facts, index);
		if (facts_node(facts, index)->kind == NODE_LOOP ||
		    facts_node(facts, index)->kind == NODE_BLOCK)
			return index;
	}
	return 0;
}

/*
 * guard(mmap_read_lock)(mm) declares a variable that class_.._constructor()
 * initialises; it is unlocked where the variable goes (linux/cleanup.h, 6.5).
 */
bool apply_guard(struct path_walk *walk, guint32 variable)
{
	const struct unit_facts *facts = walk->facts;
	guint32 call =
		facts_without_casts(facts, facts_node(facts, variable)->first);
	const char *name = callee_symbol_name(facts, call);
	enum lock_state mode = LOCK_UNKNOWN;
	struct held_lock *held;

	if (facts_node(facts, call)->kind != NODE_CALL ||
	    !g_str_has_prefix(name, "class_mmap_"))
		return false;
	if (strstr(name, "write"))
		mode = LOCK_WRITE;
	else if (strstr(name, "read"))
		mode = LOCK_READ;
	else
		return false;
	hold(walk, call, node_child(facts, call, 1), mode);
	held = &g_array_index(walk->state->held, struct held_lock,
			      walk->state->held->len - 1);
	held->scope = scope_of(facts, variable);
	return true;
}
