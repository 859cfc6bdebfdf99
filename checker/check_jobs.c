// SPDX-License-Identifier: GPL-2.0-only
/*
 * From jobs to a report: makes headers, takes what earlier runs know, and has
 * workers parse the rest.
 */
#include "check_jobs.h"

#include "analysis.h"
#include "base/session.h"
#include "base/work.h"
#include "compile/compile.h"
#include "findings/findings.h"
#include "job_cost.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "results.h"
#include "select/select.h"

/* Longer than a file system takes for two changes of one time. */
enum { SETTLE_US = 25000 };

/* What the pool's callbacks share. */
struct run {
	struct session *session;
	const struct options *options;
	struct analysis analysis;
	GPtrArray *work; /* const struct compile_job *: those to parse */
	GArray *wanted;	 /* guint: targets to prepare */
	char *layout;	 /* of compile_layout() */
	struct results *results; /* of earlier runs, and for later ones */
	struct report *report;	 /* of the whole run */
	struct progress_state progress;
};

static guint run_target(const struct run *run, guint index)
{
	return g_array_index(run->wanted, guint, index);
}

static void run_job(void *context, guint index, struct report *report)
{
	const struct run *run = context;

	analysis_run(&run->analysis, g_ptr_array_index(run->work, index),
		     report);
}

/* Headers of one target share a unit, which a worker keeps. */
static guint group_of_job(void *context, guint index)
{
	const struct run *run = context;
	const struct compile_job *job = g_ptr_array_index(run->work, index);

	return job->file->is_header ? job->target + 1 : 0;
}

static void lose_job(void *context, guint index, const char *reason,
		     struct report *report)
{
	const struct run *run = context;
	const struct compile_job *job = g_ptr_array_index(run->work, index);
	const GArray *lines = job->file->lines;
	g_autofree char *command = compile_job_command(run->analysis.jobs, job);

	report_file(report, job->file->path, FILE_FAILED, reason, command);
	for (guint i = 0; i < lines->len; i++)
		report_unseen(report, job->file->path,
			      g_array_index(lines, guint32, i), reason);
}

static void show_progress(void *context, const struct pool_progress *progress)
{
	struct run *run = context;
	const struct compile_job *slowest =
		progress->slowest < run->work->len ?
			g_ptr_array_index(run->work, progress->slowest) :
			NULL;

	run->progress.done = progress->done;
	run->progress.selected = progress->total;
	run->progress.findings = progress->findings;
	run->progress.slowest = slowest && progress->slowest_seconds > 0 ?
					slowest->file->path :
					"";
	run->progress.slowest_seconds = progress->slowest_seconds;
	output_progress(&run->progress);
}

static void keep_job(void *context, guint index, GVariant *report,
		     guint milliseconds)
{
	const struct run *run = context;

	const struct compile_job *job = g_ptr_array_index(run->work, index);

	work_note_file(&run->report->work, job->file->path, milliseconds);
	results_keep(run->results, job, report, milliseconds);
}

/* Adds what an earlier run has found; false if that does not hold any more. */
static bool take_known(const struct run *run, const struct compile_job *job,
		       struct report *report)
{
	g_autoptr(GVariant) known = results_find(run->results, job);

	if (!known || !report_merge_variant(report, known))
		return false;
	report->work.amounts[WORK_TAKEN]++;
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
		if (!job->skip_reason) {
			job->is_known = take_known(run, job, report);
			if (!job->is_known)
				g_ptr_array_add(run->work, job);
			continue;
		}
		report_file(report, path, FILE_SKIPPED, job->skip_reason, NULL);
		for (guint k = 0; k < lines->len; k++)
			report_unseen(report, path,
				      g_array_index(lines, guint32, k),
				      job->skip_reason);
	}
}

static void prepare_target(void *context, guint index, struct report *report)
{
	const struct run *run = context;
	struct session session;

	(void)report;
	/* The main process meets the same problem again, and records it. */
	session_init(&session);
	compile_target_prepare(&session, run->analysis.jobs,
			       run_target(run, index));
	session_release(&session);
}

static void build_prefix(void *context, guint index, struct report *report)
{
	const struct run *run = context;
	gint64 *amounts = report->work.amounts;

	switch (parse_prefix_build(
		run->analysis.jobs, run_target(run, index), run->layout,
		run->options->watch ? PREFIX_ANYWAY : PREFIX_IF_WORTH_IT)) {
	case PREFIX_BUILT:
		amounts[WORK_PREFIXES_BUILT]++;
		break;
	case PREFIX_REUSED:
		amounts[WORK_PREFIXES_REUSED]++;
		break;
	case PREFIX_NOT_MADE:
		break;
	}
}

