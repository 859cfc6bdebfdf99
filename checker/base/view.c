// SPDX-License-Identifier: GPL-2.0-only
/* A table of contents that stand before the disk. */
#include "base/view.h"
#include "base/sort.h"

#include <errno.h>
#include <string.h>

#include "base/text_file.h"

struct view {
	GHashTable *texts; /* owned path -> GBytes *, or NULL: absent */
};

static void unref_text(gpointer text)
{
	if (text)
		g_bytes_unref(text);
}

struct view *view_new(void)
{
	struct view *view = g_new0(struct view, 1);

	view->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					    unref_text);
	return view;
}

void view_free(struct view *view)
{
	if (!view)
		return;
	g_hash_table_destroy(view->texts);
	g_free(view);
}

void view_set(struct view *view, const char *path, GBytes *text)
{
	g_hash_table_replace(view->texts, g_strdup(path),
			     text ? g_bytes_ref(text) : NULL);
}

bool view_knows(const struct view *view, const char *path)
{
	return g_hash_table_contains(view->texts, path);
}

GBytes *view_text(const struct view *view, const char *path)
{
	return view ? g_hash_table_lookup(view->texts, path) : NULL;
}

GPtrArray *view_paths(const struct view *view)
{
	GPtrArray *paths = g_ptr_array_new();
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, view->texts);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_ptr_array_add(paths, path);
	sort_strings(paths);
	return paths;
}

char *view_read(const struct view *view, const char *path, gsize *ret_length,
		char **ret_reason)
{
	gpointer found = NULL;
	const char *bytes;
	char *copy;

	if (!view ||
	    !g_hash_table_lookup_extended(view->texts, path, NULL, &found))
		return text_file_read(path, ret_length, ret_reason);
	if (!found) {
		*ret_reason = g_strdup(g_strerror(ENOENT));
		return NULL;
	}
	bytes = g_bytes_get_data(found, ret_length);
	copy = g_malloc(*ret_length + 1);
	if (*ret_length > 0)
		memcpy(copy, bytes, *ret_length);
	copy[*ret_length] = '\0';
	return copy;
}
