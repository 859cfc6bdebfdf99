// SPDX-License-Identifier: GPL-2.0-only
/* Follows changed headers to the files that they may mean something else to. */
#include "users.h"

#include <string.h>

#include "base/path_kind.h"
#include "base/sort.h"
#include "base/view.h"
#include "change.h"
#include "findings/comments.h"
#include "select/select.h"

static const char *text_of(GBytes *bytes, gsize *ret_length)
{
	*ret_length = 0;
	return bytes ? g_bytes_get_data(bytes, ret_length) : NULL;
}

static void add_names(GBytes *bytes, const GArray *spans,
		      const struct header_names *names)
{
	gsize length = 0;
	const char *text = text_of(bytes, &length);

	if (text && spans->len > 0)
		header_declared_names(text, length, spans, names);
}

/* What a header declares on the lines in which two states of it differ. */
static void add_declared(GBytes *from, GBytes *to,
			 const struct header_names *names)
{
	struct changed_file side = { .before = from, .after = to };

	add_names(to, changed_file_touched(&side), names);
	g_array_free(side.touched, TRUE);
}

static void add_all_declared(GBytes *bytes, const struct header_names *names)
{
	const struct line_span all = { 1, G_MAXUINT32 };
	g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(all));

	g_array_append_val(spans, all);
	add_names(bytes, spans, names);
}

/* What the comments of a header allow at its macros, in one text; owned. */
static char *allowances(GBytes *bytes)
{
	gsize length = 0;
	const char *text = text_of(bytes, &length);
	g_autoptr(GPtrArray) found = suppressions_read(text, length);
	GString *list = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++) {
		const struct suppression *one = g_ptr_array_index(found, i);

		if (one->macro)
			g_string_append_printf(list, "%s %s %d\n", one->macro,
					       one->text, !*one->reason);
	}
	return g_string_free(list, FALSE);
}

static bool has_other_allowances(const struct changed_file *file)
{
	g_autofree char *before = allowances(file->before);
	g_autofree char *after = allowances(file->after);

	return strcmp(before, after) != 0;
}

/* True if what was changed is layout and comments alone. */
static bool is_layout(const struct changed_file *file)
{
	gsize old = 0, new = 0;
	const char *before = text_of(file->before, &old);
	const char *after = text_of(file->after, &new);

	return before && after && header_says_same(before, old, after, new);
}

/* Adds the names that headers declare anew, or no more, since a base. */
static bool declared_names(const struct change_base *base,
			   const struct header_names *names)
{
	for (guint i = 0; i < base->headers->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(base->headers, i);

		if (has_other_allowances(file)) {
			add_all_declared(file->before, names);
			add_all_declared(file->after, names);
		} else if (!is_layout(file)) {
			add_declared(file->before, file->after, names);
			add_declared(file->after, file->before, names);
		}
	}
	return g_hash_table_size(names->names) > 0 ||
	       g_hash_table_size(names->members) > 0;
}

/* The names that a header includes, in their order; owned. */
static char *included(GBytes *bytes)
{
	gsize length = 0;
	const char *text = text_of(bytes, &length);
	GString *list = g_string_new(NULL);

	for (const char *line = text; line && line < text + length;) {
		const char *end =
			memchr(line, '\n', length - (gsize)(line - text));
		const char *stop = end ? end : text + length;
		const char *p = line;

		while (p < stop && strchr(" \t#", *p))
			p++;
		if (p > line && (gsize)(stop - p) > strlen("include") &&
		    memcmp(p, "include", strlen("include")) == 0)
			g_string_append_len(list, p, stop - p);
		line = stop + 1;
	}
	return g_string_free(list, FALSE);
}

/*
 * True if other files may be included for it than before: it came, went, has
 * another path, or includes others.
 */
static bool is_moved(const struct changed_file *file)
{
	g_autofree char *before = NULL;
	g_autofree char *after = NULL;

	if (!file->before || !file->after ||
	    strcmp(file->path, file->old_path) != 0)
		return true;
	before = included(file->before);
	after = included(file->after);
	return strcmp(before, after) != 0;
}

static bool has_moved(const struct change_base *base)
{
	for (guint i = 0; i < base->headers->len; i++) {
		if (is_moved(g_ptr_array_index(base->headers, i)))
			return true;
	}
	return false;
}

/* Lines of the top Makefile that tell the version, and nothing of a build. */
static bool is_version_line(const char *line, gsize length)
{
	static const char *const names[] = { "VERSION", "PATCHLEVEL",
					     "SUBLEVEL", "EXTRAVERSION",
					     "NAME" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const gsize own = strlen(names[i]);

		if (length > own && strncmp(line, names[i], own) == 0 &&
		    strchr(" \t=", line[own]))
			return true;
	}
	return length == 0;
}

