// SPDX-License-Identifier: GPL-2.0-only
/* The part of the pipeline that runs in worker processes. */
#include "unit.h"

#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"
#include "attempts.h"
#include "facts/facts.h"
#include "facts/other_kernel.h"
#include "findings/findings.h"
#include "options/options.h"
#include "parse/parse.h"
#include "rule.h"
#include "select/select.h"
#include "unit_facts.h"

#define IDENTIFIER_BYTES \
	"_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static void check_rules(const struct analysis *analysis,
			const struct unit_facts *facts, struct report *report)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (all_rules[i]->check &&
		    options_enable(&analysis->options->rules,
				   all_rules[i]->name, all_rules[i]->severity))
			all_rules[i]->check(facts, report);
	}
}

/* A finding counts once: where an earlier attempt saw its line, it is known. */
static bool was_seen(const GArray *seen, guint32 line)
{
	for (guint i = 0; i < seen->len; i++) {
		const struct parse_outcome *outcome =
			&g_array_index(seen, struct parse_outcome, i);

		if (outcome->is_parsed && parse_outcome_saw(outcome, line))
			return true;
	}
	return false;
}

static void add_condition(struct report *report, struct finding *finding,
			  const char *condition)
{
	g_autofree char *text =
		g_strdup_printf("in a branch that needs %s", condition);
	struct related related = { .at = finding->at, .message = text };

	report_add_related(report, finding, &related);
}

/* Who wrote the test may have meant another kernel than this one. */
static void name_test(const struct unit_facts *facts, struct report *report,
		      struct finding *finding)
{
	const char *test = facts_kernel_test(facts, finding->at.line);
	g_autofree char *message = NULL;

	if (!*test)
		return;
	message = g_strdup_printf("%s; '%s' has chosen this branch",
				  finding->message, test);
	finding->message = report_string(report, message);
}

/* No line that a person wrote comes near. */
enum { LINE_LIMIT = 4096 };

/* Where the lines of a text begin, and behind the last one its end; owned. */
static GArray *line_starts(const char *text)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(const char *));
	const char *line = text;

	g_array_append_val(starts, line);
	while ((line = strchr(line, '\n')) != NULL) {
		line++;
		g_array_append_val(starts, line);
	}
	line = text + strlen(text);
	g_array_append_val(starts, line);
	return starts;
}

static const char *line_start(const GArray *starts, guint32 line)
{
	return g_array_index(starts, const char *, MIN(line, starts->len) - 1);
}

/* Notes that a limit of ours left something out. */
static void note_limit(const struct unit_facts *facts, guint32 line,
		       const char *text, struct report *report)
{
	const struct report_problem problem = {
		.stage = "facts",
		.path = facts->path,
		.line = line,
		.text = text,
		.weight = PROBLEM_NOTED,
	};

	report_problem(report, &problem);
}

/*
 * Adds the macros that the lines of a finding name, each once, with who defines
 * them. Of a line that a machine wrote only what stands behind the start of
 * the finding counts: it may have as many of them as it is long.
 */
static void add_macros(const struct unit_facts *facts, const GArray *starts,
		       struct report *report, struct finding *finding)
{
	const struct place *at = &finding->at;
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const char *p = line_start(starts, at->line);
	const char *end = line_start(starts, at->end_line + 1);

	if (end - p > LINE_LIMIT) {
		p = MIN(p + at->column - 1, end);
		if (end - p > LINE_LIMIT)
			note_limit(
				facts, at->line,
				"a finding in so long a line: what a comment "
				"allows at macros far behind it is not "
				"looked for",
				report);
		end = MIN(end, p + LINE_LIMIT);
	}
	while (p < end) {
		gsize length = strspn(p, IDENTIFIER_BYTES);
		g_autofree char *name = g_strndup(p, length);
		const struct written_macro macro = {
			.name = name,
			.path = g_hash_table_lookup(facts->macros, name),
		};

		if (macro.path && *macro.path &&
		    !g_hash_table_contains(known, name)) {
			report_add_macro(report, finding, &macro);
			g_hash_table_add(known, g_steal_pointer(&name));
		}
		p += MAX(length, 1);
	}
}

/* Says where the paths of a function were not all followed. */
static void note_cut(const struct unit_facts *facts, struct report *report)
{
	const struct function *function = facts_function(facts, facts->cut);
	g_autofree char *text = NULL;

	if (!facts->cut)
		return;
	text = g_strdup_printf(
		"'%s' reads flags more often, or has more paths, than are "
		"followed: a wrong order of reads, locks and writes may be "
		"missed",
		facts_symbol(facts, function->symbol)->name);
	note_limit(facts, function->at.line, text, report);
}

static void check_attempt(const struct analysis *analysis,
			  const struct unit_facts *facts, const char *condition,
			  const GArray *seen, struct report *report)
{
	g_autoptr(GArray) starts = line_starts(facts->text);
	struct report found;

	report_init(&found);
	check_rules(analysis, facts, &found);
	note_cut(facts, report);
	for (guint i = 0; i < found.findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(found.findings, i);
		struct finding *added;

		if (was_seen(seen, finding->at.line) ||
		    facts_is_for_other(facts, finding->at.line))
			continue;
		added = report_add(report, finding);
		add_macros(facts, starts, report, added);
		name_test(facts, report, added);
		if (*condition)
			add_condition(report, added, condition);
	}
	report_release(&found);
}

void analysis_run(const struct analysis *analysis,
		  const struct compile_job *job, const struct pool_line *line,
		  struct report *report)
{
	attempts_run(analysis, job, check_attempt, line, report);
}

char *analysis_dump(const struct analysis *analysis,
		    const struct compile_job *job)
{
	const struct parse_attempt attempt = { .target = job->target };
	const struct compile_target *target = &g_array_index(
		analysis->jobs->targets, struct compile_target, job->target);
	struct unit_facts facts;
	struct parse_outcome outcome;
	char *text;

	analysis_begin(analysis, job, target, &facts);
	unit_parse(analysis->jobs, analysis->pch_set, job, &attempt, &facts,
		   &outcome);
	if (outcome.is_parsed)
		facts_derive(&facts);
	text = facts_dump(&facts);
	parse_outcome_release(&outcome);
	facts_release(&facts);
	return text;
}
