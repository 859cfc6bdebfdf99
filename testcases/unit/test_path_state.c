// SPDX-License-Identifier: GPL-2.0-only
/* Tests of what stays certain along paths: checker/facts/paths/state.h. */
#include <glib.h>

#include "facts/paths/state.h"

static struct path_state *start(guint32 *next_id)
{
	*next_id = 100;
	return state_new(next_id, LOCK_UNKNOWN);
}

static enum lock_state mmap_lock(const struct path_state *state)
{
	guint32 node;
	guint time;

	return state_mmap_lock(state, &node, &time);
}

static void test_locks_nest(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);
	struct held_lock outer = { .key = "s1^", .mode = LOCK_WRITE };
	struct held_lock inner = { .key = "s2^", .mode = LOCK_READ };

	g_assert_cmpint(mmap_lock(state), ==, LOCK_UNKNOWN);
	state_hold(state, outer);
	state_hold(state, inner);
	g_assert_cmpint(mmap_lock(state), ==, LOCK_WRITE);
	state_release(state, "s2^");
	g_assert_cmpint(mmap_lock(state), ==, LOCK_WRITE);
	state_release(state, "s9^.vm_mm^"); /* another name of the only one */
	g_assert_cmpint(mmap_lock(state), ==, LOCK_NONE);
	state_free(state);
}

static void test_vma_lock_ends_with_mmap_lock(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);
	struct held_lock lock = { .key = "s1^", .mode = LOCK_WRITE };

	state_hold(state, lock);
	state_add_object(state, 7, ORIGIN_LOOKUP, 7)->lock = LOCK_WRITE;
	state_bind(state, "s3^", 7);
	state_release(state, "s1^");
	g_assert_cmpint(state_object(state, "s3^")->lock, ==, LOCK_NONE);
	state_free(state);
}

static void test_join_keeps_what_is_certain(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);
	struct path_state *other;
	struct held_lock lock = { .key = "s1^", .mode = LOCK_READ };

	state_add_object(state, 7, ORIGIN_LOOKUP, 7)->lock = LOCK_NONE;
	state_bind(state, "s3^", 7);
	other = state_copy(state);
	state_object(other, "s3^")->lock = LOCK_WRITE;
	state_hold(other, lock);
	state_join(state, other);
	g_assert_cmpint(state_object(state, "s3^")->lock, ==, LOCK_SOMETIMES);
	g_assert_cmpint(state_object(state, "s3^")->origin, ==, ORIGIN_LOOKUP);
	g_assert_cmpint(mmap_lock(state), ==, LOCK_UNKNOWN);
	state_free(other);
	state_free(state);
}

static void test_join_of_two_vmas(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);
	struct path_state *other = state_copy(state);

	state_add_object(state, 7, ORIGIN_LOOKUP, 7);
	state_bind(state, "s3^", 7);
	state_add_object(other, 8, ORIGIN_FRESH, 8);
	state_bind(other, "s3^", 8);
	state_join(state, other);
	g_assert_cmpint(state_object(state, "s3^")->origin, ==, ORIGIN_UNKNOWN);
	g_assert_cmpuint(state_object(state, "s3^")->id, ==, 100);
	state_free(other);
	state_free(state);
}

static void test_dead_paths_do_not_count(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);
	struct path_state *other = state_copy(state);
	struct held_lock lock = { .key = "s1^", .mode = LOCK_WRITE };

	state_hold(state, lock);
	other->is_dead = true;
	state_join(state, other);
	g_assert_cmpint(mmap_lock(state), ==, LOCK_WRITE);
	state_join(other, state);
	g_assert_false(other->is_dead);
	g_assert_cmpint(mmap_lock(other), ==, LOCK_WRITE);
	state_free(other);
	state_free(state);
}

static void test_forgets_what_hangs_below(void)
{
	guint32 next_id;
	struct path_state *state = start(&next_id);

	state_add_object(state, 7, ORIGIN_LOOKUP, 7);
	state_bind(state, "s3^", 7);
	state_bind(state, "s3^.vma^", 7);
	state_bind(state, "s31^", 7);
	state_forget(state, "s3");
	g_assert_null(state_object(state, "s3^"));
	g_assert_null(state_object(state, "s3^.vma^"));
	g_assert_nonnull(state_object(state, "s31^"));
	state_free(state);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/path_state/nest", test_locks_nest);
	g_test_add_func("/path_state/vma_lock",
			test_vma_lock_ends_with_mmap_lock);
	g_test_add_func("/path_state/join", test_join_keeps_what_is_certain);
	g_test_add_func("/path_state/join_vmas", test_join_of_two_vmas);
	g_test_add_func("/path_state/dead", test_dead_paths_do_not_count);
	g_test_add_func("/path_state/forget", test_forgets_what_hangs_below);
	return g_test_run();
}
