// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds the C file that a file is a part of: headers that only make sense
 * behind others, and C files that are included as if they were headers.
 */
#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "base/sort.h"
#include "base/view.h"
#include "parts.h"
#include "select/select.h"
#include "text/directive.h"

enum {
	DEPTH_LIMIT = 8,     /* of files that include each other */
	FOLDER_LIMIT = 1024, /* files of a folder; more are no part's */
};

struct user_search {
	const struct view *view;
	GPtrArray *folders; /* those looked in: owned char * */
	GHashTable *names;  /* path -> GPtrArray of names it includes */
	GHashTable *tried;  /* path: files whose users were looked for */
};

/* What a file includes in quotes; borrowed. */
static const GPtrArray *names_in(struct user_search *search, const char *path)
{
	GPtrArray *names = g_hash_table_lookup(search->names, path);
	g_autofree char *text = NULL;
	struct directive_reader reader;
	struct include include;
	gsize length = 0;

	if (names)
		return names;
	names = g_ptr_array_new_with_free_func(g_free);
	text = view_read(search->view, path, &length, NULL);
	directive_reader_init(&reader, text ? text : "", length);
	while (include_next(&reader, &include)) {
		if (include.form == INCLUDE_QUOTED)
			g_ptr_array_add(names, include.name);
		else
			g_free(include.name);
	}
	g_hash_table_insert(search->names, g_strdup(path), names);
	return names;
}

static bool ends_in(const char *name, const char *base)
{
	const char *slash = strrchr(name, '/');

	return strcmp(slash ? slash + 1 : name, base) == 0;
}

/*
 * True if a file includes another: beside itself, or else, of a header, by
 * whatever -I finds a file of that name.
 */
static bool includes(struct user_search *search, const char *path,
		     const char *wanted)
{
	const GPtrArray *names = names_in(search, path);
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *base = g_path_get_basename(wanted);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *beside = NULL;

		if (!ends_in(name, base))
			continue;
		beside = g_canonicalize_filename(name, folder);
		if (strcmp(beside, wanted) == 0 ||
		    (g_str_has_suffix(wanted, ".h") &&
		     !view_has_file(search->view, beside)))
			return true;
	}
	return false;
}

static void note_folder(struct user_search *search, const char *folder)
{
	if (!g_ptr_array_find_with_equal_func(search->folders, folder,
					      g_str_equal, NULL))
		g_ptr_array_add(search->folders, g_strdup(folder));
}

static bool is_source(const char *path)
{
	return g_str_has_suffix(path, ".c");
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

/* The files of one kind in a folder, by name; owned. */
static GPtrArray *files_in(const struct user_search *search, const char *folder,
			   bool (*wants)(const char *path))
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) names = view_list(search->view, folder);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (wants(name))
			g_ptr_array_add(paths,
					g_build_filename(folder, name, NULL));
	}
	if (paths->len > FOLDER_LIMIT)
		g_ptr_array_set_size(paths, 0);
	return paths;
}

static char *user_of(struct user_search *search, const char *wanted,
		     guint depth);

/* A user among the files of one kind in a folder; owned, or NULL. */
static char *user_in(struct user_search *search, const char *folder,
		     bool (*wants)(const char *path), const char *wanted,
		     guint depth)
{
	g_autoptr(GPtrArray) paths = files_in(search, folder, wants);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		char *user;

		if (strcmp(path, wanted) == 0 ||
		    !includes(search, path, wanted))
			continue;
		user = user_of(search, path, depth + 1);
		if (user || is_source(path))
			return user ? user : g_strdup(path);
	}
	return NULL;
}

/* Who includes a file; itself is none. Owned, or NULL. */
static char *user_of(struct user_search *search, const char *wanted,
		     guint depth)
{
	g_autofree char *folder = g_path_get_dirname(wanted);
	g_autofree char *above = g_path_get_dirname(folder);
	static bool (*const kinds[])(const char *) = { is_source, is_header };
	char *user = NULL;

	if (depth > DEPTH_LIMIT ||
	    !g_hash_table_add(search->tried, g_strdup(wanted)))
		return NULL;
	note_folder(search, folder);
	note_folder(search, above);
	for (gsize i = 0; i < G_N_ELEMENTS(kinds) && !user; i++) {
		user = user_in(search, folder, kinds[i], wanted, depth);
		if (!user)
			user = user_in(search, above, kinds[i], wanted, depth);
	}
	return user;
}

char *compile_find_user(const struct compile_jobs *jobs,
			const struct compile_job *job, GPtrArray *ret_folders)
{
	struct user_search search = {
		.view = jobs->tree->view,
		.folders = ret_folders ? g_ptr_array_ref(ret_folders) :
					 g_ptr_array_new_with_free_func(g_free),
		.names = g_hash_table_new_full(
			g_str_hash, g_str_equal, g_free,
			(GDestroyNotify)g_ptr_array_unref),
		.tried = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
	};
	char *user = user_of(&search, job->source, 0);

	g_ptr_array_unref(search.folders);
	g_hash_table_destroy(search.names);
	g_hash_table_destroy(search.tried);
	return user;
}
