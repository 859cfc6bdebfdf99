// SPDX-License-Identifier: GPL-2.0-only
/* The pipeline, in order: select, compile, analyse in workers, output. */
#include "check.h"

#include "analysis.h"
#include "base/session.h"
#include "change/change.h"
#include "check_change.h"
#include "check_pass.h"
#include "compile/compile.h"
#include "findings/findings.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "rule.h"
#include "select/select.h"
#include "settle.h"

/* What the pool's callbacks share. */
struct run {
	struct session *session;
	const struct options *options;
	struct analysis analysis;
	GPtrArray *work; /* const struct compile_job *: those to parse */
	GArray *wanted;	 /* guint: targets to prepare */
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

/* Sorts out what is not parsed at all, and says why. */
static void plan(struct run *run, struct report *report)
{
	const GArray *jobs = run->analysis.jobs->jobs;

	for (guint i = 0; i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);
		const GArray *lines = job->file->lines;
		const char *path = job->file->path;

		report_lines(report, path, (const guint32 *)lines->data,
			     lines->len);
		if (!job->skip_reason) {
			g_ptr_array_add(run->work, (gpointer)job);
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
	if (compile_target_prepare(&session, run->analysis.jobs,
				   run_target(run, index)))
		parse_prefix_build(run->analysis.jobs, run_target(run, index));
	session_release(&session);
}

static void lose_target(void *context, guint index, const char *reason,
			struct report *report)
{
	(void)context;
	(void)index;
	(void)reason;
	(void)report;
}

/* Makes the headers of all wanted targets, in parallel. */
static bool prepare_targets(struct run *run, struct report *report)
{
	struct compile_jobs *jobs = run->analysis.jobs;
	struct pool_request request = {
		.nr_workers = run->options->jobs,
		.timeout_seconds = run->options->timeout_seconds,
		.context = run,
		.run = prepare_target,
		.lost = lose_target,
	};

	for (guint i = 0; i < jobs->targets->len; i++) {
		if (g_array_index(jobs->targets, struct compile_target, i)
			    .is_wanted)
			g_array_append_val(run->wanted, i);
	}
	request.nr_jobs = run->wanted->len;
	if (!pool_run(run->session, &request, report))
		return false;
	for (guint i = 0; i < run->wanted->len; i++) {
		if (!compile_target_prepare(run->session, jobs,
					    run_target(run, i)))
			return false;
	}
	return true;
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

static bool analyse(struct run *run, struct report *report)
{
	bool is_shown = output_wants_progress(run->options);
	struct pool_request request = {
		.nr_workers = run->options->jobs,
		.timeout_seconds = run->options->timeout_seconds,
		.context = run,
		.run = run_job,
		.lost = lose_job,
		.progress = is_shown ? show_progress : NULL,
	};
	g_autofree char *wrong = parse_self_check();
	struct parse_prefixes *prefixes;
	bool done;

	if (wrong) {
		session_problem(run->session, "parse", NULL, 0, "%s", wrong);
		return false;
	}
	if (!has_sparse(run))
		return false;
	if (!prepare_targets(run, report))
		return false;
	plan(run, report);
	request.nr_jobs = run->work->len;
	prefixes = parse_prefixes_load(run->analysis.jobs);
	run->analysis.prefixes = prefixes;
	done = pool_run(run->session, &request, report);
	parse_prefixes_free(prefixes);
	run->analysis.prefixes = NULL;
	if (is_shown)
		output_progress_end(&run->progress);
	return done;
}

/* Arguments are of use only where the headers are that they name. */
static bool prepare_dump(const struct run *run)
{
	struct compile_jobs *jobs = run->analysis.jobs;

	for (guint i = 0; i < jobs->targets->len; i++) {
		if (g_array_index(jobs->targets, struct compile_target, i)
			    .is_wanted &&
		    !compile_target_prepare(run->session, jobs, i))
			return false;
	}
	return true;
}

static char *dump_job(const struct run *run, const struct compile_job *job)
{
	g_autofree char *command = NULL;

	switch (run->options->dump) {
	case DUMP_ARGS:
		command = job->skip_reason ?
				  g_strdup(job->skip_reason) :
				  compile_job_command(run->analysis.jobs, job);
		return g_strdup_printf("%s\t%s\n", job->file->path, command);
	case DUMP_FACTS:
		return job->skip_reason ? g_strdup("") :
					  analysis_dump(&run->analysis, job);
	case DUMP_FILES:
	case DUMP_NONE:
		break;
	}
	return g_strdup_printf("%s\t%u\n", job->file->path,
			       job->file->lines->len);
}

static int dump(const struct run *run)
{
	const GArray *jobs = run->analysis.jobs->jobs;
	g_autoptr(GString) text = g_string_new(NULL);

	if (run->options->dump != DUMP_FILES && !prepare_dump(run))
		return output_failure(run->session, NULL);
	for (guint i = 0; i < jobs->len; i++) {
		g_autofree char *line = dump_job(
			run, &g_array_index(jobs, struct compile_job, i));

		g_string_append(text, line);
	}
	return output_text(run->session, text->str);
}

/* Path of each selected file -> architecture of its job; borrows both. */
static GHashTable *arches_of_files(const struct compile_jobs *jobs)
{
	GHashTable *arch_of = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		g_hash_table_insert(arch_of, (gpointer)job->file->path,
				    (gpointer)job->arch);
	}
	return arch_of;
}

static void take_problems(struct session *session, const struct report *report)
{
	for (guint i = 0; i < report->problems->len; i++) {
		const struct report_problem *problem = &g_array_index(
			report->problems, struct report_problem, i);

		if (problem->weight == PROBLEM_INCOMPLETE)
			session_problem(session, problem->stage, problem->path,
					0, "%s", problem->text);
		else
			session_notice(session, problem->stage, problem->path,
				       0, "%s", problem->text);
	}
}

/* struct output_rule for each rule; all strings are borrowed. */
static GArray *rules_to_output(void)
{
	GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct output_rule));

