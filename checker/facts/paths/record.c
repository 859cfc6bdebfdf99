// SPDX-License-Identifier: GPL-2.0-only
/* Writes down what changes flags, and which values were read when. */
#include <string.h>

#include "walk.h"

/* Pointers that a function keeps under another name are nothing to it. */
static struct path_event base_event(struct path_walk *walk, guint32 index,
				    guint32 owner)
{
	struct path_event event = {
		.node = index,
		.function = walk->function,
		.call = walk->call,
		.owner = owner,
		.name = "",
		.handler = walk->handler,
	};
	guint time;

	event.mmap_lock =
		state_mmap_lock(walk->state, &event.mmap_lock_node, &time);
	return event;
}

static void add_object(struct path_event *event,
		       const struct vma_object *object)
{
	if (!object)
		return;
	event->origin = object->origin;
	event->origin_node = object->origin_node;
	event->vma_lock = object->lock;
	event->vma_lock_node = object->lock_node;
	event->field_node = object->field_node;
}

/* The VMA of an expression: a pointer, or the object itself. */
static struct vma_object *object_of(struct path_walk *walk, guint32 owner)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, owner));
	struct vma_object *object;
	const char *key;

	if (facts_type(facts, node->type)->class == TYPE_POINTER)
		return walk_object(walk, owner);
	key = keep_key(walk, place_key(facts, owner));
	object = key ? state_object(walk->state, key) : NULL;
	if (!object && node->kind == NODE_NAME)
		object = state_add_object(walk->state,
					  state_new_id(walk->state),
					  ORIGIN_FRESH, owner);
	return object;
}

static bool is_same_event(const struct path_event *a,
			  const struct path_event *b)
{
	return a->kind == b->kind && a->node == b->node &&
	       a->origin == b->origin && a->vma_lock == b->vma_lock &&
	       a->mmap_lock == b->mmap_lock && a->field_node == b->field_node &&
	       a->sample_node == b->sample_node && a->tail == b->tail &&
	       a->outcome == b->outcome && a->attempt_node == b->attempt_node &&
	       a->other_node == b->other_node && a->access == b->access;
}

/* What a node says of itself, whatever has led to it. */
static bool needs_no_path(const struct path_event *event)
{
	return event->kind == PATH_TEST ||
	       (event->kind == PATH_TOGETHER && !event->other_node);
}

void record_event(struct path_walk *walk, struct path_event event)
{
	GArray *events = walk->facts->path_events;
	GHashTable *newest = walk->facts->path_newest;
	gpointer key = GUINT_TO_POINTER(event.node);
	guint index = GPOINTER_TO_UINT(g_hash_table_lookup(newest, key));

	if (walk->is_torn && !needs_no_path(&event))
		return;
	event.before = index;
	while (index > 0) {
		const struct path_event *other =
			&g_array_index(events, struct path_event, index - 1);

		if (is_same_event(other, &event))
			return;
		index = other->before;
	}
	g_array_append_val(events, event);
	g_hash_table_insert(newest, key, GUINT_TO_POINTER(events->len));
}

/*
 * Adds a sample, unless it is there: of one read only the oldest counts, as any
 * lock since then makes it stale. With more reads than a function has, later
 * ones are let go of, which is noted.
 */
static void add_sample(const struct path_walk *walk, GArray *samples,
		       const struct flag_sample *sample)
{
	for (guint i = 0; i < samples->len; i++) {
		struct flag_sample *other =
			&g_array_index(samples, struct flag_sample, i);

		if (other->variable != sample->variable ||
		    other->node != sample->node ||
		    other->object != sample->object)
			continue;
		other->time = MIN(other->time, sample->time);
		return;
	}
	if (samples->len < SAMPLE_LIMIT)
		g_array_append_vals(samples, sample, 1);
	else
		walk->facts->cut = walk->function;
}

static void collect_samples(struct path_walk *walk, guint32 index,
			    GArray *found);

static void collect_children(struct path_walk *walk, guint32 child,
			     GArray *found)
{
	for (; child; child = facts_node(walk->facts, child)->next)
		collect_samples(walk, child, found);
}

static void collect_read(struct path_walk *walk, guint32 index, GArray *found)
{
	const struct node *node = facts_node(walk->facts, index);
	struct flag_sample sample = { .node = index };
	const struct vma_object *object;
	guint32 owner = 0;
	bool is_indirect;
	enum storage storage =
		facts_storage(walk->facts, index, &owner, &is_indirect);

	if ((storage != STORAGE_WORD && storage != STORAGE_BITMAP) || !owner) {
		collect_children(walk, node->first, found);
		return;
	}
	object = object_of(walk, owner);
	if (!object || object->lock == LOCK_WRITE)
		return;
	sample.object = object->id;
	sample.time = walk->state->time;
	add_sample(walk, found, &sample);
}

static void collect_variable(struct path_walk *walk, guint32 index,
			     GArray *found)
{
	guint32 symbol = facts_node(walk->facts, index)->symbol;
	const GArray *samples = walk->state->samples;

	for (guint i = 0; i < samples->len; i++) {
		struct flag_sample sample =
			g_array_index(samples, struct flag_sample, i);

		if (sample.variable == symbol)
			add_sample(walk, found, &sample);
	}
}