static void lose_target(void *context, guint index, const char *reason,
			struct report *report)
{
	(void)context;
	(void)index;
	(void)reason;
	(void)report;
}

/* Does something for each of the wanted targets, in parallel. */
static bool run_targets(struct run *run, struct report *report,
			void (*act)(void *context, guint index,
				    struct report *report))
{
	const struct pool_request request = {
		.nr_jobs = run->wanted->len,
		.nr_workers = run->options->jobs,
		.timeout_seconds = run->options->timeout_seconds,
		.context = run,
		.run = act,
		.lost = lose_target,
	};

	return request.nr_jobs == 0 || pool_run(run->session, &request, report);
}

/* Makes the headers of all wanted targets that are not there already. */
static bool prepare_targets(struct run *run, struct report *report)
{
	struct compile_jobs *jobs = run->analysis.jobs;

	for (guint i = 0; i < jobs->targets->len; i++) {
		if (g_array_index(jobs->targets, struct compile_target, i)
			    .is_wanted &&
		    !compile_target_is_made(jobs, i))
			g_array_append_val(run->wanted, i);
	}
	if (!run_targets(run, report, prepare_target))
		return false;
	for (guint i = 0; i < run->wanted->len; i++) {
		if (!compile_target_prepare(run->session, jobs,
					    run_target(run, i)))
			return false;
	}
	/* What is read right behind its making could pass for changing. */
	if (run->wanted->len > 0)
		g_usleep(SETTLE_US);
	return true;
}

static bool build_prefixes(struct run *run, struct report *report)
{
	const GArray *targets = run->analysis.jobs->targets;

	g_array_set_size(run->wanted, 0);
	for (guint i = 0; i < targets->len; i++) {
		if (g_array_index(targets, struct compile_target, i).is_wanted)
			g_array_append_val(run->wanted, i);
	}
	return run_targets(run, report, build_prefix);
}

static bool has_sparse(const struct run *run)
{
	const char *program = run->options->sparse;
	g_autofree char *path = program ? g_find_program_in_path(program) :
					  NULL;

	if (!program || path)
		return true;
	session_problem(run->session, "sparse", NULL, 0,
			"--sparse: '%s' is no program that can be run; on "
			"Debian it is in the package sparse",
			program);
	return false;
}

/* Parses what is left to do. */
static bool work(struct run *run, struct report *report)
{
	bool is_shown = output_wants_progress(run->options);
	const struct pool_request request = {
		.nr_jobs = run->work->len,
		.nr_workers = run->options->jobs,
		.timeout_seconds = run->options->timeout_seconds,
		.context = run,
		.group = group_of_job,
		.run = run_job,
		.lost = lose_job,
		.done = keep_job,
		.progress = is_shown ? show_progress : NULL,
	};
	g_autofree char *wrong = parse_self_check();
	gint64 at_us = g_get_monotonic_time();
	struct parse_prefixes *prefixes;
	bool done;

	if (wrong) {
		session_problem(run->session, "parse", NULL, 0, "%s", wrong);
		return false;
	}
	if (!build_prefixes(run, report))
		return false;
	order_work(run);
	prefixes = parse_prefixes_load(run->analysis.jobs, run->layout);
	run->analysis.prefixes = prefixes;
	at_us = work_spend(&report->work, WORK_PRECOMPILE_US, at_us);
	report->work.amounts[WORK_JOBS] += run->work->len;
	done = pool_run(run->session, &request, report);
	work_spend(&report->work, WORK_ANALYSE_US, at_us);
	parse_prefixes_free(prefixes);
	run->analysis.prefixes = NULL;
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
	if (!prepare_targets(run, report))
		return JOBS_WITHOUT_HEADERS;
	at_us = work_spend(&report->work, WORK_HEADERS_US, at_us);
	/* Make asks for one file at a time: a walk would cost more. */
	run->layout = jobs->keeps_prefix ? g_strdup("") : compile_layout(jobs);
	run->results =
		results_open(run->session, run->options, jobs, run->layout);
	plan(run, report);
	work_spend(&report->work, WORK_LOOK_UP_US, at_us);
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
		.wanted = g_array_new(FALSE, FALSE, sizeof(guint)),
		.report = report,
	};
	enum jobs_end end = analyse(&run, report);

	g_ptr_array_free(run.work, TRUE);
	g_array_free(run.wanted, TRUE);
	return end;
}
