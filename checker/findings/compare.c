// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which findings of one report another does not have. By what they say and
 * not by where: lines move, code is moved, and is still the same.
 */
#include "known.h"

#include <string.h>

#include "without_blanks.h"

/* What two findings must share to be the same, the closest first. */
enum likeness {
	LIKE_PLACE,	     /* the same function of the same file */
	LIKE_OTHER_FILE,     /* moved with its function to another file */
	LIKE_OTHER_FUNCTION, /* moved within its file */
	NR_LIKENESSES,
};

static void append_bare(GString *key, const char *text)
{
	without_blanks_append(key, text);
	g_string_append_c(key, '\n');
}

static char *make_key(const struct finding *finding, enum likeness likeness,
		      GHashTable *renames)
{
	const char *path =
		renames ? g_hash_table_lookup(renames, finding->at.path) : NULL;
	GString *key = g_string_new(finding->rule);

	g_string_append_c(key, '\n');
	if (likeness != LIKE_OTHER_FILE)
		append_bare(key, path ? path : finding->at.path);
	if (likeness != LIKE_OTHER_FUNCTION)
		append_bare(key, finding->function);
	append_bare(key, finding->expression);
	return g_string_free(key, FALSE);
}

/* Findings of one key. */
static GHashTable *group(const GPtrArray *findings, enum likeness likeness,
			 GHashTable *renames)
{
	GHashTable *groups =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				      (GDestroyNotify)g_ptr_array_unref);

	for (guint i = 0; i < findings->len; i++) {
		struct finding *finding = g_ptr_array_index(findings, i);
		g_autofree char *key = make_key(finding, likeness, renames);
		GPtrArray *members = g_hash_table_lookup(groups, key);

		if (!members) {
			members = g_ptr_array_new();
			g_hash_table_insert(groups, g_steal_pointer(&key),
					    members);
		}
		g_ptr_array_add(members, finding);
	}
	return groups;
}

/* The next to be taken for known: first those on lines left alone. */
static guint next_known(const GPtrArray *members,
			const struct report_comparison *comparison)
{
	for (guint i = 0; i < members->len; i++) {
		if (!comparison->touches(comparison->context,
					 g_ptr_array_index(members, i)))
			return i;
	}
	return 0;
}

/* Pairs what two groups share, and takes both off the lists. */
static void pair(GPtrArray *after, GPtrArray *before, GPtrArray *members,
		 GPtrArray *others, const struct report_comparison *comparison)
{
	while (members->len > 0 && others->len > 0) {
		guint i = members->len > others->len ?
				  next_known(members, comparison) :
				  0;

		g_ptr_array_remove(after, g_ptr_array_index(members, i));
		g_ptr_array_remove(before, g_ptr_array_index(others, 0));
		g_ptr_array_remove_index(members, i);
		g_ptr_array_remove_index(others, 0);
	}
}

static void pair_alike(GPtrArray *after, GPtrArray *before,
		       enum likeness likeness,
		       const struct report_comparison *comparison)
{
	g_autoptr(GHashTable) groups = group(after, likeness, NULL);
	g_autoptr(GHashTable) others =
		group(before, likeness, comparison->renames);
	GHashTableIter iter;
	gpointer key, members;

	g_hash_table_iter_init(&iter, groups);
	while (g_hash_table_iter_next(&iter, &key, &members)) {
		GPtrArray *same = g_hash_table_lookup(others, key);

		if (same)
			pair(after, before, members, same, comparison);
	}
}

static GPtrArray *copy_list(const GPtrArray *findings)
{
	GPtrArray *copy = g_ptr_array_new();

	for (guint i = 0; i < findings->len; i++)
		g_ptr_array_add(copy, g_ptr_array_index(findings, i));
	return copy;
}

static bool is_on_list(void *context, const struct finding *finding)
{
	return g_hash_table_contains(context, finding);
}

guint report_drop_known(struct report *report, const struct report *before,
			const struct report_comparison *comparison)
{
	g_autoptr(GPtrArray) fresh = copy_list(report->findings);
	g_autoptr(GPtrArray) gone = copy_list(before->findings);
	g_autoptr(GHashTable) kept = g_hash_table_new(NULL, NULL);

	for (int likeness = 0; likeness < NR_LIKENESSES; likeness++)
		pair_alike(fresh, gone, (enum likeness)likeness, comparison);
	for (guint i = 0; i < fresh->len; i++)
		g_hash_table_add(kept, g_ptr_array_index(fresh, i));
	return report_keep(report, is_on_list, kept);
}
