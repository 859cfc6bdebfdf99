// SPDX-License-Identifier: GPL-2.0-only
/*
 * The fast scan: every source of the tree is read once and searched for the
 * wanted names. No regular expressions.
 */
#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path_kind.h"
#include "base/session.h"
#include "base/threads.h"
#include "base/view.h"
#include "text/match.h"

/* A thread takes as long to start as some files to search. */
enum { FILES_PER_THREAD = 8 };

struct match {
	const struct view *view;
	const GPtrArray *paths;
	struct name_filter *filter;
	guint8 *hits;
	char **reasons; /* why paths[i] could not be read, or NULL */
	gint next;	/* the first index that no thread has taken */
};

static mode_t entry_type(const char *path, const struct dirent *entry)
{
	struct stat status;

	if (entry->d_type == DT_REG)
		return S_IFREG;
	if (entry->d_type == DT_DIR)
		return S_IFDIR;
	if (entry->d_type != DT_UNKNOWN || lstat(path, &status) < 0)
		return 0;
	return status.st_mode & S_IFMT;
}

/* Takes one entry: a folder goes to the list of folders to come. */
static void take_entry(const char *folder, const struct dirent *entry,
		       GPtrArray *folders, GPtrArray *ret_paths)
{
	g_autofree char *path = NULL;
	mode_t type;

	if (entry->d_name[0] == '.')
		return;
	path = g_build_filename(folder, entry->d_name, NULL);
	type = entry_type(path, entry);
	if (type == S_IFDIR)
		g_ptr_array_add(folders, g_steal_pointer(&path));
	else if (type == S_IFREG && path_is_read(entry->d_name))
		g_ptr_array_add(ret_paths, g_steal_pointer(&path));
}

static void walk_disk(struct session *session, const char *folder,
		      GPtrArray *ret_paths)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(folders, g_strdup(folder));
	while (folders->len > 0) {
		g_autofree char *next =
			g_ptr_array_steal_index(folders, folders->len - 1);
		const struct dirent *entry;
		DIR *directory = opendir(next);

		if (!directory) {
			session_problem(session, "select", next, 0,
					"folder cannot be read: %s",
					g_strerror(errno));
			continue;
		}
		while ((entry = readdir(directory)) != NULL)
			take_entry(next, entry, folders, ret_paths);
		closedir(directory);
	}
}

void walk_view(struct session *session, const struct view *view,
	       const char *folder, GPtrArray *ret_paths)
{
	if (g_file_test(folder, G_FILE_TEST_IS_DIR))
		walk_disk(session, folder, ret_paths);
	view_correct(view, folder, path_is_read, ret_paths);
}

/* What one of the threads does: takes files until none is left. */
static gpointer match_files(gpointer data)
{
	struct match *match = data;
	guint i;

	while ((i = (guint)g_atomic_int_add(&match->next, 1)) <
	       match->paths->len) {
		gsize length = 0;
		g_autofree char *text = view_read(
			match->view, g_ptr_array_index(match->paths, i),
			&length, &match->reasons[i]);

		if (text && name_filter_matches(match->filter, text, length))
			match->hits[i] = 1;
	}
	return NULL;
}

bool walk_text_has_name(GHashTable *names, const char *text, gsize length)
{
	struct name_filter *filter = name_filter_new(names);
	bool has_name = name_filter_matches(filter, text, length);

	name_filter_free(filter);
	return has_name;
}

void walk_match(struct session *session, const struct view *view,
		const GPtrArray *paths, GHashTable *names, guint8 *ret_hits)
{
	struct match match = {
		.view = view,
		.paths = paths,
		.filter = name_filter_new(names),
		.hits = ret_hits,
		.reasons = g_new0(char *, paths->len + 1),
	};

	threads_run(paths->len, FILES_PER_THREAD, match_files, &match);
	for (guint i = 0; i < paths->len; i++) {
		if (match.reasons[i])
			session_problem(session, "select",
					g_ptr_array_index(paths, i), 0,
					"cannot be read: %s", match.reasons[i]);
		g_free(match.reasons[i]);
	}
	g_free(match.reasons);
	name_filter_free(match.filter);
}
