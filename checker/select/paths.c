// SPDX-License-Identifier: GPL-2.0-only
/* From the words of a command line, or a whole tree, to sources and headers. */
#include "paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/path_kind.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "listing.h"
#include "options/stages.h"
#include "select.h"
#include "walk.h"

/* Folders whose macros any file may use; read when only PATHs are checked. */
static const char *const shared_headers[] = { "include", "arch/x86/include" };

static char *absolute_path(struct session *session, const char *path)
{
	char *absolute = realpath(path, NULL);

	if (!absolute)
		session_problem(session, "select", path, 0, "%s",
				g_strerror(errno));
	return absolute;
}

/* Sorts one PATH of the command line among folders or files. */
static void sort_out(struct session *session, const char *path,
		     GPtrArray *folders, GPtrArray *files)
{
	g_autofree char *absolute = absolute_path(session, path);

	if (!absolute)
		return;
	if (g_file_test(absolute, G_FILE_TEST_IS_DIR))
		g_ptr_array_add(folders, g_steal_pointer(&absolute));
	else if (path_is_read(absolute))
		g_ptr_array_add(files, g_steal_pointer(&absolute));
	else
		session_problem(session, "select", path, 0,
				"neither a folder nor a C file or header, "
				"nor Rust or a document (.rs, .rst)");
}

static void drop_double(GPtrArray *sorted)
{
	for (guint i = sorted->len; i > 1; i--) {
		if (strcmp(g_ptr_array_index(sorted, i - 1),
			   g_ptr_array_index(sorted, i - 2)) == 0)
			g_ptr_array_remove_index(sorted, i - 1);
	}
}

bool paths_are_whole(const struct select_options *options,
		     const struct tree *tree)
{
	for (guint i = 0; i < options->paths->len; i++) {
		g_autofree char *path =
			realpath(g_ptr_array_index(options->paths, i), NULL);

		if (path && strcmp(path, tree->root) == 0)
			return true;
	}
	return options->paths->len == 0 && !options->lists_paths;
}

void paths_list(struct session *session, const struct select_options *options,
		const struct tree *tree, struct listing *listing)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < options->paths->len; i++)
		sort_out(session, g_ptr_array_index(options->paths, i), folders,
			 files);
	sort_strings(files);
	drop_double(files);
	listing_add_files(listing, files);
	for (guint i = 0; i < folders->len; i++)
		listing_add_folder(session, listing,
				   g_ptr_array_index(folders, i));
	if (options->paths->len == 0 && !options->lists_paths)
		listing_add_folder(session, listing, tree->root);
}

void paths_list_shared(struct session *session, const struct tree *tree,
		       struct listing *listing)
{
	for (guint i = 0; i < G_N_ELEMENTS(shared_headers); i++) {
		g_autofree char *folder =
			g_build_filename(tree->root, shared_headers[i], NULL);

		if (g_file_test(folder, G_FILE_TEST_IS_DIR))
			listing_add_folder(session, listing, folder);
	}
}

bool path_is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

/* Adds what the tree is known to hold in a folder of it. */
static void add_known(const struct tree *tree, const char *folder,
		      GPtrArray *headers)
{
	g_autofree char *start = g_strconcat(folder, "/", NULL);

	for (guint i = 0; i < tree->headers->len; i++) {
		const char *path = g_ptr_array_index(tree->headers, i);

		if (g_str_has_prefix(path, start))
			g_ptr_array_add(headers, g_build_filename(tree->root,
								  path, NULL));
	}
}

static void add_folder(struct session *session, const struct tree *tree,
		       const char *folder, GPtrArray *headers)
{
	g_autofree char *path = g_build_filename(tree->root, folder, NULL);

	if (tree->headers)
		add_known(tree, folder, headers);
	else
		walk_view(session, tree->view, path, headers);
}

/* Headers whose macros count: those among the paths, and the shared ones. */
GPtrArray *paths_learning_headers(struct session *session,
				  const struct tree *tree,
				  const GPtrArray *paths)
{
	GPtrArray *headers = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (path_is_header(path))
			g_ptr_array_add(headers, g_strdup(path));
	}
	for (guint i = 0; i < G_N_ELEMENTS(shared_headers); i++)
		add_folder(session, tree, shared_headers[i], headers);
	sort_strings(headers);
	drop_double(headers);
	return headers;
}

/* The headers among sorted paths of a tree, relative to it; owned. */
GPtrArray *paths_headers(const struct tree *tree, const GPtrArray *paths)
{
	GPtrArray *headers = g_ptr_array_new_with_free_func(g_free);
	gsize length = strlen(tree->root);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (path_is_header(path) &&
		    strncmp(path, tree->root, length) == 0 &&
		    path[length] == '/')
			g_ptr_array_add(headers, g_strdup(path + length + 1));
	}
	return headers;
}

GPtrArray *tree_headers(const struct tree *tree)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	if (tree->headers)
		return g_ptr_array_ref(tree->headers);
	walk_view(NULL, tree->view, tree->root, paths);
	sort_strings(paths);
	return paths_headers(tree, paths);
}

GPtrArray *tree_headers_in(const char *root, const struct view *view,
			   const GPtrArray *headers)
{
	const struct tree tree = { .root = root };
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < headers->len; i++)
		g_ptr_array_add(
			paths, g_build_filename(root, headers->pdata[i], NULL));
	view_correct(view, root, path_is_header, paths);
	sort_strings(paths);
	return paths_headers(&tree, paths);
}
