// SPDX-License-Identifier: GPL-2.0-only
/* Keeps what is known at one point of a path; see state.h. */
#include "state.h"

#include <string.h>

struct path_state *state_new(guint32 *next_id, enum lock_state entry)
{
	struct path_state *state = g_new0(struct path_state, 1);

	state->objects = g_array_new(FALSE, TRUE, sizeof(struct vma_object));
	state->bindings = g_array_new(FALSE, TRUE, sizeof(struct key_binding));
	state->held = g_array_new(FALSE, TRUE, sizeof(struct held_lock));
	state->samples = g_array_new(FALSE, TRUE, sizeof(struct flag_sample));
	state->bitmaps = g_array_new(FALSE, TRUE, sizeof(struct bitmap_words));
	state->pending = g_array_new(FALSE, TRUE, sizeof(struct pending_words));
	state->attempts = g_array_new(FALSE, TRUE, sizeof(struct lock_attempt));
	state->set_flags = g_array_new(FALSE, TRUE, sizeof(struct set_flag));
	state->accesses = g_array_new(FALSE, TRUE, sizeof(struct access_paths));
	state->next_id = next_id;
	state->entry = entry;
	return state;
}

static void free_arrays(struct path_state *state)
{
	g_array_unref(state->objects);
	g_array_unref(state->bindings);
	g_array_unref(state->held);
	g_array_unref(state->samples);
	g_array_unref(state->bitmaps);
	g_array_unref(state->pending);
	g_array_unref(state->attempts);
	g_array_unref(state->set_flags);
	g_array_unref(state->accesses);
}

struct path_state *state_copy(const struct path_state *state)
{
	struct path_state *copy = g_new(struct path_state, 1);

	*copy = *state;
	copy->objects = g_array_copy(state->objects);
	copy->bindings = g_array_copy(state->bindings);
	copy->held = g_array_copy(state->held);
	copy->samples = g_array_copy(state->samples);
	copy->bitmaps = g_array_copy(state->bitmaps);
	copy->pending = g_array_copy(state->pending);
	copy->attempts = g_array_copy(state->attempts);
	copy->set_flags = g_array_copy(state->set_flags);
	copy->accesses = g_array_copy(state->accesses);
	return copy;
}

void state_free(struct path_state *state)
{
	if (!state)
		return;
	free_arrays(state);
	g_free(state);
}

void state_become(struct path_state *state, struct path_state *other)
{
	free_arrays(state);
	*state = *other;
	g_free(other);
}

struct vma_object *state_object_by_id(const struct path_state *state,
				      guint32 id)
{
	for (guint i = 0; i < state->objects->len; i++) {
		struct vma_object *object =
			&g_array_index(state->objects, struct vma_object, i);

		if (object->id == id)
			return object;
	}
	return NULL;
}

guint32 state_new_id(const struct path_state *state)
{
	return (*state->next_id)++;
}

static struct key_binding *find_binding(const struct path_state *state,
					const char *key)
{
	for (guint i = 0; i < state->bindings->len; i++) {
		struct key_binding *binding =
			&g_array_index(state->bindings, struct key_binding, i);

		if (strcmp(binding->key, key) == 0)
			return binding;
	}
	return NULL;
}

struct vma_object *state_object(const struct path_state *state, const char *key)
{
	const struct key_binding *binding = find_binding(state, key);

	return binding ? state_object_by_id(state, binding->object) : NULL;
}

struct vma_object *state_add_object(struct path_state *state, guint32 id,
				    enum vma_origin origin, guint32 node)
{
	struct vma_object *object = state_object_by_id(state, id);
	struct vma_object fresh = {
		.id = id,
		.origin = origin,
		.origin_node = node,
	};

	if (object) {
		*object = fresh;
		return object;
	}
	g_array_append_val(state->objects, fresh);
	return state_object_by_id(state, id);
}

void state_bind(struct path_state *state, const char *key, guint32 object)
{
	struct key_binding *found = find_binding(state, key);
	struct key_binding binding = { key, object };

	if (found)
		found->object = object;
	else
		g_array_append_val(state->bindings, binding);
}

void state_forget(struct path_state *state, const char *key)
{
	gsize length = strlen(key);

	for (guint i = state->bindings->len; i > 0; i--) {
		const char *bound = g_array_index(state->bindings,
						  struct key_binding, i - 1)
					    .key;

		if (strncmp(bound, key, length) == 0 &&
		    (bound[length] == '\0' || bound[length] == '^' ||
		     bound[length] == '.'))
			g_array_remove_index_fast(state->bindings, i - 1);
	}
}

enum lock_state state_mmap_lock(const struct path_state *state,
				guint32 *ret_node, guint *ret_time)
{
	enum lock_state found = LOCK_UNKNOWN;

	*ret_node = 0;
	*ret_time = 0;
	for (guint i = 0; i < state->held->len; i++) {
		const struct held_lock *held =
			&g_array_index(state->held, struct held_lock, i);

		if (found == LOCK_WRITE)
			continue;
		found = held->mode;
		*ret_node = held->node;
		*ret_time = held->time;
	}
	if (found == LOCK_WRITE)
		return found;
	if (state->is_uncertain)
		return LOCK_UNKNOWN;
	if (found != LOCK_UNKNOWN)
		return found;
	return state->has_released ? LOCK_NONE : state->entry;
}

void state_hold(struct path_state *state, struct held_lock lock)
{
	lock.time = ++state->time;
	g_array_append_val(state->held, lock);
}

