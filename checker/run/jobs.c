// SPDX-License-Identifier: GPL-2.0-only
/*
 * From jobs to a report: makes headers, takes what earlier runs know, and has
 * workers parse the rest.
 */
#include "jobs.h"

#include <string.h>

#include "arguments/arguments.h"
#include "arguments/job_cost.h"
#include "base/child.h"
#include "base/run_stats.h"
#include "base/session.h"
#include "findings/findings.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "prepare.h"
#include "reach.h"
#include "results.h"
#include "select/select.h"
#include "unit.h"
#include "unit_facts.h"

/* What the pool's callbacks share. */
struct run {
	struct session *session;
	const struct options *options;
	struct analysis analysis;
	GPtrArray *work;  /* const struct compile_job *: those to parse */
	GArray *tasks;	  /* struct task: what workers do for that */
	guint nr_ready;	  /* tasks that have ended and were no file */
	guint nr_stopped; /* files that a signal kept from being looked at */
	char *layout;	  /* of compile_layout() */
	struct results *results; /* of earlier runs, and for later ones */
	struct report *report;	 /* of the whole run */
	struct progress_state progress;
};

/*
 * To precompile the headers of a target, or to analyse a file, which waits for
 * the former if there is one for its target.
 */
struct task {
	guint target;
	const struct compile_job *job; /* NULL: it is to precompile */
	guint after;		       /* another task, or POOL_NONE */
};

static const struct task *task_at(const struct run *run, guint index)
{
	return &g_array_index(run->tasks, struct task, index);
}

static void precompile(const struct run *run, guint target,
		       struct run_stats *stats)
{
	gint64 at_us = g_get_monotonic_time();

	switch (pch_build(run->analysis.pch_set, run->analysis.jobs, target)) {
	case PCH_BUILT:
		stats->amounts[STATS_PCH_BUILT]++;
		break;
	case PCH_REUSED:
		stats->amounts[STATS_PCH_REUSED]++;
		break;
	case PCH_NOT_MADE:
		break;
	}
	run_stats_spend(stats, STATS_PRECOMPILE_US, at_us);
}

static void run_task(void *context, guint index, const struct pool_line *line,
		     struct report *report)
{
	const struct run *run = context;
	const struct task *task = task_at(run, index);

	if (task->job)
		analysis_run(&run->analysis, task->job, line, report);
	else
		precompile(run, task->target, &report->stats);
}

/*
 * Headers of one target share a unit, which a worker keeps: the one that is
 * precompiled, if it has just been made.
 */
static guint group_of_task(void *context, guint index)
{
	const struct task *task = task_at(context, index);

	return !task->job || task->job->file->is_header ? task->target + 1 : 0;
}

static guint task_before(void *context, guint index)
{
	return task_at(context, index)->after;
}

static void lose_file(const struct compile_job *job, const char *reason,
		      const char *command, struct report *report)
{
	const GArray *lines = job->file->lines;

	report_file(report, job->file->path, FILE_FAILED, reason, command);
	for (guint i = 0; i < lines->len; i++)
		report_unseen(report, job->file->path,
			      g_array_index(lines, guint32, i), reason);
}

static void lose_task(void *context, guint index, const char *reason,
		      struct report *report)
{
	struct run *run = context;
	const struct compile_job *job = task_at(run, index)->job;
	g_autofree char *command = NULL;

	if (!job) {
		run->nr_ready++;
		return;
	}
	command = compile_job_command(run->analysis.jobs, job);
	lose_file(job, reason, command, report);
}

static void stop_task(void *context, guint index, struct report *report)
{
	struct run *run = context;
	const struct compile_job *job = task_at(run, index)->job;

	if (!job)
		return;
	run->nr_stopped++;
	lose_file(job, "not looked at: the run was stopped", NULL, report);
}

/* The lines that are left have their reasons, as if it had ended by itself. */
static void cut_task(void *context, guint index, const char *reason,
		     struct report *report)
{
	const struct compile_job *job = task_at(context, index)->job;
	g_autofree char *text = g_strdup_printf(
		"%s in a further attempt; what was found before counts",
		reason);
	const struct report_problem problem = {
		.stage = "parse",
		.path = job->file->path,
		.text = text,
		.weight = PROBLEM_INCOMPLETE,
	};

	report_problem(report, &problem);
}

static void show_progress(void *context, const struct pool_progress *progress)
{
	struct run *run = context;
	const struct compile_job *slowest =
		progress->slowest < run->tasks->len ?
			task_at(run, progress->slowest)->job :
			NULL;

	run->progress.done = progress->done - run->nr_ready;
	run->progress.selected = run->work->len;
	run->progress.findings = progress->findings;
	run->progress.slowest = slowest && progress->slowest_seconds > 0 ?
					slowest->file->path :
					"";
	run->progress.slowest_seconds = progress->slowest_seconds;
	output_progress(&run->progress);
}

