// SPDX-License-Identifier: GPL-2.0-only
/*
 * A run reads headers for as long as it lasts, so they go when no run has the
 * folder. To see what there is takes a walk of some 2,000 files for a tree
 * (6.12): only what has grown is walked, which the folders' times tell. The
 * file of the lock says when and to what limit that was done last.
 */
#include "trim_trees.h"

#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/stamp.h"
#include "base/text_file.h"
#include "holdings.h"
#include "lock.h"

/* Files that go together: what is generated for a target, or made of that. */
struct unit {
	char *target; /* its folder */
	bool is_precompiled;
	guint64 bytes;
	gint64 used_ns;
	GPtrArray *paths; /* char *, of the holdings */
};

static void clear_unit(gpointer data)
{
	struct unit *unit = data;

	g_free(unit->target);
	g_ptr_array_free(unit->paths, TRUE);
}

/* CACHE/trees/DIGEST/TARGET of a path in it; owned. */
static char *target_of(const char *path, gsize length)
{
	const char *end = path + length + strlen("/trees/");

	for (guint i = 0; i < 2 && end; i++)
		end = strchr(end + (i > 0), '/');
	return end ? g_strndup(path, (gsize)(end - path)) : g_strdup(path);
}

/* The unit of a holding, which follows others of the same target. */
static struct unit *unit_of(GArray *units, const struct holding *holding,
			    gsize length)
{
	g_autofree char *target = target_of(holding->path, length);
	struct unit unit = {
		.is_precompiled = holding->kind == CACHE_PRECOMPILED,
	};

	for (guint i = units->len; i > 0 && units->len - i < 2; i--) {
		struct unit *last = &g_array_index(units, struct unit, i - 1);

		if (last->is_precompiled == unit.is_precompiled &&
		    g_str_equal(last->target, target))
			return last;
	}
	unit.target = g_steal_pointer(&target);
	unit.paths = g_ptr_array_new();
	g_array_append_val(units, unit);
	return &g_array_index(units, struct unit, units->len - 1);
}

/* When a run used it last: it moves the time of the manifest. */
static gint64 used_at(const struct unit *unit)
{
	g_autofree char *manifest =
		g_build_filename(unit->target, MANIFEST_NAME, NULL);

	return MAX(unit->used_ns, stamp_of(manifest).modified_ns);
}

static GArray *units_of(const GArray *holdings, gsize length)
{
	GArray *units = g_array_new(FALSE, TRUE, sizeof(struct unit));

	g_array_set_clear_func(units, clear_unit);
	for (guint i = 0; i < holdings->len; i++) {
		const struct holding *holding =
			&g_array_index(holdings, struct holding, i);
		struct unit *unit = unit_of(units, holding, length);

		g_ptr_array_add(unit->paths, holding->path);
		unit->bytes += holding->bytes;
		unit->used_ns = MAX(unit->used_ns, holding->used_ns);
	}
	for (guint i = 0; i < units->len; i++) {
		struct unit *unit = &g_array_index(units, struct unit, i);

		unit->used_ns = used_at(unit);
	}
	return units;
}

/* What is to go first comes first. */
static gint compare_units(gconstpointer a, gconstpointer b)
{
	const struct unit *left = a, *right = b;

	if (left->used_ns != right->used_ns)
		return left->used_ns < right->used_ns ? -1 : 1;
	if (left->is_precompiled != right->is_precompiled)
		return left->is_precompiled ? -1 : 1;
	return strcmp(left->target, right->target);
}

static void remove_units(const char *folder, GArray *units, guint64 limit)
{
	guint64 bytes = 0;

	for (guint i = 0; i < units->len; i++)
		bytes += g_array_index(units, struct unit, i).bytes;
	for (guint i = 0; i < units->len && bytes > limit; i++) {
		const struct unit *unit = &g_array_index(units, struct unit, i);

		for (guint k = 0; k < unit->paths->len; k++) {
			const char *path = g_ptr_array_index(unit->paths, k);

			if (g_unlink(path) == 0)
				holdings_remove_folders(folder, path);
		}
		bytes -= unit->bytes;
	}
}

/* True if something has come into a folder, or one two levels below it. */
static bool has_grown(const char *folder, gint64 since_ns, guint levels)
{
	struct stamp stamp = stamp_of(folder);
	GDir *directory = NULL;
	const char *name;
	bool grown = stamp.size >= 0 && !stamp_is_before(&stamp, since_ns);

	if (levels > 0 && !grown)
		directory = g_dir_open(folder, 0, NULL);
	while (directory && !grown &&
	       (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		grown = has_grown(path, since_ns, levels - 1);
	}
	if (directory)
		g_dir_close(directory);
	return grown;
}

/* False if the last time has left nothing to be done. */
static bool is_needed(const char *folder, guint64 limit)
{
	g_autofree char *trees = g_build_filename(folder, "trees", NULL);
	g_autofree char *mark = g_build_filename(folder, LOCK_NAME, NULL);
	gsize length = 0;
	g_autofree char *text = text_file_read(mark, &length, NULL);

	if (!g_file_test(trees, G_FILE_TEST_IS_DIR))
		return false;
	return !text || !*text || limit < g_ascii_strtoull(text, NULL, 10) ||
	       has_grown(trees, stamp_of(mark).modified_ns, 2);
}

static void note_limit(int lock, guint64 limit)
{
	g_autofree char *text =
		g_strdup_printf("%" G_GUINT64_FORMAT "\n", limit);
	ssize_t length = (ssize_t)strlen(text);

	/* Half a number could be a greater one. */
	if (ftruncate(lock, 0) == 0 &&
	    pwrite(lock, text, (size_t)length, 0) != length &&
	    ftruncate(lock, 0) < 0)
		return;
}

void trim_trees(const char *folder, guint64 limit)
{
	g_autofree char *absolute = g_canonicalize_filename(folder, NULL);
	g_autoptr(GArray) all = NULL, units = NULL;
	guint nr_foreign;
	int lock;

	if (!is_needed(absolute, limit))
		return;
	lock = lock_take(absolute, LOCK_TO_CLEAR);
	if (lock < 0)
		return;
	all = holdings_list(absolute, HOLDINGS_OF_TREES, &nr_foreign);
	units = units_of(all, strlen(absolute));
	g_array_sort(units, compare_units);
	remove_units(absolute, units, limit);
	note_limit(lock, limit);
	close(lock);
}