	for (size_t i = 0; i < nr_rules; i++) {
		struct output_rule rule = {
			.name = all_rules[i]->name,
			.summary = all_rules[i]->summary,
			.text = rule_text(all_rules[i]->name),
			.confidence = confidence_name(all_rules[i]->confidence),
			.severity = all_rules[i]->severity,
		};

		g_array_append_val(rules, rule);
	}
	return rules;
}

/* libclang takes its time to load: who has not parsed says less. */
static bool tells_library(const struct options *options,
			  const struct check_pass *pass)
{
	if (pass->jobs.jobs->len > 0)
		return true;
	for (guint i = 0; i < options->outputs->len; i++) {
		if (g_array_index(options->outputs, struct output_request, i)
			    .format != FORMAT_TEXT)
			return true;
	}
	return false;
}

int check_pass_write(struct session *session, const struct options *options,
		     struct check_pass *pass, const char *scope)
{
	g_autoptr(GHashTable) arch_of = arches_of_files(&pass->jobs);
	g_autoptr(GArray) rules = rules_to_output();
	g_autofree char *library = tells_library(options, pass) ?
					   parse_library_version() :
					   g_strdup("");
	const struct tree *tree = pass->jobs.tree;
	const struct output_context context = {
		.root = tree->root,
		.tree_version = tree->version,
		.api = tree_api_name(tree->api),
		.level = tree->level,
		.tool_version = VMALINT_VERSION,
		.libclang_version = library,
		.arches = pass->jobs.arches,
		.rules = rules,
		.arch_of = arch_of,
		.view = tree->view,
		.scope = scope,
	};

	pass->report.seconds =
		(double)(g_get_monotonic_time() - pass->started_us) /
		G_USEC_PER_SEC;
	return output_write(session, options, &context, &pass->report);
}

void check_pass_init(struct check_pass *pass)
{
	*pass = (struct check_pass){ .started_us = g_get_monotonic_time() };
	report_init(&pass->report);
}

void check_pass_release(struct check_pass *pass)
{
	report_release(&pass->report);
	compile_jobs_release(&pass->jobs);
}

enum check_end check_pass_run(struct session *session,
			      const struct options *options,
			      const struct selection *selection,
			      struct check_pass *pass)
{
	struct run run = {
		.session = session,
		.options = options,
		.analysis = { .jobs = &pass->jobs, .options = options },
		.work = g_ptr_array_new(),
		.wanted = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	enum check_end end = CHECK_DONE;

	if (!compile_jobs_resolve(session, options, selection, &pass->jobs))
		end = CHECK_FAILED;
	else if (options->dump != DUMP_NONE)
		end = dump(&run) == 0 ? CHECK_DUMPED : CHECK_FAILED;
	else if (pass->jobs.jobs->len > 0 && !analyse(&run, &pass->report))
		end = CHECK_FAILED;
	if (end == CHECK_DONE) {
		report_finish(&pass->report);
		take_problems(session, &pass->report);
	}
	g_ptr_array_free(run.work, TRUE);
	g_array_free(run.wanted, TRUE);
	return end;
}

static int check_selection(struct session *session,
			   const struct options *options,
			   const struct selection *selection,
			   struct check_pass *pass)
{
	switch (check_pass_run(session, options, selection, pass)) {
	case CHECK_DONE:
		settle_report(session, options, &selection->tree,
			      &pass->report);
		settle_baseline(session, options, &pass->report);
		return check_pass_write(session, options, pass, NULL);
	case CHECK_DUMPED:
		return 0;
	case CHECK_FAILED:
		break;
	}
	return output_failure(session, NULL);
}

int check_run(struct session *session, const struct options *options)
{
	struct selection selection;
	struct check_pass pass;
	int status;

	if (change_is_wanted(options))
		return check_change(session, options);
	check_pass_init(&pass);
	if (files_select(session, options, &selection))
		status = check_selection(session, options, &selection, &pass);
	else
		status = output_failure(session, NULL);
	check_pass_release(&pass);
	selection_release(&selection);
	return status;
}