/* True if two states of a file differ in such lines alone, one way round. */
static bool adds_version(GBytes *from, GBytes *to)
{
	struct changed_file side = { .before = from, .after = to };
	const GArray *touched = changed_file_touched(&side);
	gsize length = 0;
	const char *text = text_of(to, &length);
	const char *end = text + length;
	bool is_version = true;
	guint32 nr = 1;

	for (const char *line = text; line && line < end; nr++) {
		const char *stop = memchr(line, '\n', (gsize)(end - line));
		const gsize own = (gsize)((stop ? stop : end) - line);

		if (spans_hold(touched, nr) && !is_version_line(line, own))
			is_version = false;
		line += own + 1;
	}
	g_array_free(side.touched, TRUE);
	return is_version;
}

static bool is_of_version(const struct changed_file *file)
{
	return file->before && file->after &&
	       adds_version(file->before, file->after) &&
	       adds_version(file->after, file->before);
}

/* The folders whose files a build may treat in another way; owned strings. */
static GPtrArray *build_folders(const struct change *change)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < change->others->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(change->others, i);

		if (path_kind(file->path) == PATH_BUILD && !is_of_version(file))
			g_ptr_array_add(folders,
					g_path_get_dirname(file->path));
	}
	sort_strings(folders);
	return folders;
}

bool change_reaches_users(const struct change *change)
{
	g_autoptr(GPtrArray) folders = build_folders(change);
	bool has_names = folders->len > 0;

	for (guint i = 0; i < change->bases->len && !has_names; i++) {
		struct header_names names;

		header_names_init(&names);
		has_names = has_moved(g_ptr_array_index(change->bases, i)) ||
			    declared_names(g_ptr_array_index(change->bases, i),
					   &names);
		header_names_release(&names);
	}
	return has_names;
}

/* Adds those who use what the headers of a base declare. */
static void add_users(struct session *session, const struct tree *tree,
		      const struct change *all, const struct change_base *base,
		      GHashTable *paths)
{
	g_autoptr(GPtrArray) folders = build_folders(all);
	g_autoptr(GPtrArray) headers = g_ptr_array_new();
	g_autoptr(GPtrArray) moved = g_ptr_array_new();
	g_autoptr(GPtrArray) users = NULL;
	struct header_change change = {
		.changed = headers,
		.moved = moved,
		.folders = folders,
	};

	for (guint i = 0; i < base->headers->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(base->headers, i);

		g_ptr_array_add(headers, file->path);
		g_ptr_array_add(headers, file->old_path);
		if (is_moved(file)) {
			g_ptr_array_add(moved, file->path);
			g_ptr_array_add(moved, file->old_path);
		}
	}
	header_names_init(&change.names);
	if (declared_names(base, &change.names) || moved->len > 0 ||
	    folders->len > 0)
		users = files_that_use(session, tree, &change);
	header_names_release(&change.names);
	for (guint i = 0; users && i < users->len; i++)
		g_hash_table_add(paths, g_strdup(g_ptr_array_index(users, i)));
}

/*
 * The files that are others than in a base, or mean something else by its
 * headers: a set of absolute paths, owned.
 */
static GHashTable *concerned(struct session *session, const struct tree *tree,
			     const struct change *change,
			     const struct change_base *base)
{
	GHashTable *paths =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, base->differs);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_hash_table_add(paths, g_strdup(path));
	add_users(session, tree, change, base, paths);
	return paths;
}

/* True if a file is there after the change, and is in all of the sets. */
static bool is_concerned(const struct change *change, const GPtrArray *sets,
			 const char *path)
{
	if (view_knows(change->after, path) && !view_text(change->after, path))
		return false;
	for (guint i = 0; i < sets->len; i++) {
		if (!g_hash_table_contains(g_ptr_array_index(sets, i), path))
			return false;
	}
	return true;
}

GPtrArray *change_users(struct session *session, const struct tree *tree,
			const struct change *change)
{
	g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func(
		(GDestroyNotify)g_hash_table_destroy);
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer path;

	for (guint i = 0; i < change->bases->len; i++)
		g_ptr_array_add(sets,
				concerned(session, tree, change,
					  g_ptr_array_index(change->bases, i)));
	g_hash_table_iter_init(&iter, g_ptr_array_index(sets, 0));
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (is_concerned(change, sets, path))
			g_ptr_array_add(found, g_strdup(path));
	}
	sort_strings(found);
	return found;
}
