// SPDX-License-Identifier: GPL-2.0-only
#include "view_targets.h"

#include "arguments.h"
#include "base/name.h"
#include "base/path_kind.h"
#include "base/view.h"
#include "select/select.h"

/* True if a folder above was searched, as patterns of Kconfig have it. */
static bool is_below_any(GHashTable *reads, const char *root, const char *path)
{
	g_autofree char *at = g_path_get_dirname(path);

	while (name_is_within(at, root)) {
		char *above = g_path_get_dirname(at);

		if (g_hash_table_contains(reads, at)) {
			g_free(above);
			return true;
		}
		g_free(at);
		at = above;
	}
	return false;
}

bool view_target_differs(const struct tree *tree, GHashTable *reads)
{
	g_autoptr(GPtrArray) paths = view_paths(tree->view);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (!g_hash_table_contains(reads, path) &&
		    (path_kind(path) == PATH_SOURCE ||
		     !is_below_any(reads, tree->root, path)))
			continue;
		if (view_differs(tree->view, path))
			return true;
	}
	return false;
}

bool view_version_differs(const struct tree *tree)
{
	g_autofree char *path = g_build_filename(tree->root, "Makefile", NULL);

	return view_differs(tree->view, path);
}

void view_target_place(const struct compile_jobs *jobs,
		       struct compile_target *target)
{
	g_autofree char *digest = view_digest(jobs->tree->view);
	g_autofree char *name = g_path_get_basename(target->pch_base);

	target->own_folder =
		g_strdup_printf("%s-view-%.16s", target->folder, digest);
	target->own_pch_base = g_build_filename(target->own_folder, name, NULL);
	target->folder = target->own_folder;
	target->pch_base = target->own_pch_base;
	target->is_placed = true;
}