/* Truth values and comparisons hold no flags to store. */
static void collect_samples(struct path_walk *walk, guint32 index,
			    GArray *found)
{
	const struct node *node = facts_node(walk->facts, index);

	switch (node->kind) {
	case NODE_NAME:
		collect_variable(walk, index, found);
		break;
	case NODE_MEMBER:
		collect_read(walk, index, found);
		break;
	case NODE_BINARY:
		if (node->op < OP_LT || node->op > OP_NE)
			collect_children(walk, node->first, found);
		break;
	case NODE_CONDITION:
		collect_children(walk, node_child(walk->facts, index, 1),
				 found);
		break;
	case NODE_UNARY:
		if (node->op != OP_LOGICAL_NOT)
			collect_children(walk, node->first, found);
		break;
	case NODE_CALL:
		if (facts_type(walk->facts, node->type)->class != TYPE_BOOL)
			collect_children(
				walk, node_child(walk->facts, index, 1), found);
		break;
	default:
		collect_children(walk, node->first, found);
		break;
	}
}

static bool can_hold_flags(const struct unit_facts *facts, guint32 symbol)
{
	const struct type *type =
		facts_type(facts, facts_symbol(facts, symbol)->type);

	return type->class == TYPE_RECORD ||
	       (type->class == TYPE_INTEGER && type->bits >= 32);
}

void sample_variable(struct path_walk *walk, guint32 symbol, guint32 value,
		     bool keeps_old)
{
	g_autoptr(GArray) found =
		g_array_new(FALSE, FALSE, sizeof(struct flag_sample));
	GArray *samples = walk->state->samples;

	if (!can_hold_flags(walk->facts, symbol))
		return;
	collect_samples(walk, value, found);
	for (guint i = samples->len; i > 0 && !keeps_old; i--) {
		if (g_array_index(samples, struct flag_sample, i - 1)
			    .variable == symbol)
			g_array_remove_index_fast(samples, i - 1);
	}
	for (guint i = 0; i < found->len; i++) {
		struct flag_sample sample =
			g_array_index(found, struct flag_sample, i);

		sample.variable = symbol;
		add_sample(walk, samples, &sample);
	}
}

void sample_parameter(struct path_walk *walk, guint32 symbol, guint32 value)
{
	sample_variable(walk, symbol, value, false);
}

/* The lock that came between a read of flags and now; 0 if none did. */
static guint32 lock_since(const struct path_walk *walk,
			  const struct flag_sample *sample, bool *ret_is_mmap)
{
	const struct vma_object *object =
		state_object_by_id(walk->state, sample->object);
	guint32 node;
	guint time;

	*ret_is_mmap = false;
	if (!object || object->origin == ORIGIN_FRESH)
		return 0;
	if (state_mmap_lock(walk->state, &node, &time) == LOCK_WRITE &&
	    time > sample->time) {
		*ret_is_mmap = true;
		return node;
	}
	if (object->lock == LOCK_WRITE && object->lock_time > sample->time)
		return object->lock_node;
	return 0;
}

/*
 * A stale value does harm if it overwrites, or if it goes to another VMA;
 * or-ing a VMA's own old flags to it changes nothing.
 */
static void find_stale(struct path_walk *walk, struct path_event *event,
		       guint32 values, guint32 target, bool overwrites)
{
	g_autoptr(GArray) found =
		g_array_new(FALSE, FALSE, sizeof(struct flag_sample));

	collect_children(walk, values, found);
	for (guint i = 0; i < found->len && !event->sample_node; i++) {
		const struct flag_sample *sample =
			&g_array_index(found, struct flag_sample, i);
		guint32 lock;

		if (!overwrites && sample->object == target)
			continue;
		lock = lock_since(walk, sample, &event->is_mmap_sample);
		if (!lock)
			continue;
		event->sample_node = sample->node;
		event->sample_lock_node = lock;
	}
}

/* A lock that the change relies on and that may not be held. */
static void add_attempt(const struct path_walk *walk, struct path_event *event,
			const struct vma_object *object)
{
	const struct lock_attempt *attempt =
		attempt_of_change(walk, object, event->node);

	if (!attempt)
		return;
	event->outcome = attempt->outcome;
	event->attempt_node = attempt->call;
	event->attempt_is_true = lock_of_call(walk, attempt->call)->success ==
				 LOCKS_IF_TRUE;
}

void record_mutation(struct path_walk *walk, guint32 index, guint32 owner,
		     const struct mutator *mutator)
{
	const struct unit_facts *facts = walk->facts;
	struct path_event event = base_event(walk, index, owner);
	const struct node *node = facts_node(facts, index);
	const struct vma_object *object = object_of(walk, owner);

	event.kind = PATH_MUTATION;
	event.mutator = mutator->class;
	if (node->kind == NODE_CALL)
		event.name = facts_callee_name(facts, index);
	else if (facts_shadows_helper(facts, index))
		event.name = node->macro;
	add_object(&event, object);
	add_attempt(walk, &event, object);
	if (event.vma_lock == LOCK_SOMETIMES &&
	    !path_lock_is_left_out(walk, object->lock_node, index))
		event.vma_lock = LOCK_UNKNOWN;
	if (event.origin != ORIGIN_FRESH &&
	    mutator->class != MUTATOR_INDIRECT &&
	    mutator->class != MUTATOR_STORE)
		find_stale(walk, &event,
			   node_child(facts, index,
				      node->kind == NODE_CALL ? 2 : 1),
			   object ? object->id : 0, mutator->overwrites);
	record_event(walk, event);
}

void record_test(struct path_walk *walk, guint32 index, guint32 owner)
{
	struct path_event event = base_event(walk, index, owner);

	event.kind = PATH_TEST;
	add_object(&event, object_of(walk, owner));
	record_event(walk, event);
}