static void keep_task(void *context, guint index, GVariant *report,
		      guint milliseconds)
{
	struct run *run = context;
	const struct compile_job *job = task_at(run, index)->job;

	if (!job) {
		run->nr_ready++;
		return;
	}
	run_stats_note_file(&run->report->stats, job->file->path, milliseconds);
	results_keep(run->results, job, report, milliseconds);
}

/* Adds what an earlier run has found; false if that does not hold any more. */
static bool take_known(const struct run *run, const struct compile_job *job,
		       struct report *report)
{
	g_autoptr(GVariant) known = results_find(run->results, job);

	if (!known || !report_merge_variant(report, known))
		return false;
	report->stats.amounts[STATS_TAKEN]++;
	return true;
}

/* A job and what it took last time. */
struct costly {
	struct compile_job *job;
	guint cost_ms;
};

/*
 * What takes long must not come last. Headers of a target share a unit if they
 * follow each other, so all headers come first.
 */
static gint compare_costly(gconstpointer a, gconstpointer b)
{
	const struct costly *left = a, *right = b;
	const bool is_header = left->job->file->is_header;

	if (is_header != right->job->file->is_header)
		return is_header ? -1 : 1;
	if (is_header && left->job->target != right->job->target)
		return left->job->target < right->job->target ? -1 : 1;
	return (left->cost_ms < right->cost_ms) -
	       (left->cost_ms > right->cost_ms);
}

/* Of what is new, long files come first. */
static void order_work(const struct run *run)
{
	g_autoptr(GArray) all =
		g_array_new(FALSE, FALSE, sizeof(struct costly));

	for (guint i = 0; i < run->work->len; i++) {
		struct compile_job *job = g_ptr_array_index(run->work, i);
		struct costly costly = {
			.job = job,
			.cost_ms = results_cost_ms(run->results, job),
		};

		if (costly.cost_ms == 0)
			costly.cost_ms = job_cost_ms(job);
		g_array_append_val(all, costly);
	}
	g_array_sort(all, compare_costly);
	for (guint i = 0; i < all->len; i++)
		run->work->pdata[i] = g_array_index(all, struct costly, i).job;
}

bool job_report_skipped(const struct compile_job *job, struct report *report)
{
	const GArray *lines = job->file->lines;
	const char *path = job->file->path;

	if (!job->skip_reason)
		return false;
	report_file(report, path, FILE_SKIPPED, job->skip_reason, NULL);
	for (guint i = 0; i < lines->len; i++)
		report_unseen(report, path, g_array_index(lines, guint32, i),
			      job->skip_reason);
	return true;
}

/* Sorts out what is not parsed at all, and says why. */
static void plan(struct run *run, struct report *report)
{
	const GArray *jobs = run->analysis.jobs->jobs;

	for (guint i = 0; i < jobs->len; i++) {
		struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);
		const GArray *lines = job->file->lines;
		const char *path = job->file->path;

		if (job->is_elsewhere)
			continue;
		report_lines(report, path, (const guint32 *)lines->data,
			     lines->len);
		if (job_report_skipped(job, report))
			continue;
		job->is_known = take_known(run, job, report);
		if (!job->is_known)
			g_ptr_array_add(run->work, job);
	}
}

static void add_task(struct run *run, guint target,
		     const struct compile_job *job, guint after)
{
	struct task task = { .target = target, .job = job, .after = after };

	g_array_append_val(run->tasks, task);
}

static bool is_to_precompile(const struct run *run, guint target)
{
	const struct compile_jobs *jobs = run->analysis.jobs;

	return g_array_index(jobs->targets, struct compile_target, target)
		       .is_wanted &&
	       (run->options->run.watch || pch_is_worth_it(jobs, target));
}

/*
 * What workers are to do, in order: all headers come before other files, those
 * of a target behind what precompiles for it.
 */
static void make_tasks(struct run *run)
{
	const guint nr_targets = run->analysis.jobs->targets->len;
	g_autofree guint *before = g_new(guint, nr_targets + 1);
	guint nr_headers = 0;

	for (guint target = 0; target < nr_targets; target++) {
		before[target] = POOL_NONE;
		if (is_to_precompile(run, target)) {
			before[target] = run->tasks->len;
			add_task(run, target, NULL, POOL_NONE);
		}
		for (; nr_headers < run->work->len; nr_headers++) {
			const struct compile_job *job =
				g_ptr_array_index(run->work, nr_headers);

			if (!job->file->is_header || job->target != target)
				break;
			add_task(run, target, job, POOL_NONE);
		}
	}
	for (guint i = nr_headers; i < run->work->len; i++) {
		const struct compile_job *job = g_ptr_array_index(run->work, i);

		add_task(run, job->target, job,
			 job->file->is_header || job->is_program ?
				 POOL_NONE :
				 before[job->target]);
	}
}

