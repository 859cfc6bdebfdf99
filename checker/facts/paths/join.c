// SPDX-License-Identifier: GPL-2.0-only
/* What stays certain where two paths meet. */
#include <string.h>

#include "state.h"

static bool is_sometimes(enum lock_state a, enum lock_state b)
{
	return (a == LOCK_WRITE || a == LOCK_SOMETIMES) &&
	       (b == LOCK_NONE || b == LOCK_SOMETIMES);
}

/* Where only some paths lock, the node of the lock tells which. */
static void join_lock(struct vma_object *object, const struct vma_object *other)
{
	if (object->lock == other->lock)
		return;
	if (is_sometimes(other->lock, object->lock))
		object->lock_node = other->lock_node;
	else if (!is_sometimes(object->lock, other->lock))
		object->lock = LOCK_UNKNOWN;
	if (object->lock != LOCK_UNKNOWN)
		object->lock = LOCK_SOMETIMES;
}

static void join_object(struct vma_object *object,
			const struct vma_object *other)
{
	if (object->origin != other->origin)
		object->origin = ORIGIN_UNKNOWN;
	join_lock(object, other);
	if (object->lock_time > other->lock_time)
		object->lock_time = other->lock_time;
	if (object->field_node != other->field_node)
		object->field_node = 0;
}

/* Both paths know the key, by different objects: a new one stands for both. */
static guint32 join_bound(struct path_state *state, guint32 mine,
			  const struct vma_object *theirs)
{
	struct vma_object both = *state_object_by_id(state, mine);

	join_object(&both, theirs);
	both.id = state_new_id(state);
	g_array_append_val(state->objects, both);
	return both.id;
}

static void join_objects(struct path_state *state,
			 const struct path_state *other)
{
	for (guint i = 0; i < other->objects->len; i++) {
		const struct vma_object *theirs =
			&g_array_index(other->objects, struct vma_object, i);
		struct vma_object *mine = state_object_by_id(state, theirs->id);

		if (mine)
			join_object(mine, theirs);
		else
			g_array_append_vals(state->objects, theirs, 1);
	}
}

static void join_bindings(struct path_state *state,
			  const struct path_state *other)
{
	for (guint i = state->bindings->len; i > 0; i--) {
		struct key_binding *binding = &g_array_index(
			state->bindings, struct key_binding, i - 1);
		const struct vma_object *theirs =
			state_object(other, binding->key);
		guint32 joined;

		if (!theirs) {
			g_array_remove_index_fast(state->bindings, i - 1);
			continue;
		}
		if (theirs->id == binding->object)
			continue;
		joined = join_bound(state, binding->object, theirs);
		g_array_index(state->bindings, struct key_binding, i - 1)
			.object = joined;
	}
}

static bool holds(const struct path_state *state, const struct held_lock *lock)
{
	for (guint i = 0; i < state->held->len; i++) {
		const struct held_lock *held =
			&g_array_index(state->held, struct held_lock, i);

		if (held->mode == lock->mode &&
		    strcmp(held->key, lock->key) == 0)
			return true;
	}
	return false;
}

static void join_held(struct path_state *state, const struct path_state *other)
{
	if (state->held->len != other->held->len)
		state->is_uncertain = true;
	for (guint i = state->held->len; i > 0; i--) {
		if (holds(other,
			  &g_array_index(state->held, struct held_lock, i - 1)))
			continue;
		g_array_remove_index(state->held, i - 1);
		state->is_uncertain = true;
	}
	state->is_uncertain |= other->is_uncertain;
	/* Released on one path only: nothing can be said. */
	if (state->has_released != other->has_released && state->held->len == 0)
		state->is_uncertain = true;
	state->has_released |= other->has_released;
	if (state->entry != other->entry)
		state->entry = LOCK_UNKNOWN;
}

static bool has_sample(const struct path_state *state,
		       const struct flag_sample *sample)
{
	for (guint i = 0; i < state->samples->len; i++) {
		const struct flag_sample *other =
			&g_array_index(state->samples, struct flag_sample, i);

		if (other->variable == sample->variable &&
		    other->node == sample->node)
			return true;
	}
	return false;
}

static void join_samples(struct path_state *state,
			 const struct path_state *other)
{
	for (guint i = state->samples->len; i > 0; i--) {
		if (!has_sample(other,
				&g_array_index(state->samples,
					       struct flag_sample, i - 1)))
			g_array_remove_index_fast(state->samples, i - 1);
	}
}