/* With the mmap lock all VMA write locks are gone (6.4 and later). */
static void drop_vma_locks(struct path_state *state)
{
	state->has_vma_locks = false;
	for (guint i = 0; i < state->objects->len; i++) {
		struct vma_object *object =
			&g_array_index(state->objects, struct vma_object, i);

		if (object->lock == LOCK_WRITE ||
		    object->lock == LOCK_SOMETIMES)
			object->lock = LOCK_NONE;
	}
}

static void drop_held(struct path_state *state, guint index)
{
	const struct held_lock *held =
		&g_array_index(state->held, struct held_lock, index);

	if (held->mode == LOCK_WRITE)
		drop_vma_locks(state);
	g_array_remove_index(state->held, index);
	state->has_released = true;
}

/* Spelled differently it is still the same lock, if there is only one. */
void state_release(struct path_state *state, const char *key)
{
	for (guint i = state->held->len; i > 0; i--) {
		const struct held_lock *held =
			&g_array_index(state->held, struct held_lock, i - 1);

		if (state->held->len > 1 && strcmp(held->key, key) != 0)
			continue;
		drop_held(state, i - 1);
		return;
	}
	drop_vma_locks(state);
	state->entry = LOCK_UNKNOWN;
}

void state_leave_scope(struct path_state *state, guint32 scope)
{
	for (guint i = state->held->len; i > 0; i--) {
		if (g_array_index(state->held, struct held_lock, i - 1).scope ==
		    scope)
			drop_held(state, i - 1);
	}
}

const struct bitmap_words *state_bitmap(const struct path_state *state,
					const char *key)
{
	for (guint i = 0; i < state->bitmaps->len; i++) {
		const struct bitmap_words *words =
			&g_array_index(state->bitmaps, struct bitmap_words, i);

		if (strcmp(words->key, key) == 0)
			return words;
	}
	return NULL;
}

/* Words that follow the first one, in whatever order, make it complete. */
static void end_pending(struct path_state *state, const char *key,
			guint64 words)
{
	for (guint i = state->pending->len; i > 0; i--) {
		struct pending_words *pending = &g_array_index(
			state->pending, struct pending_words, i - 1);

		if (strcmp(pending->key, key) != 0)
			continue;
		pending->missing &= ~words;
		if (!pending->missing)
			g_array_remove_index(state->pending, i - 1);
	}
}

struct pending_words *state_find_pending(const struct path_state *state,
					 guint32 node)
{
	for (guint i = 0; i < state->pending->len; i++) {
		struct pending_words *pending =
			&g_array_index(state->pending, struct pending_words, i);

		if (pending->event.node == node)
			return pending;
	}
	return NULL;
}

bool state_owes(const struct path_state *state, const char *key)
{
	for (guint i = 0; i < state->pending->len; i++) {
		if (strcmp(g_array_index(state->pending, struct pending_words,
					 i)
				   .key,
			   key) == 0)
			return true;
	}
	return false;
}

static struct bitmap_words *add_bitmap(struct path_state *state,
				       const char *key)
{
	struct bitmap_words words = { .key = key };
	struct bitmap_words *found =
		(struct bitmap_words *)state_bitmap(state, key);

	if (found)
		return found;
	g_array_append_val(state->bitmaps, words);
	return &g_array_index(state->bitmaps, struct bitmap_words,
			      state->bitmaps->len - 1);
}

void state_set_bitmap(struct path_state *state, const char *key,
		      enum word_tail tail, guint32 node)
{
	struct bitmap_words *words = add_bitmap(state, key);

	words->tail = tail;
	words->node = node;
	words->covered = 0;
	end_pending(state, key, G_MAXUINT64);
}

void state_cover_words(struct path_state *state, const char *key,
		       guint64 covered, guint32 node)
{
	struct bitmap_words *words = add_bitmap(state, key);

	words->covered |= covered;
	if (words->tail == TAIL_CLEARED && (covered & 1))
		words->tail = TAIL_SET;
	if (words->tail == TAIL_UNKNOWN)
		words->node = node;
	end_pending(state, key, covered);
}

guint64 state_covered_words(const struct path_state *state, const char *key)
{
	const struct bitmap_words *words = state_bitmap(state, key);

	if (!words)
		return 0;
	return words->tail == TAIL_SET || words->tail == TAIL_CLEARED ?
		       G_MAXUINT64 :
		       words->covered;
}

void state_end_attempts(struct path_state *state, guint32 object)
{
	for (guint i = state->attempts->len; i > 0; i--) {
		if (g_array_index(state->attempts, struct lock_attempt, i - 1)
			    .object == object)
			g_array_remove_index(state->attempts, i - 1);
	}
}

void state_set_flag(struct path_state *state, struct set_flag flag)
{
	for (guint i = 0; i < state->set_flags->len; i++) {
		struct set_flag *other =
			&g_array_index(state->set_flags, struct set_flag, i);

		if (other->bit != flag.bit || strcmp(other->key, flag.key) != 0)
			continue;
		if (flag.is_certain && !other->is_certain)
			*other = flag;
		return;
	}
	g_array_append_val(state->set_flags, flag);
}

void state_clear_flags(struct path_state *state, const char *key, guint64 bits)
{
	for (guint i = state->set_flags->len; i > 0; i--) {
		const struct set_flag *flag = &g_array_index(
			state->set_flags, struct set_flag, i - 1);

		if ((flag->bit & bits) && strcmp(flag->key, key) == 0)
			g_array_remove_index(state->set_flags, i - 1);
	}
}
