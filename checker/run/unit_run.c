// SPDX-License-Identifier: GPL-2.0-only
#include "unit_run.h"

#include "arguments/arguments.h"
#include "arguments/module/module.h"
#include "attempt_files.h"
#include "attempt_stats.h"
#include "base/asked.h"
#include "base/stamp.h"
#include "facts/facts.h"
#include "facts/other_kernel.h"
#include "findings/findings.h"
#include "other_kernels.h"
#include "parse/parse.h"
#include "select/select.h"
#include "unit_facts.h"
#include "widths.h"

/* A line that only another kernel compiles counts as its branch does. */
static void leave_line(struct unit_run *run, struct line_outcome *line)
{
	struct line_outcome *open =
		g_hash_table_lookup(run->open, GUINT_TO_POINTER(line->line));

	line->reason = UNSEEN_OTHER_KERNEL;
	line->is_skipped = true;
	if (open)
		*open = *line;
}

static void keep_lines(struct unit_run *run, const struct unit_facts *facts,
		       const struct parse_outcome *outcome)
{
	for (guint i = 0; i < outcome->lines->len; i++) {
		struct line_outcome *line =
			&g_array_index(outcome->lines, struct line_outcome, i);
		gpointer key = GUINT_TO_POINTER(line->line);

		if (!line->is_skipped && facts_is_for_other(facts, line->line))
			leave_line(run, line);
		if (!line->reason) {
			report_line_seen(run->report, run->job->file->path,
					 line->line);
			g_hash_table_remove(run->open, key);
		} else if (run->seen->len == 0 ||
			   (!line->is_skipped &&
			    g_hash_table_contains(run->open, key))) {
			g_hash_table_insert(run->open, key, line);
		}
	}
}

const struct parse_outcome *unit_run_attempt(struct unit_run *run,
					     struct parse_attempt *attempt,
					     const char *condition)
{
	struct unit_facts *facts = g_new0(struct unit_facts, 1);
	struct parse_outcome outcome;
	struct run_stats *stats = &run->report->stats;
	const gint64 since_ns = stamp_now_ns();
	gint64 at_us = g_get_monotonic_time();
	const struct compile_target *target =
		&g_array_index(run->analysis->jobs->targets,
			       struct compile_target, attempt->target);

	parse_attempt_learn(attempt, run->seen);
	analysis_begin(run->analysis, run->job, target, facts);
	asked_record(run->asked);
	unit_parse(run->analysis->jobs, run->analysis->pch_set, run->job,
		   attempt, facts, &outcome);
	asked_record(NULL);
	at_us = attempt_stats_note(stats, run->job, attempt, &outcome, at_us);
	g_ptr_array_add(run->facts, facts);
	attempt_files_note(run->analysis->jobs, attempt->target, &outcome,
			   since_ns, run->report);
	if (outcome.is_parsed) {
		widths_note_long(run->analysis->jobs, run->job, target, facts,
				 run->inputs, since_ns);
		facts_derive(facts);
		widths_note_short(run->analysis->jobs, run->job, facts,
				  run->inputs, since_ns);
		at_us = run_stats_spend(stats, STATS_FACTS_US, at_us);
		if (module_has_job(run->job))
			other_kernels_note(run, attempt, &outcome, facts);
		keep_lines(run, facts, &outcome);
		run->callback(run->analysis, facts, condition, run->seen,
			      run->report);
		run_stats_spend(stats, STATS_RULES_US, at_us);
		/* What is left of a file with ten branches would add up. */
		facts_forget_code(facts);
	}
	g_array_append_val(run->seen, outcome);
	return &g_array_index(run->seen, struct parse_outcome,
			      run->seen->len - 1);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
	guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

	return (left > right) - (left < right);
}

GArray *unit_run_open_lines(const struct unit_run *run, bool is_skipped)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, run->open);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct line_outcome *line = value;

		if (line->is_skipped == is_skipped)
			g_array_append_val(lines, line->line);
	}
	g_array_sort(lines, compare_lines);
	return lines;
}

bool unit_run_is_any_open(const struct unit_run *run, const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		if (g_hash_table_contains(
			    run->open,
			    GUINT_TO_POINTER(g_array_index(lines, guint32, i))))
			return true;
	}
	return false;
}