static void join_bitmaps(struct path_state *state,
			 const struct path_state *other)
{
	for (guint i = state->bitmaps->len; i > 0; i--) {
		struct bitmap_words *mine = &g_array_index(
			state->bitmaps, struct bitmap_words, i - 1);
		const struct bitmap_words *theirs =
			state_bitmap(other, mine->key);
		guint64 covered = state_covered_words(state, mine->key) &
				  state_covered_words(other, mine->key);

		if (theirs && theirs->tail == mine->tail) {
			mine->covered &= theirs->covered;
			continue;
		}
		mine->tail = TAIL_UNKNOWN;
		mine->covered = covered;
		if (!covered)
			g_array_remove_index_fast(state->bitmaps, i - 1);
	}
}

/* What one path still owes is owed, whatever the other path did. */
static void join_pending(struct path_state *state,
			 const struct path_state *other)
{
	for (guint i = 0; i < other->pending->len; i++) {
		const struct pending_words *theirs =
			&g_array_index(other->pending, struct pending_words, i);
		struct pending_words *mine =
			state_find_pending(state, theirs->event.node);

		if (mine)
			mine->missing |= theirs->missing;
		else
			g_array_append_vals(state->pending, theirs, 1);
	}
}

static const struct lock_attempt *find_attempt(const struct path_state *state,
					       guint32 call)
{
	for (guint i = 0; i < state->attempts->len; i++) {
		const struct lock_attempt *attempt =
			&g_array_index(state->attempts, struct lock_attempt, i);

		if (attempt->call == call)
			return attempt;
	}
	return NULL;
}

static bool is_settled(const struct lock_attempt *attempt)
{
	return attempt->outcome != OUTCOME_UNTESTED;
}

/* What only one path has tried says nothing. */
static void join_attempts(struct path_state *state,
			  const struct path_state *other)
{
	for (guint i = state->attempts->len; i > 0; i--) {
		struct lock_attempt *mine = &g_array_index(
			state->attempts, struct lock_attempt, i - 1);
		const struct lock_attempt *theirs =
			find_attempt(other, mine->call);

		if (!theirs || is_settled(mine) != is_settled(theirs)) {
			g_array_remove_index_fast(state->attempts, i - 1);
			continue;
		}
		if (mine->outcome != theirs->outcome)
			mine->outcome = OUTCOME_SOMETIMES;
		if (mine->variable != theirs->variable)
			mine->variable = 0;
		mine->test = MAX(mine->test, theirs->test);
	}
}

static const struct set_flag *same_flag(const struct path_state *state,
					const struct set_flag *flag)
{
	for (guint i = 0; i < state->set_flags->len; i++) {
		const struct set_flag *other =
			&g_array_index(state->set_flags, struct set_flag, i);

		if (other->bit == flag->bit &&
		    strcmp(other->key, flag->key) == 0)
			return other;
	}
	return NULL;
}

/* What one path has set may be set. */
static void join_set_flags(struct path_state *state,
			   const struct path_state *other)
{
	for (guint i = 0; i < state->set_flags->len; i++) {
		struct set_flag *mine =
			&g_array_index(state->set_flags, struct set_flag, i);
		const struct set_flag *theirs = same_flag(other, mine);

		mine->is_certain = mine->is_certain && theirs &&
				   theirs->is_certain;
		mine->is_wanted |= theirs && theirs->is_wanted;
	}
	for (guint i = 0; i < other->set_flags->len; i++) {
		struct set_flag theirs =
			g_array_index(other->set_flags, struct set_flag, i);

		theirs.is_certain = false;
		state_set_flag(state, theirs);
	}
}

void state_join(struct path_state *state, const struct path_state *other)
{
	if (!other || other->is_dead)
		return;
	if (state->is_dead) {
		state_become(state, state_copy(other));
		return;
	}
	join_bindings(state, other);
	join_objects(state, other);
	join_held(state, other);
	join_samples(state, other);
	join_bitmaps(state, other);
	join_pending(state, other);
	join_attempts(state, other);
	join_set_flags(state, other);
	accesses_join(state, other);
	state->has_vma_locks |= other->has_vma_locks;
	state->time = MAX(state->time, other->time);
}

void state_keep_words(struct path_state *state, const struct path_state *body,
		      const GArray *owed_before)
{
	GArray *pending = state->pending;

	if (body->is_dead)
		return;
	g_array_unref(state->bitmaps);
	state->bitmaps = g_array_copy(body->bitmaps);
	for (guint i = 0; i < owed_before->len; i++) {
		guint32 node =
			g_array_index(owed_before, struct pending_words, i)
				.event.node;
		const struct pending_words *left =
			state_find_pending(body, node);
		struct pending_words *found = state_find_pending(state, node);

		if (found && left)
			found->missing = left->missing;
		else if (found)
			g_array_remove_index(
				pending,
				(guint)(found -
					(struct pending_words *)pending->data));
	}
}
