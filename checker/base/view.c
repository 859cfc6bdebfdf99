// SPDX-License-Identifier: GPL-2.0-only
/* A table of contents that stand before the disk. */
#include "base/view.h"
#include "base/sort.h"

#include <errno.h>
#include <string.h>

#include "base/name.h"
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

bool view_has_file(const struct view *view, const char *path)
{
	if (view && view_knows(view, path))
		return view_text(view, path) != NULL;
	return g_file_test(path, G_FILE_TEST_IS_REGULAR);
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

/* Takes out the files that the view has not. */
static void drop_absent(const struct view *view, GPtrArray *paths)
{
	guint nr_kept = 0;

	for (guint i = 0; i < paths->len; i++) {
		char *path = g_ptr_array_index(paths, i);

		if (view_knows(view, path) && !view_text(view, path))
			g_free(path);
		else
			paths->pdata[nr_kept++] = path;
	}
	memset(paths->pdata + nr_kept, 0,
	       (paths->len - nr_kept) * sizeof(gpointer));
	g_ptr_array_set_size(paths, (gint)nr_kept);
}

void view_correct(const struct view *view, const char *folder,
		  bool (*is_wanted)(const char *path), GPtrArray *paths)
{
	g_autoptr(GHashTable) known = NULL;
	g_autoptr(GPtrArray) given = NULL;

	if (!view || g_hash_table_size(view->texts) == 0)
		return;
	drop_absent(view, paths);
	known = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < paths->len; i++)
		g_hash_table_add(known, g_ptr_array_index(paths, i));
	given = view_paths(view);
	for (guint i = 0; i < given->len; i++) {
		const char *path = g_ptr_array_index(given, i);

		if (view_text(view, path) && name_is_below(path, folder) &&
		    is_wanted(path) && !g_hash_table_contains(known, path))
			g_ptr_array_add(paths, g_strdup(path));
	}
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
		if (ret_reason)
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

/* The part of a path right below a folder that it is below; owned. */
static char *name_in(const char *folder, const char *path)
{
	const char *rest = path + strlen(folder);

	rest += strspn(rest, "/");
	return g_strndup(rest, strcspn(rest, "/"));
}

/* Adds what only the view has, of files and of folders that hold some. */
static void add_given(const struct view *view, const char *folder,
		      GHashTable *names)
{
	GHashTableIter iter;
	gpointer path, text;

	g_hash_table_iter_init(&iter, view->texts);
	while (g_hash_table_iter_next(&iter, &path, &text)) {
		if (text && name_is_below(path, folder))
			g_hash_table_add(names, name_in(folder, path));
	}
}

GPtrArray *view_list(const struct view *view, const char *folder)
{
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GDir *directory = g_dir_open(folder, 0, NULL);
	GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
	const char *name;
	GHashTableIter iter;
	gpointer key;

	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (!view || !view_knows(view, path) || view_text(view, path))
			g_hash_table_add(names, g_strdup(name));
	}
	if (directory)
		g_dir_close(directory);
	if (view)
		add_given(view, folder, names);
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		g_ptr_array_add(list, key);
		g_hash_table_iter_steal(&iter);
	}
	sort_strings(list);
	return list;
}

bool view_differs(const struct view *view, const char *path)
{
	g_autofree char *disk = NULL;
	gsize length = 0;
	GBytes *text;

	if (!view_knows(view, path))
		return false;
	disk = text_file_read(path, &length, NULL);
	text = view_text(view, path);
	if (!disk || !text)
		return disk || text;
	return g_bytes_get_size(text) != length ||
	       (length > 0 &&
		memcmp(g_bytes_get_data(text, NULL), disk, length) != 0);
}

char *view_digest(const struct view *view)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) paths = view_paths(view);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		GBytes *text = view_text(view, path);
		gsize length = 0;
		const guchar *bytes = text ? g_bytes_get_data(text, &length) :
					     NULL;
		const guint64 size = text ? length : G_MAXUINT64;

		g_checksum_update(sum, (const guchar *)path,
				  (gssize)strlen(path) + 1);
		g_checksum_update(sum, (const guchar *)&size, sizeof(size));
		g_checksum_update(sum, bytes, (gssize)length);
	}
	return g_strdup(g_checksum_get_string(sum));
}
