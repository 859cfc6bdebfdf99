// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds headers that a driver's Makefile would have made reachable with -I:
 * the nearest header of that name is the one meant, in practice always.
 */
#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "base/sort.h"
#include "base/view.h"
#include "select/select.h"
#include "text/directive.h"

/* True if path ends in /name, or is name. */
static bool path_ends_in(const char *path, const char *name)
{
	gsize path_length = strlen(path), name_length = strlen(name);

	return path_length >= name_length &&
	       strcmp(path + path_length - name_length, name) == 0 &&
	       (path_length == name_length ||
		path[path_length - name_length - 1] == '/');
}

static gsize common_prefix(const char *a, const char *b)
{
	gsize nr = 0;

	while (a[nr] && a[nr] == b[nr])
		nr++;
	return nr;
}

/* A leading ./ or ../ says nothing about where the header is. */
static const char *skip_dots(const char *name)
{
	while (g_str_has_prefix(name, "./") || g_str_has_prefix(name, "../"))
		name = strchr(name, '/') + 1;
	return name;
}

char *compile_layout(struct compile_jobs *jobs)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);

	if (!jobs->headers)
		jobs->headers = tree_headers(jobs->tree);
	for (guint i = 0; i < jobs->headers->len; i++) {
		const char *path = g_ptr_array_index(jobs->headers, i);

		g_checksum_update(sum, (const guchar *)path,
				  (gssize)strlen(path) + 1);
	}
	return g_strdup(g_checksum_get_string(sum));
}

char *compile_find_include(struct compile_jobs *jobs,
			   const struct compile_job *job, const char *name)
{
	const char *wanted = skip_dots(name);
	const char *best = NULL;
	gsize best_prefix = 0;
	g_autofree char *folder = NULL;

	if (!jobs->headers)
		jobs->headers = tree_headers(jobs->tree);
	for (guint i = 0; i < jobs->headers->len; i++) {
		const char *path = g_ptr_array_index(jobs->headers, i);
		gsize prefix = common_prefix(path, job->file->path);

		if (path_ends_in(path, wanted) &&
		    (!best || prefix > best_prefix)) {
			best = path;
			best_prefix = prefix;
		}
	}
	if (!best)
		return NULL;
	folder = g_strndup(best, strlen(best) - strlen(wanted));
	return g_build_filename(jobs->tree->root, folder, NULL);
}

/* True if the text has an #include "..", whose name ends in /name or is name.
 */
static bool includes(const char *text, gsize length, const char *name)
{
	struct directive_reader reader;
	struct include include;
	bool found = false;

	directive_reader_init(&reader, text, length);
	while (!found && include_next(&reader, &include)) {
		found = include.form == INCLUDE_QUOTED &&
			path_ends_in(include.name, name);
		g_free(include.name);
	}
	return found;
}

static bool is_c_file(const char *path)
{
	return g_str_has_suffix(path, ".c");
}

/* The C files of a folder, sorted; owned. */
static GPtrArray *sources_in(const struct view *view, const char *folder)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *entry;

	while (directory && (entry = g_dir_read_name(directory)) != NULL) {
		if (is_c_file(entry))
			g_ptr_array_add(paths,
					g_build_filename(folder, entry, NULL));
	}
	if (directory)
		g_dir_close(directory);
	view_correct(view, folder, is_c_file, paths);
	sort_strings(paths);
	return paths;
}

/* The first file of a folder, by name, that includes the header; owned. */
static char *user_in(const struct view *view, const char *folder,
		     const char *name)
{
	g_autoptr(GPtrArray) paths = sources_in(view, folder);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		g_autofree char *reason = NULL;
		gsize length = 0;
		g_autofree char *text = NULL;

		/* Only the view tells of files in folders below. */
		if (strchr(path + strlen(folder) + 1, '/'))
			continue;
		text = view_read(view, path, &length, &reason);
		if (text && includes(text, length, name))
			return g_strdup(path);
	}
	return NULL;
}

char *compile_find_user(const struct compile_jobs *jobs,
			const struct compile_job *job)
{
	const struct view *view = jobs->tree->view;
	g_autofree char *folder = g_path_get_dirname(job->source);
	g_autofree char *above = g_path_get_dirname(folder);
	g_autofree char *name = g_path_get_basename(job->source);
	char *user = user_in(view, folder, name);

	return user ? user : user_in(view, above, name);
}

char *compile_job_command(const struct compile_jobs *jobs,
			  const struct compile_job *job)
{
	g_autoptr(GString) text = g_string_new("clang-19 -fsyntax-only");
	g_autoptr(GPtrArray) arguments =
		compile_arguments(jobs, job, job->target);
	g_autofree char *source = NULL;

	for (guint i = 0; i < arguments->len; i++) {
		g_autofree char *quoted =
			g_shell_quote(g_ptr_array_index(arguments, i));

		g_string_append_printf(text, " %s", quoted);
	}
	source = g_shell_quote(job->source);
	if (job->file->is_header)
		g_string_append(text, " -x c");
	g_string_append_printf(text, " %s", source);
	return g_string_free(g_steal_pointer(&text), FALSE);
}
