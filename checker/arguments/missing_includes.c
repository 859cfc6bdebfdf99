// SPDX-License-Identifier: GPL-2.0-only
/*
 * Include folders that a Makefile would name, found before the first parse
 * instead of by its errors: a parse that fails for an #include is a parse too
 * many. What is missed here the parse finds.
 */
#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "arguments/headers/bpf_types.h"
#include "base/view.h"
#include "generated_includes.h"
#include "parts.h"
#include "select/select.h"
#include "text/directive.h"

/* Files of a driver that include each other. */
enum { FILE_LIMIT = 512 };

struct foresight {
	struct compile_jobs *jobs;
	const struct compile_job *job;
	guint target;
	GPtrArray *arguments;
	guint nr_given;	   /* of the arguments: the rest was found */
	GHashTable *reads; /* char *: what told, of others; owned */
	GHashTable *seen;  /* char *: files that were read; owned */
};

static void read_file(struct foresight *foresight, const char *path);

static bool is_file(const struct foresight *foresight, const char *path)
{
	return view_has_file(foresight->jobs->tree->view, path);
}

/* The file that a name means by the folders so far. Owned; NULL if none. */
static char *find_among_folders(const struct foresight *foresight,
				const char *name, bool *ret_is_added)
{
	for (guint i = 0; i < foresight->arguments->len; i++) {
		const char *word = g_ptr_array_index(foresight->arguments, i);
		g_autofree char *path = NULL;

		if (!g_str_has_prefix(word, "-I"))
			continue;
		path = g_build_filename(word + strlen("-I"), name, NULL);
		if (!is_file(foresight, path))
			continue;
		*ret_is_added = i >= foresight->nr_given;
		return g_steal_pointer(&path);
	}
	return NULL;
}

/* Adds the folder that a name needs. The file in it, owned; NULL if none. */
static char *add_folder(struct foresight *foresight, const char *name)
{
	g_autofree char *found =
		compile_make_include(foresight->jobs, foresight->job,
				     foresight->target, name, foresight->reads);

	if (!found)
		found = compile_find_include(foresight->jobs, foresight->job,
					     name);
	if (!found)
		return NULL;
	g_ptr_array_add(foresight->arguments, g_strconcat("-I", found, NULL));
	return g_build_filename(found, name, NULL);
}

/*
 * Reads what lies in the folder beside (NULL: none), and what needs one of its
 * own: headers for all to include need none.
 */
static void follow(struct foresight *foresight, const char *beside,
		   const char *name)
{
	g_autofree char *path = beside ? g_build_filename(beside, name, NULL) :
					 NULL;
	bool is_added = true;

	if (!path || !is_file(foresight, path)) {
		g_free(path);
		path = find_among_folders(foresight, name, &is_added);
		if (!path)
			path = add_folder(foresight, name);
	}
	if (path && is_added && is_file(foresight, path))
		read_file(foresight, path);
}

/*
 * True if a <name> is of the kernel's headers: it is where all look, or in the
 * half of a configuration that this one lacks.
 */
static bool is_for_all(const struct foresight *foresight, const char *name)
{
	const char *slash = strchr(name, '/');
	g_autofree char *first =
		slash ? g_strndup(name, (gsize)(slash - name)) : NULL;
	g_autofree char *folder = NULL;

	if (!first || strcmp(first, "generated") == 0)
		return false;
	folder = g_build_filename(foresight->jobs->tree->root, "include", first,
				  NULL);
	return strcmp(first, "asm") == 0 ||
	       g_file_test(folder, G_FILE_TEST_IS_DIR);
}

static void read_file(struct foresight *foresight, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *text = NULL;
	struct directive_reader reader;
	struct include include;
	gsize length = 0;

	if (g_hash_table_size(foresight->seen) >= FILE_LIMIT ||
	    !g_hash_table_add(foresight->seen, g_strdup(path)))
		return;
	text = view_read(foresight->jobs->tree->view, path, &length, NULL);
	directive_reader_init(&reader, text ? text : "", length);
	while (include_next(&reader, &include)) {
		if (include.form == INCLUDE_QUOTED)
			follow(foresight, folder, include.name);
		else if (include.form == INCLUDE_ANGLED &&
			 !is_for_all(foresight, include.name))
			follow(foresight, NULL, include.name);
		g_free(include.name);
	}
}

void missing_includes_predict(struct compile_jobs *jobs,
			      const struct compile_job *job, guint target,
			      GPtrArray *arguments, GHashTable *reads)
{
	struct foresight foresight = {
		.jobs = jobs,
		.job = job,
		.target = target,
		.arguments = arguments,
		.nr_given = arguments->len,
		.reads = reads,
	};

	if (job->is_bpf)
		bpf_types_add(jobs, job, target, arguments, reads);
	if (job->built_with || job->is_program || job->is_bpf)
		return;
	foresight.seen =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	read_file(&foresight, compile_main_file(job));
	g_hash_table_destroy(foresight.seen);
}