static bool has_sparse(const struct run *run)
{
	const char *program = run->options->run.sparse;
	g_autofree char *path = program ? child_program(program) : NULL;

	if (!program || path)
		return true;
	session_problem(run->session, "sparse", NULL, 0,
			"--sparse: '%s' is no program that can be run; on "
			"Debian it is in the package sparse",
			program);
	return false;
}

static void tell_stop(const struct run *run)
{
	session_problem(run->session, "run", NULL, 0,
			"stopped by SIG%s: %u of %u files were not looked at; "
			"what was found so far is a part",
			sigabbrev_np(run->session->ended_by), run->nr_stopped,
			run->analysis.jobs->jobs->len);
}

/* Parses what is left to do. */
static bool work(struct run *run, struct report *report)
{
	bool is_shown = output_wants_progress(&run->options->output);
	struct pool_request request = {
		.nr_workers = run->options->run.jobs,
		.timeout_seconds = run->options->run.timeout_seconds,
		.context = run,
		.group = group_of_task,
		.after = task_before,
		.run = run_task,
		.lost = lose_task,
		.cut = cut_task,
		.done = keep_task,
		.progress = is_shown ? show_progress : NULL,
	};
	g_autofree char *wrong = parse_self_check();
	g_autofree char *confined = NULL;
	struct reach *reach;
	gint64 at_us = g_get_monotonic_time();
	bool done;

	if (wrong) {
		session_problem(run->session, "parse", NULL, 0, "%s", wrong);
		return false;
	}
	order_work(run);
	make_tasks(run);
	request.nr_jobs = run->tasks->len;
	run->analysis.pch_set = pch_set_new(run->analysis.jobs, run->layout);
	reach = reach_new(run->options, run->analysis.jobs);
	request.confinement = reach_confinement(reach);
	run->analysis.jobs->readable = reach_to_check(reach);
	confined = reach_describe(reach);
	report->stats.confined = session_string(run->session, confined);
	report->stats.amounts[STATS_JOBS] += run->work->len;
	/* What a change adds cannot be told of a part. */
	if (run->options->change.kind == CHANGE_NONE &&
	    !run->options->run.watch && run->options->run.shard_count == 0 &&
	    run->options->command == COMMAND_CHECK)
		request.stopped = stop_task;
	done = pool_run(run->session, &request, report);
	if (run->session->ended_by)
		tell_stop(run);
	run_stats_spend(&report->stats, STATS_ANALYSE_US, at_us);
	g_clear_pointer(&run->analysis.pch_set, pch_set_free);
	run->analysis.jobs->readable = NULL;
	reach_free(reach);
	if (is_shown)
		output_progress_end(&run->progress);
	return done;
}

static enum jobs_end analyse(struct run *run, struct report *report)
{
	struct compile_jobs *jobs = run->analysis.jobs;
	gint64 at_us = g_get_monotonic_time();
	bool done;

	if (!has_sparse(run))
		return JOBS_FAILED;
	if (!targets_prepare(run->session, run->options, jobs, report))
		return JOBS_WITHOUT_HEADERS;
	at_us = run_stats_spend(&report->stats, STATS_HEADERS_US, at_us);
	/* Make asks for one file at a time: a walk would cost more. */
	run->layout = jobs->keeps_pch ? g_strdup("") : compile_layout(jobs);
	run->results =
		results_open(run->session, run->options, jobs, run->layout);
	plan(run, report);
	run_stats_spend(&report->stats, STATS_LOOK_UP_US, at_us);
	done = run->work->len == 0 || work(run, report);
	results_close(run->results);
	g_free(run->layout);
	return done ? JOBS_DONE : JOBS_FAILED;
}

enum jobs_end check_jobs_run(struct session *session,
			     const struct options *options,
			     struct compile_jobs *jobs, struct report *report)
{
	struct run run = {
		.session = session,
		.options = options,
		.analysis = { .jobs = jobs, .options = options },
		.work = g_ptr_array_new(),
		.tasks = g_array_new(FALSE, FALSE, sizeof(struct task)),
		.report = report,
	};
	enum jobs_end end = analyse(&run, report);

	g_ptr_array_free(run.work, TRUE);
	g_array_free(run.tasks, TRUE);
	return end;
}
