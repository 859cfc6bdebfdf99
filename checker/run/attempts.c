// SPDX-License-Identifier: GPL-2.0-only
/*
 * The attempts at one file, until every relevant line was seen or the reason
 * why not is known. Cheap ones come first.
 */
#include "attempts.h"

#include <string.h>

#include "arguments/arguments.h"
#include "arguments/parts.h"
#include "attempt_files.h"
#include "attempt_stats.h"
#include "base/asked.h"
#include "base/stamp.h"
#include "base/view.h"
#include "facts/facts.h"
#include "facts/other_kernel.h"
#include "findings/findings.h"
#include "keep/inputs.h"
#include "options/options.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "run/sparse/sparse.h"
#include "select/select.h"
#include "unit_facts.h"
#include "unit_run.h"

/* A refused line keeps the better reason. */
static void note_reasons(struct unit_run *run, GHashTable *reasons)
{
	GHashTableIter iter;
	gpointer line, reason;

	g_hash_table_iter_init(&iter, reasons);
	while (g_hash_table_iter_next(&iter, &line, &reason)) {
		struct line_outcome *open =
			g_hash_table_lookup(run->open, line);

		if (open)
			open->reason = facts_string(
				g_ptr_array_index(run->facts, 0), reason);
	}
}

static void try_variant(struct unit_run *run, struct parse_attempt attempt)
{
	const struct branch_variant *variant = attempt.variant;
	const struct parse_outcome *outcome =
		unit_run_attempt(run, &attempt, variant->description);

	if (unit_run_is_any_open(run, variant->lines) && *variant->symbols) {
		attempt.use_symbols = true;
		outcome = unit_run_attempt(run, &attempt, variant->description);
	}
	if (unit_run_is_any_open(run, variant->lines) && outcome->recovered)
		retry_recovery_of(run, &attempt, outcome->recovered,
				  variant->description);
}

/* What another kernel compiles is no code of this one: it is not tried. */
static void leave_other_kernels(struct unit_run *run, GArray *lines)
{
	struct unit_facts *facts = g_ptr_array_index(run->facts, 0);

	for (guint i = lines->len; i > 0; i--) {
		guint32 line = g_array_index(lines, guint32, i - 1);
		struct line_outcome *open =
			g_hash_table_lookup(run->open, GUINT_TO_POINTER(line));

		if (facts_is_for_other(facts, line))
			open->reason = UNSEEN_OTHER_KERNEL;
		else if (*facts_kernel_test(facts, line))
			open->reason = "for another kernel version";
		else
			continue;
		g_array_remove_index(lines, i - 1);
	}
}

/* Reaches what conditions left out, by deciding them. */
static void try_branches(struct unit_run *run)
{
	g_autoptr(GArray) lines = unit_run_open_lines(run, true);
	g_autoptr(GHashTable) reasons = NULL;
	g_autofree char *why = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;

	leave_other_kernels(run, lines);
	if (lines->len == 0)
		return;
	asked_record(run->asked);
	text = view_read(run->analysis->jobs->tree->view, run->job->source,
			 &length, &why);
	asked_record(NULL);
	if (!text)
		return;
	run->variants = branch_variants(text, length, lines, &reasons);
	for (guint i = 0; i < run->variants->len; i++) {
		struct parse_attempt attempt = {
			.target = run->job->target,
			.variant = g_ptr_array_index(run->variants, i),
		};

		try_variant(run, attempt);
	}
	note_reasons(run, reasons);
}

static void report_open(const struct unit_run *run)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, run->open);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct line_outcome *line = value;

		report_unseen(run->report, run->job->file->path, line->line,
			      line->reason);
	}
}

static bool has_error_open(const struct unit_run *run)
{
	g_autoptr(GArray) lines = unit_run_open_lines(run, false);

	return lines->len > 0;
}

