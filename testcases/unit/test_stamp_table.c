// SPDX-License-Identifier: GPL-2.0-only
/* Tests of lists of files with stamps: checker/keep/stamp_table.h. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "keep/stamp_table.h"

static GVariant *table_of(const GPtrArray *paths)
{
	g_autoptr(GArray) stamps =
		g_array_new(FALSE, FALSE, sizeof(struct stamp));

	for (guint i = 0; i < paths->len; i++) {
		struct stamp stamp = stamp_of(g_ptr_array_index(paths, i));

		g_array_append_val(stamps, stamp);
	}
	return g_variant_ref_sink(stamp_table_pack(paths, stamps));
}

static bool is_current(GVariant *value, GHashTable *looked)
{
	struct stamp_table table;

	g_assert_true(stamp_table_open(value, &table));
	return stamp_table_is_current(&table, looked);
}

static void put(const char *path, const char *text)
{
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void test_current(void)
{
	g_autofree char *folder =
		g_dir_make_tmp("vmalint-stamp-table-XXXXXX", NULL);
	g_autofree char *one = g_build_filename(folder, "one", NULL);
	g_autofree char *two = g_build_filename(folder, "two", NULL);
	g_autoptr(GHashTable) looked =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GVariant) value = NULL;

	put(one, "1");
	g_ptr_array_add(paths, one);
	g_ptr_array_add(paths, two);
	value = table_of(paths);
	g_assert_true(is_current(value, NULL));
	g_assert_true(is_current(value, looked));
	g_assert_cmpuint(g_hash_table_size(looked), ==, 2);
	/* One that was not there has come. */
	put(two, "2");
	g_assert_false(is_current(value, NULL));
	g_assert_true(is_current(value, looked));
	g_assert_cmpint(g_remove(two), ==, 0);
	g_assert_true(is_current(value, NULL));
	put(one, "12");
	g_assert_false(is_current(value, NULL));
	g_assert_cmpint(g_remove(one), ==, 0);
	g_assert_false(is_current(value, NULL));
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* Of any bytes a table is opened that can be read, or none. */
static void test_damaged(void)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GVariant) value = NULL;
	g_autofree guint8 *bytes = NULL;
	gsize length;

	g_ptr_array_add(paths, (gpointer) "/no/such/file");
	g_ptr_array_add(paths, (gpointer) "/nor/this");
	value = table_of(paths);
	length = g_variant_get_size(value);
	bytes = g_memdup2(g_variant_get_data(value), length);
	for (gsize i = 0; i < length * 8; i++) {
		g_autofree guint8 *spoilt = g_memdup2(bytes, length);
		g_autoptr(GVariant) other = NULL;
		struct stamp_table table;

		spoilt[i / 8] ^= (guint8)(1u << (i % 8));
		other = g_variant_ref_sink(g_variant_new_from_data(
			G_VARIANT_TYPE(STAMP_TABLE_TYPE), spoilt, length, FALSE,
			NULL, NULL));
		if (!stamp_table_open(other, &table))
			continue;
		for (gsize row = 0; row < table.nr; row++)
			g_assert_cmpuint(strlen(stamp_table_path(&table, row)),
					 <=, length);
	}
}

static void test_empty(void)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GVariant) value = table_of(paths);

	g_assert_true(is_current(value, NULL));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stamp_table/current", test_current);
	g_test_add_func("/stamp_table/damaged", test_damaged);
	g_test_add_func("/stamp_table/empty", test_empty);
	return g_test_run();
}
