// SPDX-License-Identifier: GPL-2.0-only
#include "reach.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arguments/arguments.h"
#include "arguments/module/module.h"
#include "options/options.h"
#include "parse/parse.h"
#include "pool/confine.h"
#include "select/select.h"

/* Where the system's headers are, and what libclang itself loads late. */
static const char *const system_folders[] = {
	"/usr",
	"/lib",
	"/lib32",
	"/lib64",
};

struct reach {
	GPtrArray *readable, *writable; /* char * */
	struct confinement confinement;
	bool runs_sparse; /* which nothing of this fits */
};

/* A folder by the name that the kernel has for it, once. */
static void add(GPtrArray *folders, const char *folder)
{
	char *real = folder ? realpath(folder, NULL) : NULL;

	if (real &&
	    !g_ptr_array_find_with_equal_func(folders, real, g_str_equal, NULL))
		g_ptr_array_add(folders, g_strdup(real));
	free(real);
}

/*
 * A build that the user names, or make, says where it has its headers; one
 * that came with the tree has none elsewhere.
 */
static void add_arguments(struct reach *reach, const GPtrArray *words)
{
	static const char *const options[] = { "-I", "-isystem", "-iquote",
					       "-idirafter", "-include" };

	for (guint i = 0; i < words->len; i++) {
		const char *word = g_ptr_array_index(words, i);

		for (gsize k = 0; k < G_N_ELEMENTS(options); k++) {
			g_autofree char *folder = NULL;
			const gsize length = strlen(options[k]);

			if (strncmp(word, options[k], length) != 0)
				continue;
			if (word[length] != '\0')
				folder = g_strdup(word + length);
			else if (i + 1 < words->len)
				folder = g_strdup(
					g_ptr_array_index(words, i + 1));
			if (folder && k + 1 == G_N_ELEMENTS(options)) {
				char *file = folder;

				folder = g_path_get_dirname(file);
				g_free(file);
			}
			add(reach->readable, folder);
		}
	}
}

/*
 * What lies outside of the tree was named, and is part of a whole; its
 * Makefiles say where it has more headers.
 */
static void add_module(struct reach *reach, const struct compile_jobs *jobs,
		       const struct compile_job *job)
{
	struct module_arguments *arguments = module_all_arguments(jobs, job);

	add(reach->readable, module_root(jobs, job));
	add_arguments(reach, arguments->before);
	add_arguments(reach, arguments->after);
	module_arguments_free(arguments);
}

static void add_jobs(struct reach *reach, const struct options *options,
		     const struct compile_jobs *jobs)
{
	const bool is_named = options->arguments.build ||
			      options->arguments.by_make->len > 0;

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (g_path_is_absolute(job->file->path))
			add_module(reach, jobs, job);
		if (is_named && job->built_with)
			add_arguments(reach, job->built_with);
	}
}

struct reach *reach_of_targets(const struct options *options,
			       const struct compile_jobs *jobs)
{
	struct reach *reach = g_new0(struct reach, 1);

	reach->readable = g_ptr_array_new_with_free_func(g_free);
	reach->writable = g_ptr_array_new_with_free_func(g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(system_folders); i++)
		add(reach->readable, system_folders[i]);
	add(reach->readable, jobs->tree->root);
	add(reach->readable, jobs->tree->build);
	add(reach->readable, jobs->build);
	add(reach->readable, options->keep.dir);
	add(reach->writable, options->keep.dir);
	reach->confinement = (struct confinement){
		.readable = reach->readable,
		.writable = reach->writable,
	};
	return reach;
}

struct reach *reach_new(const struct options *options,
			const struct compile_jobs *jobs)
{
	g_autofree char *library = parse_library_folder();
	struct reach *reach = reach_of_targets(options, jobs);

	reach->runs_sparse = options->run.sparse != NULL;
	add(reach->readable, library);
	add_jobs(reach, options, jobs);
	return reach;
}

const struct confinement *reach_confinement(const struct reach *reach)
{
	return reach->runs_sparse ? NULL : &reach->confinement;
}

const GPtrArray *reach_to_check(const struct reach *reach)
{
	return !reach->runs_sparse && confine_hides_files() ? NULL :
							      reach->readable;
}

char *reach_describe(const struct reach *reach)
{
	return reach->runs_sparse ? g_strdup("nothing, as they run sparse") :
				    confine_describe();
}

void reach_free(struct reach *reach)
{
	g_ptr_array_unref(reach->readable);
	g_ptr_array_unref(reach->writable);
	g_free(reach);
}
