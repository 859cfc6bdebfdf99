// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds headers that a driver's Makefile would have made reachable with -I:
 * the nearest header of that name is the one meant, in practice always.
 */
#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "arguments/module/module.h"
#include "base/asked.h"
#include "driver_arguments.h"
#include "generated_includes.h"
#include "parts.h"
#include "select/select.h"

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

/* What headers there are is for all jobs alike: none of them asks that. */
static GPtrArray *list_headers(const struct tree *tree)
{
	struct asked *outer = asked_record(NULL);
	GPtrArray *headers = tree_headers(tree);

	asked_record(outer);
	return headers;
}

const GPtrArray *compile_headers(struct compile_jobs *jobs)
{
	if (!jobs->headers)
		jobs->headers = list_headers(jobs->tree);
	return jobs->headers;
}

char *compile_layout(struct compile_jobs *jobs)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);

	const GPtrArray *headers = compile_headers(jobs);

	for (guint i = 0; i < headers->len; i++) {
		const char *path = g_ptr_array_index(headers, i);

		g_checksum_update(sum, (const guchar *)path,
				  (gssize)strlen(path) + 1);
	}
	return g_strdup(g_checksum_get_string(sum));
}

/* How many folders of one path another has as well, wherever they stand. */
static guint common_names(const char *a, const char *b)
{
	g_auto(GStrv) names = g_strsplit(a, "/", -1);
	g_auto(GStrv) others = g_strsplit(b, "/", -1);
	guint nr = 0;

	for (guint i = 0; names[i]; i++)
		nr += g_strv_contains((const char *const *)others, names[i]);
	return nr;
}

/*
 * A header of the module, the nearest of its name: nothing of the kernel that
 * lies out of its folders for all answers what a module includes.
 */
static char *find_in_module(const struct compile_jobs *jobs,
			    const struct compile_job *job, const char *wanted)
{
	const GPtrArray *headers = module_headers(jobs, job);
	const char *best = NULL;
	gsize best_prefix = 0;
	guint best_names = 0;

	for (guint i = 0; i < headers->len; i++) {
		const char *path = g_ptr_array_index(headers, i);
		const gsize prefix = common_prefix(path, job->source);
		guint names;

		if (!path_ends_in(path, wanted) || prefix < best_prefix)
			continue;
		names = common_names(path, job->source);
		if (best && prefix == best_prefix && names <= best_names)
			continue;
		best = path;
		best_prefix = prefix;
		best_names = names;
	}
	return best ? g_strndup(best, strlen(best) - strlen(wanted) - 1) : NULL;
}

char *compile_find_include(struct compile_jobs *jobs,
			   const struct compile_job *job, const char *name)
{
	const GPtrArray *headers = compile_headers(jobs);
	const char *wanted = skip_dots(name);
	const char *best = NULL;
	gsize best_prefix = 0;
	g_autofree char *folder = NULL;

	if (module_has_job(job))
		return find_in_module(jobs, job, wanted);
	for (guint i = 0; i < headers->len; i++) {
		const char *path = g_ptr_array_index(headers, i);
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

char *compile_job_command(const struct compile_jobs *jobs,
			  const struct compile_job *job)
{
	g_autoptr(GString) text = g_string_new("clang-19 -fsyntax-only");
	g_autoptr(GPtrArray) arguments =
		compile_arguments(jobs, job, job->target);
	g_autoptr(GPtrArray) words = compile_driver_arguments(arguments);
	g_autofree char *source = NULL;

	for (guint i = 0; i < words->len; i++) {
		g_autofree char *quoted =
			g_shell_quote(g_ptr_array_index(words, i));

		g_string_append_printf(text, " %s", quoted);
	}
	source = g_shell_quote(compile_main_file(job));
	if (job->file->is_header && !job->user)
		g_string_append(text, " -x c");
	g_string_append_printf(text, " %s", source);
	return g_string_free(g_steal_pointer(&text), FALSE);
}
