// SPDX-License-Identifier: GPL-2.0-only
/*
 * Runs where all files are at hand, and so needs none of the workers: of a
 * shard, the one that has a file reports what is wrong with it.
 */
#include "copies.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"
#include "enabled.h"
#include "findings/findings.h"
#include "mirror/mirror.h"
#include "options/options.h"
#include "rule.h"
#include "select/select.h"

static bool reads_copies(const struct rule *rule)
{
	return rule->check_copies;
}

/* The files that this run reports on: a set of borrowed paths. */
static GHashTable *reported_files(const struct compile_jobs *jobs)
{
	GHashTable *paths = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (!job->is_elsewhere)
			g_hash_table_add(paths, (gpointer)job->file->path);
	}
	return paths;
}

static bool is_copy(const char *path)
{
	return g_str_has_prefix(path, MIRROR_FOLDER "/");
}

static bool has_copies(GHashTable *paths)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, paths);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (is_copy(path))
			return true;
	}
	return false;
}

/*
 * True if this run reports on copies that are no files with flags, such as one
 * that includes sources of mm/: of several shards, the one that has the first
 * of those with flags.
 */
static bool reports_others(const struct compile_jobs *jobs)
{
	const struct compile_job *first = NULL;

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (is_copy(job->file->path) &&
		    (!first || strcmp(job->file->path, first->file->path) < 0))
			first = job;
	}
	return first && !first->is_elsewhere;
}

/* Says which paths have flags, whoever reports on them. */
static bool is_selected(const struct compile_jobs *jobs, const char *path)
{
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (strcmp(job->file->path, path) == 0)
			return true;
	}
	return false;
}

static struct mirror *compare(const struct compile_jobs *jobs,
			      GHashTable *paths)
{
	const struct mirror_request request = {
		.root = jobs->tree->root,
		.view = jobs->tree->view,
		.flags = jobs->tree->names,
	};
	struct mirror *mirror = has_copies(paths) ? mirror_compare(&request) :
						    mirror_none();
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, paths);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (g_str_has_suffix(path, ".h"))
			mirror_compare_twins(&request, path, mirror);
	}
	return mirror;
}

static void check_rules(const struct options *options,
			const struct compile_jobs *jobs,
			const struct mirror *mirror, GHashTable *paths,
			struct report *report)
{
	const bool has_others = reports_others(jobs);
	struct report found;

	report_init(&found);
	for (size_t i = 0; i < nr_rules; i++) {
		if (reads_copies(all_rules[i]) &&
		    rule_is_enabled(options, all_rules[i]))
			all_rules[i]->check_copies(mirror, &found);
	}
	for (guint i = 0; i < found.findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(found.findings, i);

		if (options_leave_out(&options->arguments, finding->at.path))
			continue;
		if (g_hash_table_contains(paths, finding->at.path) ||
		    (has_others && is_copy(finding->at.path) &&
		     !is_selected(jobs, finding->at.path)))
			report_add(report, finding);
	}
	report_release(&found);
}

void copies_check(const struct options *options,
		  const struct compile_jobs *jobs, struct report *report)
{
	g_autoptr(GHashTable) paths = NULL;
	struct mirror *mirror;

	if (!rules_are_enabled(options, reads_copies))
		return;
	paths = reported_files(jobs);
	mirror = compare(jobs, paths);
	check_rules(options, jobs, mirror, paths, report);
	mirror_free(mirror);
}

struct mirror_copies *copies_open(const struct options *options,
				  const char *root, const struct view *view)
{
	const struct mirror_request request = { .root = root, .view = view };

	return rules_are_enabled(options, reads_copies) ?
		       mirror_copies_open(&request) :
		       NULL;
}

void copies_close(struct mirror_copies *copies)
{
	if (copies)
		mirror_copies_free(copies);
}

static struct mirror_state state_of(GBytes *bytes)
{
	struct mirror_state state = { 0 };

	if (bytes)
		state.text = g_bytes_get_data(bytes, &state.length);
	return state;
}

bool copies_may_be_concerned(const char *path)
{
	return mirror_path_matters(path);
}

bool copies_are_concerned(const struct mirror_copies *copies, const char *path,
			  GBytes *before, GBytes *after)
{
	const struct mirror_state old = state_of(before);
	const struct mirror_state new = state_of(after);

	return mirror_copies_concern(copies, path, &old, &new);
}

GPtrArray *copies_paths(const struct mirror_copies *copies)
{
	return mirror_copies_paths(copies);
}
