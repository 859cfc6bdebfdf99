// SPDX-License-Identifier: GPL-2.0-only
/* One process at a time has a folder of the cache. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/beneath.h"

enum { HELD_US = 200000 };

/* Holds the folder for a while in another process, which says so before. */
static pid_t hold_elsewhere(const char *folder)
{
	int ends[2];
	char byte;
	pid_t pid;

	g_assert_cmpint(pipe(ends), ==, 0);
	pid = fork();
	g_assert_cmpint(pid, >=, 0);
	if (pid == 0) {
		int hold = beneath_hold(folder, "trees/x86");

		g_usleep(hold >= 0 && write(ends[1], "x", 1) == 1 ? HELD_US :
								    0);
		_exit(hold >= 0 ? 0 : 1);
	}
	close(ends[1]);
	g_assert_cmpint(read(ends[0], &byte, 1), ==, 1);
	close(ends[0]);
	return pid;
}

static void test_hold(void)
{
	g_autofree char *folder = g_dir_make_tmp("beneath-XXXXXX", NULL);
	g_autofree char *made = g_build_filename(folder, "trees", "x86", NULL);
	g_autofree char *other = g_build_filename(folder, "trees", "arm", NULL);
	g_autofree char *above = g_path_get_dirname(made);
	pid_t pid = hold_elsewhere(folder);
	gint64 held_until_us = g_get_monotonic_time() + HELD_US / 2;
	int at_once = beneath_hold(folder, "trees/arm");
	int status = -1, hold;

	/* Another folder is another matter. */
	g_assert_cmpint(at_once, >=, 0);
	g_assert_cmpint(waitpid(pid, &status, WNOHANG), ==, 0);
	hold = beneath_hold(folder, "trees/x86");
	g_assert_cmpint(hold, >=, 0);
	/* Who held it has let go at its end, and is ending. */
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	g_assert_cmpint(status, ==, 0);
	g_assert_cmpint(g_get_monotonic_time(), >=, held_until_us);
	close(at_once);
	close(hold);
	/* By its path, too: who is given the folder open holds the same. */
	pid = hold_elsewhere(folder);
	held_until_us = g_get_monotonic_time() + HELD_US / 2;
	hold = beneath_hold_open(open(made, O_RDONLY | O_DIRECTORY));
	g_assert_cmpint(hold, >=, 0);
	g_assert_cmpint(g_get_monotonic_time(), >=, held_until_us);
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	close(hold);
	g_assert_cmpint(beneath_hold_open(-1), ==, -1);
	g_assert_cmpint(beneath_hold(folder, "../x"), <, 0);
	g_rmdir(made);
	g_rmdir(other);
	g_rmdir(above);
	g_rmdir(folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/beneath/hold", test_hold);
	return g_test_run();
}
