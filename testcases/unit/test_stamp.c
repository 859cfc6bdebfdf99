// SPDX-License-Identifier: GPL-2.0-only
/* Which stamps vouch for a file, and which prove nothing. */
#include <glib.h>

#include "base/stamp.h"

#define SECOND	    G_GINT64_CONSTANT(1000000000)
#define MILLISECOND G_GINT64_CONSTANT(1000000)

/* Read at .. */
#define NOW (1700000000 * SECOND + 500 * MILLISECOND)

static bool vouches(gint64 modified_ns, gint64 changed_ns)
{
	const struct stamp stamp = {
		.size = 1,
		.modified_ns = modified_ns,
		.changed_ns = changed_ns,
		.inode = 1,
	};

	return stamp_is_before(&stamp, NOW);
}

static void test_fine_clock(void)
{
	const gint64 old = NOW - 3600 * SECOND + 1;

	g_assert_true(vouches(old, NOW - 21 * MILLISECOND + 1));
	g_assert_true(vouches(NOW - 21 * MILLISECOND + 1, old));
	g_assert_false(vouches(old, NOW - 19 * MILLISECOND + 1));
	g_assert_false(vouches(NOW - 19 * MILLISECOND + 1, old));
	g_assert_false(vouches(old, NOW));
}

static void test_coarse_clock(void)
{
	const gint64 second = NOW - NOW % SECOND;

	g_assert_false(vouches(second, second));
	g_assert_false(vouches(second - SECOND, second - SECOND));
	g_assert_false(vouches(second - 2 * SECOND + 1, second - SECOND));
	g_assert_true(vouches(second - 2 * SECOND, second - 2 * SECOND));
	g_assert_true(vouches(second - 3600 * SECOND, second - 5 * SECOND));
}

/* Of a clock that is ahead, or a file that somebody dated so. */
static void test_future(void)
{
	g_assert_false(vouches(NOW - SECOND, NOW + SECOND + 1));
	g_assert_false(vouches(NOW + 3600 * SECOND + 1, NOW - SECOND + 1));
}

static void test_nothing(void)
{
	const struct stamp stamp = { .size = -1 };

	g_assert_true(stamp_is_before(&stamp, NOW));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stamp/fine_clock", test_fine_clock);
	g_test_add_func("/stamp/coarse_clock", test_coarse_clock);
	g_test_add_func("/stamp/future", test_future);
	g_test_add_func("/stamp/nothing", test_nothing);
	return g_test_run();
}
