// SPDX-License-Identifier: GPL-2.0-only
/* Tests of what a unit may have read where the kernel confines nobody. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "arguments/arguments.h"
#include "facts/facts.h"
#include "parse/outside.h"
#include "parse/parse.h"

/* Two folders beside each other: one may be read, the other not. */
struct place {
	char *tree, *other;
};

static void place_make(struct place *place)
{
	g_autofree char *top = g_dir_make_tmp("vmalint-outside-XXXXXX", NULL);
	g_autofree char *header = NULL;

	place->tree = g_build_filename(top, "tree", NULL);
	place->other = g_build_filename(top, "tree-other", NULL);
	g_assert_cmpint(g_mkdir(place->tree, 0700), ==, 0);
	g_assert_cmpint(g_mkdir(place->other, 0700), ==, 0);
	header = g_build_filename(place->other, "x.h", NULL);
	g_assert_true(g_file_set_contents(header, "secret\n", -1, NULL));
}

/* True if a unit that has read this path is given up. */
static bool is_given_up(const struct place *place, const char *path)
{
	g_autoptr(GPtrArray) readable = g_ptr_array_new();
	g_autoptr(GHashTable) files = g_hash_table_new(g_str_hash, g_str_equal);
	const struct compile_jobs jobs = { .readable = readable };
	struct parse_outcome outcome = { .files = files };
	struct unit_facts facts;
	bool is_outside;

	facts_init(&facts);
	g_ptr_array_add(readable, place->tree);
	g_hash_table_add(files, (gpointer)path);
	is_outside = outside_was_read(&jobs, &facts, &outcome);
	g_assert_true(is_outside == (outcome.failure != NULL));
	g_assert_false(outcome.failure && strstr(outcome.failure, "secret"));
	facts_release(&facts);
	return is_outside;
}

static void test_paths(void)
{
	struct place place;
	g_autofree char *link = NULL;
	g_autofree char *folder = NULL;
	g_autofree char *own = NULL;

	place_make(&place);
	link = g_build_filename(place.tree, "link.h", NULL);
	folder = g_build_filename(place.tree, "folder", NULL);
	own = g_build_filename(place.tree, "own.h", NULL);
	g_assert_true(g_file_set_contents(own, "", -1, NULL));
	g_assert_cmpint(symlink("../tree-other/x.h", link), ==, 0);
	g_assert_cmpint(symlink(place.other, folder), ==, 0);
	for (guint i = 0; i < 9; i++) {
		const char *const rows[][2] = {
			{ own, NULL },
			{ place.tree, "/gone.h" },
			{ place.tree, "/gone/far/x.h" },
			{ place.tree, "/../tree/own.h" },
			{ place.other, "/x.h" },
			{ place.tree, "/../tree-other/x.h" },
			{ link, NULL },
			{ folder, "/x.h" },
			{ folder, "/gone.h" },
		};
		g_autofree char *path = g_strconcat(
			rows[i][0], rows[i][1] ? rows[i][1] : "", NULL);

		g_test_message("%s", path);
		g_assert_true(is_given_up(&place, path) == (i > 3));
	}
	g_free(place.tree);
	g_free(place.other);
}

/* With Landlock there is nothing to check. */
static void test_nothing_to_check(void)
{
	g_autoptr(GHashTable) files = g_hash_table_new(g_str_hash, g_str_equal);
	const struct compile_jobs jobs = { 0 };
	struct parse_outcome outcome = { .files = files };
	struct unit_facts facts;

	facts_init(&facts);
	g_hash_table_add(files, (gpointer) "/etc/passwd");
	g_assert_false(outside_was_read(&jobs, &facts, &outcome));
	facts_release(&facts);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/outside/paths", test_paths);
	g_test_add_func("/outside/nothing_to_check", test_nothing_to_check);
	return g_test_run();
}
