// SPDX-License-Identifier: GPL-2.0-only
/* Tests of the search for names in texts: checker/text/match.h. */
#include <glib.h>
#include <string.h>

#include "text/match.h"

/* Whether a text, given with its length and no more, holds one of names. */
static bool holds(const char *const *names, const char *text)
{
	g_autoptr(GHashTable) set =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gsize length = strlen(text);
	g_autofree char *exact = g_memdup2(text, length);
	struct name_filter *filter;
	bool found;

	for (guint i = 0; names[i]; i++)
		g_hash_table_add(set, g_strdup(names[i]));
	filter = name_filter_new(set);
	found = name_filter_matches(filter, exact, length);
	name_filter_free(filter);
	return found;
}

/* All of them have a '_' in the middle. */
static const char *const barred[] = { "vm_flags", "VM_IO", "__vm_flags",
				      "is_cow_mapping", NULL };

/* These have none, or too little around it. */
static const char *const bare[] = { "vm_flags", "PROTFLAGS", "a_b", "x_",
				    NULL };

static void test_finds_whole_names(void)
{
	g_assert_true(holds(barred, "vm_flags"));
	g_assert_true(holds(barred, "a->vm_flags|=VM_IO;"));
	g_assert_true(holds(barred, "x __vm_flags"));
	g_assert_true(holds(barred, "\n\nis_cow_mapping("));
	g_assert_true(holds(barred, "vm_flag vm_flags_ _vm_flags VM_IO"));
}

static void test_takes_no_part_of_a_name(void)
{
	g_assert_false(holds(barred, ""));
	g_assert_false(holds(barred, "_"));
	g_assert_false(holds(barred, "vm_"));
	g_assert_false(holds(barred, "vm_flag"));
	g_assert_false(holds(barred, "vm_flags2"));
	g_assert_false(holds(barred, "_vm_flags"));
	g_assert_false(holds(barred, "old_vm_flags_new"));
	g_assert_false(holds(barred, "VM_IOMMU VM_I O"));
}

static void test_finds_names_without_a_bar(void)
{
	g_assert_true(holds(bare, "if (PROTFLAGS)"));
	g_assert_true(holds(bare, "a_b"));
	g_assert_true(holds(bare, "x_ "));
	g_assert_true(holds(bare, "y vm_flags"));
	g_assert_false(holds(bare, "PROTFLAG PROTFLAGSS aa_b a_bb xx_ x"));
}

/* At every place of a text, next to its borders too. */
static void test_finds_a_name_anywhere(void)
{
	for (guint before = 0; before < 40; before++) {
		g_autofree char *blanks = g_strnfill(before, ' ');
		g_autofree char *last = g_strconcat(blanks, "VM_IO", NULL);
		g_autofree char *inside = g_strconcat(last, blanks, NULL);

		g_assert_true(holds(barred, last));
		g_assert_true(holds(barred, inside));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/match/whole", test_finds_whole_names);
	g_test_add_func("/match/part", test_takes_no_part_of_a_name);
	g_test_add_func("/match/bare", test_finds_names_without_a_bar);
	g_test_add_func("/match/anywhere", test_finds_a_name_anywhere);
	return g_test_run();
}
