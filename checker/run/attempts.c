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
#include "attempt_work.h"
#include "base/asked.h"
#include "base/stamp.h"
#include "base/view.h"
#include "course.h"
#include "facts/facts.h"
#include "findings/findings.h"
#include "keep/inputs.h"
#include "options/options.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "run/sparse/sparse.h"
#include "select/select.h"
#include "unit_facts.h"

/* A refused line keeps the better reason. */
static void note_reasons(struct course *course, GHashTable *reasons)
{
	GHashTableIter iter;
	gpointer line, reason;

	g_hash_table_iter_init(&iter, reasons);
	while (g_hash_table_iter_next(&iter, &line, &reason)) {
		struct line_outcome *open =
			g_hash_table_lookup(course->open, line);

		if (open)
			open->reason = facts_string(
				g_ptr_array_index(course->facts, 0), reason);
	}
}

static void try_variant(struct course *course, struct parse_attempt attempt)
{
	const struct branch_variant *variant = attempt.variant;

	course_attempt(course, &attempt, variant->description);
	if (course_is_any_open(course, variant->lines) && *variant->symbols) {
		attempt.use_symbols = true;
		course_attempt(course, &attempt, variant->description);
	}
}

/* What another kernel compiles is no code of this one: it is not tried. */
static void leave_other_kernels(struct course *course, GArray *lines)
{
	struct unit_facts *facts = g_ptr_array_index(course->facts, 0);

	for (guint i = lines->len; i > 0; i--) {
		guint32 line = g_array_index(lines, guint32, i - 1);
		struct line_outcome *open = g_hash_table_lookup(
			course->open, GUINT_TO_POINTER(line));

		if (!*facts_kernel_test(facts, line))
			continue;
		open->reason = "for another kernel version";
		g_array_remove_index(lines, i - 1);
	}
}

/* Reaches what conditions left out, by deciding them. */
static void try_branches(struct course *course)
{
	g_autoptr(GArray) lines = course_open_lines(course, true);
	g_autoptr(GHashTable) reasons = NULL;
	g_autofree char *why = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;

	leave_other_kernels(course, lines);
	if (lines->len == 0)
		return;
	asked_record(course->asked);
	text = view_read(course->analysis->jobs->tree->view,
			 course->job->source, &length, &why);
	asked_record(NULL);
	if (!text)
		return;
	course->variants = branch_variants(text, length, lines, &reasons);
	for (guint i = 0; i < course->variants->len; i++) {
		struct parse_attempt attempt = {
			.target = course->job->target,
			.variant = g_ptr_array_index(course->variants, i),
		};

		try_variant(course, attempt);
	}
	note_reasons(course, reasons);
}

static void report_open(const struct course *course)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, course->open);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct line_outcome *line = value;

		report_unseen(course->report, course->job->file->path,
			      line->line, line->reason);
	}
}

static bool has_error_open(const struct course *course)
{
	g_autoptr(GArray) lines = course_open_lines(course, false);

	return lines->len > 0;
}

/* The first attempt tells how the file ended, unless a later one saw all. */
static void report_end(const struct course *course)
{
	const struct parse_outcome *first =
		&g_array_index(course->seen, struct parse_outcome, 0);
	const char *path = course->job->file->path;
	g_autofree char *command = NULL;
	g_autofree char *reason = NULL;

	if (first->is_parsed &&
	    (first->nr_errors == 0 ||
	     (course->seen->len > 1 && !has_error_open(course)))) {
		report_file(course->report, path, FILE_ANALYSED, NULL, NULL);
		return;
	}
	command = compile_job_command(course->analysis->jobs, course->job);
	if (!first->is_parsed) {
		/* What stood in the way, such as a tree that moved, passes. */
		inputs_spoil(course->report->inputs);
		report_file(course->report, path, FILE_FAILED, first->failure,
			    command);
		return;
	}
	reason = g_strdup_printf("%u error%s, the first %s", first->nr_errors,
				 first->nr_errors > 1 ? "s" : "",
				 first->first_error);
	report_file(course->report, path, FILE_ANALYSED_WITH_ERRORS, reason,
		    command);
}

/* Rules that were left out would be missed only by us. */
static bool runs_all_rules(const struct options *options)
{
	return options->select->len == 0 && options->ignore->len == 0;
}

/* A header has no arguments of its own to ask with. */
static void ask_sparse(const struct course *course)
{
	const struct options *options = course->analysis->options;
	const struct parse_outcome *first =
		&g_array_index(course->seen, struct parse_outcome, 0);
	const struct sparse_request request = {
		.program = options->sparse,
		.arguments = first->arguments,
		.source = course->job->source,
		.path = course->job->file->path,
		.arch = course->job->arch,
		.only_confirm = !runs_all_rules(options),
	};

	if (options->sparse && !course->job->file->is_header)
		sparse_confirm(&request, course->report);
}

/* What the file is without the attempts that follow, should they be lost. */
static void send_so_far(const struct course *course,
			const struct pool_line *line)
{
	g_autoptr(GVariant) value = NULL;
	struct course copy = *course;
	struct report report;

	if (g_hash_table_size(course->open) == 0)
		return;
	value = report_to_variant(course->report);
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
	struct course course = {
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
	g_array_set_clear_func(course.seen, clear_outcome);
	if (course_attempt(&course, &attempt, "")->is_parsed) {
		send_so_far(&course, line);
		if (analysis->options->branches == BRANCHES_ALL)
			try_branches(&course);
		retry_user(&course);
		retry_recovery(&course);
		retry_mending(&course);
		send_so_far(&course, line);
		retry_targets(&course);
		ask_sparse(&course);
	}
	report_open(&course);
	report_end(&course);
	inputs_add_asked(inputs, course.asked);
	asked_free(course.asked);
	g_hash_table_destroy(course.open);
	g_array_free(course.seen, TRUE);
	g_ptr_array_free(course.facts, TRUE);
	g_clear_pointer(&course.variants, g_ptr_array_unref);
}
