// SPDX-License-Identifier: GPL-2.0-only
#include "course.h"

#include "arguments/arguments.h"
#include "attempt_files.h"
#include "attempt_work.h"
#include "base/asked.h"
#include "base/stamp.h"
#include "facts/facts.h"
#include "findings/findings.h"
#include "parse/parse.h"
#include "select/select.h"
#include "unit_facts.h"
#include "widths.h"

static void keep_lines(struct course *course,
		       const struct parse_outcome *outcome)
{
	for (guint i = 0; i < outcome->lines->len; i++) {
		struct line_outcome *line =
			&g_array_index(outcome->lines, struct line_outcome, i);
		gpointer key = GUINT_TO_POINTER(line->line);

		if (!line->reason) {
			report_line_seen(course->report,
					 course->job->file->path, line->line);
			g_hash_table_remove(course->open, key);
		} else if (course->seen->len == 0 ||
			   (!line->is_skipped &&
			    g_hash_table_contains(course->open, key))) {
			g_hash_table_insert(course->open, key, line);
		}
	}
}

/* Files of the tree are for the tree's own version. */
static bool is_module(const struct compile_job *job)
{
	return g_path_is_absolute(job->file->path);
}

/* Which relevant lines are there because of what kernel this is. */
static void note_tests(const struct course *course, struct unit_facts *facts)
{
	const GArray *lines = course->job->file->lines;
	g_autoptr(GArray) branches = NULL;

	if (!is_module(course->job))
		return;
	branches = kernel_branches(facts->text, facts->text_length);
	for (guint i = 0; i < lines->len; i++) {
		guint32 line = g_array_index(lines, guint32, i);
		const struct kernel_branch *branch =
			kernel_branch_around(branches, line);

		if (branch)
			g_hash_table_insert(
				facts->tests, GUINT_TO_POINTER(line),
				(gpointer)facts_string(facts, branch->test));
	}
}

const struct parse_outcome *course_attempt(struct course *course,
					   struct parse_attempt *attempt,
					   const char *condition)
{
	struct unit_facts *facts = g_new0(struct unit_facts, 1);
	struct parse_outcome outcome;
	struct work *work = &course->report->work;
	const gint64 since_ns = stamp_now_ns();
	gint64 at_us = g_get_monotonic_time();
	const struct compile_target *target =
		&g_array_index(course->analysis->jobs->targets,
			       struct compile_target, attempt->target);

	parse_attempt_learn(attempt, course->seen);
	analysis_begin(course->analysis, course->job, target, facts);
	asked_record(course->asked);
	unit_parse(course->analysis->jobs, course->analysis->prefixes,
		   course->job, attempt, facts, &outcome);
	asked_record(NULL);
	at_us = attempt_work_note(work, course->job, attempt, &outcome, at_us);
	g_ptr_array_add(course->facts, facts);
	attempt_files_note(course->analysis->jobs, attempt->target, &outcome,
			   since_ns, course->report);
	if (outcome.is_parsed) {
		widths_note_long(course->analysis->jobs, course->job, target,
				 facts, course->inputs, since_ns);
		facts_derive(facts);
		widths_note_short(course->analysis->jobs, course->job, facts,
				  course->inputs, since_ns);
		at_us = work_spend(work, WORK_FACTS_US, at_us);
		note_tests(course, facts);
		keep_lines(course, &outcome);
		course->callback(course->analysis, facts, condition,
				 course->seen, course->report);
		work_spend(work, WORK_RULES_US, at_us);
		/* What is left of a file with ten branches would add up. */
		facts_forget_code(facts);
	}
	g_array_append_val(course->seen, outcome);
	return &g_array_index(course->seen, struct parse_outcome,
			      course->seen->len - 1);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
	guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

	return (left > right) - (left < right);
}

GArray *course_open_lines(const struct course *course, bool is_skipped)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, course->open);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct line_outcome *line = value;

		if (line->is_skipped == is_skipped)
			g_array_append_val(lines, line->line);
	}
	g_array_sort(lines, compare_lines);
	return lines;
}

bool course_is_any_open(const struct course *course, const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		if (g_hash_table_contains(
			    course->open,
			    GUINT_TO_POINTER(g_array_index(lines, guint32, i))))
			return true;
	}
	return false;
}