/* The first attempt tells how the file ended, unless a later one saw all. */
static void report_end(const struct unit_run *run)
{
	const struct parse_outcome *first =
		&g_array_index(run->seen, struct parse_outcome, 0);
	const char *path = run->job->file->path;
	g_autofree char *command = NULL;
	g_autofree char *reason = NULL;

	if (first->is_parsed &&
	    (first->nr_errors == 0 ||
	     (run->seen->len > 1 && !run->is_left_with_errors &&
	      !has_error_open(run)))) {
		report_file(run->report, path, FILE_ANALYSED, NULL, NULL);
		return;
	}
	command = compile_job_command(run->analysis->jobs, run->job);
	if (!first->is_parsed) {
		/* What stood in the way, such as a tree that moved, passes. */
		inputs_spoil(run->report->inputs);
		report_file(run->report, path, FILE_FAILED, first->failure,
			    command);
		return;
	}
	reason = g_strdup_printf("%u error%s, the first %s", first->nr_errors,
				 first->nr_errors > 1 ? "s" : "",
				 first->first_error);
	report_file(run->report, path, FILE_ANALYSED_WITH_ERRORS, reason,
		    command);
}

/* Rules that were left out would be missed only by us. */
static bool runs_all_rules(const struct rules_options *options)
{
	return options->select->len == 0 && options->ignore->len == 0;
}

/* A header has no arguments of its own to ask with. */
static void ask_sparse(const struct unit_run *run)
{
	const struct options *options = run->analysis->options;
	const struct parse_outcome *first =
		&g_array_index(run->seen, struct parse_outcome, 0);
	const struct sparse_request request = {
		.program = options->run.sparse,
		.arguments = first->arguments,
		.source = run->job->source,
		.path = run->job->file->path,
		.arch = run->job->arch,
		.only_confirm = !runs_all_rules(&options->rules),
	};

	if (options->run.sparse && !run->job->file->is_header)
		sparse_confirm(&request, run->report);
}

/* What the file is without the attempts that follow, should they be lost. */
static void send_so_far(const struct unit_run *run,
			const struct pool_line *line)
{
	g_autoptr(GVariant) value = NULL;
	struct unit_run copy = *run;
	struct report report;

	if (g_hash_table_size(run->open) == 0)
		return;
	value = report_to_variant(run->report);
	report_init(&report);
	if (report_merge_variant(&report, value)) {
		copy.report = &report;
		report_open(&copy);
		report_end(&copy);
		pool_send_so_far(line, &report);
	}
	report_release(&report);
}

static void free_facts(gpointer data)
{
	facts_release(data);
	g_free(data);
}

static void clear_outcome(gpointer data)
{
	parse_outcome_release(data);
}

void attempts_run(const struct analysis *analysis,
		  const struct compile_job *job, attempt_callback callback,
		  const struct pool_line *line, struct report *report)
{
	struct inputs *inputs = inputs_new();
	struct unit_run run = {
		.analysis = analysis,
		.job = job,
		.callback = callback,
		.report = report,
		.seen = g_array_new(FALSE, FALSE, sizeof(struct parse_outcome)),
		.facts = g_ptr_array_new_with_free_func(free_facts),
		.open = g_hash_table_new(NULL, NULL),
		.inputs = inputs,
		.asked = asked_new(),
	};
	struct parse_attempt attempt = { .target = job->target };

	report->inputs = inputs;
	g_array_set_clear_func(run.seen, clear_outcome);
	if (unit_run_attempt(&run, &attempt, "")->is_parsed) {
		send_so_far(&run, line);
		if (analysis->options->run.branches == BRANCHES_ALL)
			try_branches(&run);
		retry_builder(&run);
		retry_user(&run);
		retry_recovery(&run);
		retry_mending(&run);
		send_so_far(&run, line);
		retry_targets(&run);
		ask_sparse(&run);
	}
	report_open(&run);
	report_end(&run);
	inputs_add_asked(inputs, run.asked);
	asked_free(run.asked);
	g_hash_table_destroy(run.open);
	g_array_free(run.seen, TRUE);
	g_ptr_array_free(run.facts, TRUE);
	g_clear_pointer(&run.variants, g_ptr_array_unref);
}
