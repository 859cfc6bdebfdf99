// SPDX-License-Identifier: GPL-2.0-only
/*
 * The worker is forked when it is first needed and knows the pass as it was
 * then: arguments, names of flags, precompiled headers. Who finds any of that
 * changed frees it.
 */
#include "watch_file.h"

#include <glib.h>

#include "base/stamp.h"
#include "options/options.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "run/pass.h"
#include "run/reach.h"
#include "run/unit.h"
#include "run/unit_facts.h"
#include "select/select.h"

/* Files that are worth to be parsed before somebody saves them. */
enum { WARM_AT_MOST = 2 };

struct watch_file {
	const struct tree *tree;
	struct analysis analysis;
	struct pool_request request;
	struct reach *reach; /* of the worker */
	struct lasting_worker *worker;
	struct pch_set *pch_set; /* in the worker; NULL elsewhere */
};

/* What parses of a target begin with, once in the life of a worker. */
static void prepare(struct watch_file *file, guint target)
{
	struct compile_jobs *jobs = file->analysis.jobs;
	g_autofree char *layout = NULL;

	if (file->pch_set)
		return;
	layout = jobs->keeps_pch ? g_strdup("") : compile_layout(jobs);
	file->pch_set = pch_set_new(jobs, layout);
	pch_build(file->pch_set, jobs, target);
	pch_set_keep_units(file->pch_set);
	file->analysis.pch_set = file->pch_set;
}

static void run_job(void *context, guint index, const struct pool_line *line,
		    struct report *report)
{
	struct watch_file *file = context;
	const struct compile_job *job = &g_array_index(
		file->analysis.jobs->jobs, struct compile_job, index);
	struct selected_file *selected = (struct selected_file *)job->file;

	if (!selected_file_renew(file->tree, selected))
		return;
	prepare(file, job->target);
	report_lines(report, selected->path,
		     (const guint32 *)selected->lines->data,
		     selected->lines->len);
	analysis_run(&file->analysis, job, line, report);
}

struct watch_file *watch_file_new(const struct options *options,
				  const struct selection *selection,
				  struct check_pass *pass)
{
	struct watch_file *file = g_new0(struct watch_file, 1);

	file->tree = &selection->tree;
	file->analysis.jobs = &pass->jobs;
	file->analysis.options = options;
	file->reach = reach_new(options, &pass->jobs);
	pass->jobs.readable = reach_to_check(file->reach);
	file->request = (struct pool_request){
		.nr_jobs = 1,
		.nr_workers = 1,
		.confinement = reach_confinement(file->reach),
		.timeout_seconds = options->timeout_seconds,
		.context = file,
		.run = run_job,
	};
	/* Whether a result was known matters no more. */
	for (guint i = 0; i < pass->jobs.jobs->len; i++)
		g_array_index(pass->jobs.jobs, struct compile_job, i).is_known =
			false;
	file->worker = lasting_worker_new(&file->request);
	return file;
}

void watch_file_free(struct watch_file *file)
{
	if (!file)
		return;
	lasting_worker_free(file->worker);
	file->analysis.jobs->readable = NULL;
	reach_free(file->reach);
	g_free(file);
}

/* The index of a job of a C file, or -1. */
static gint find_job(const struct watch_file *file, const char *path)
{
	const GArray *jobs = file->analysis.jobs->jobs;

	for (guint i = 0; i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);

		if (!job->skip_reason && !job->file->is_header &&
		    g_str_equal(job->source, path))
			return (gint)i;
	}
	return -1;
}

bool watch_file_run(struct watch_file *file, const char *path,
		    struct report *report, bool *ret_is_past)
{
	gint job = find_job(file, path);
	struct stamp before = stamp_of(path), after;

	if (job < 0 || !g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    !lasting_worker_run(file->worker, (guint)job, report))
		return false;
	after = stamp_of(path);
	*ret_is_past = !stamp_is_same(&before, &after);
	return true;
}

void watch_file_warm_up(struct watch_file *file)
{
	const GArray *jobs = file->analysis.jobs->jobs;

	for (guint i = 0; jobs->len <= WARM_AT_MOST && i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);
		struct report report;
		bool is_past;

		report_init(&report);
		watch_file_run(file, job->source, &report, &is_past);
		report_release(&report);
	}
}
