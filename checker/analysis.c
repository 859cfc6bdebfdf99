// SPDX-License-Identifier: GPL-2.0-only
/* The part of the pipeline that runs in worker processes. */
#include "analysis.h"

#include <stdbool.h>

#include "compile/compile.h"
#include "facts/facts.h"
#include "findings/findings.h"
#include "options/options.h"
#include "parse/parse.h"
#include "rule.h"
#include "select/select.h"

static enum facts_api api_of(const struct tree *tree)
{
	switch (tree->api) {
	case TREE_API_PLAIN:
		return FACTS_PLAIN;
	case TREE_API_CONST:
		return FACTS_CONST;
	case TREE_API_TYPED:
		return FACTS_TYPED;
	}
	return FACTS_PLAIN;
}

static bool is_listed(const GPtrArray *names, const char *name)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)names, name,
						g_str_equal, NULL);
}

/* Notes run only when they are asked for by name. */
static bool is_enabled(const struct options *options, const struct rule *rule)
{
	if (is_listed(options->ignore, rule->name))
		return false;
	if (options->select->len > 0)
		return is_listed(options->select, rule->name);
	return rule->severity != SEVERITY_NOTE;
}

static void parse_into(const struct analysis *analysis,
		       const struct compile_job *job, struct unit_facts *facts,
		       struct parse_outcome *outcome)
{
	facts_init(facts);
	facts->path = job->file->path;
	facts->arch = job->arch;
	facts->api = api_of(analysis->jobs->tree);
	facts->level = analysis->jobs->tree->level;
	facts->names = analysis->jobs->tree->names;
	facts->declares_vma = job->file->declares_vma;
	unit_parse(analysis->jobs, analysis->prefixes, job, facts, outcome);
	if (outcome->is_parsed)
		facts_derive(facts);
}

static void check_rules(const struct analysis *analysis,
			const struct unit_facts *facts, struct report *report)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (is_enabled(analysis->options, all_rules[i]))
			all_rules[i]->check(facts, report);
	}
}

static void report_outcome(const struct compile_job *job,
			   const struct parse_outcome *outcome,
			   struct report *report)
{
	const char *path = job->file->path;
	g_autofree char *command = NULL;
	g_autofree char *reason = NULL;

	for (guint i = 0; i < outcome->lines->len; i++) {
		const struct line_outcome *line = &g_array_index(
			outcome->lines, struct line_outcome, i);

		if (line->reason)
			report_unseen(report, path, line->line, line->reason);
		else
			report_line_seen(report, path, line->line);
	}
	if (!outcome->is_parsed || outcome->nr_errors > 0)
		command = compile_job_command(job);
	if (!outcome->is_parsed) {
		report_file(report, path, FILE_FAILED, outcome->failure,
			    command);
	} else if (outcome->nr_errors > 0) {
		reason = g_strdup_printf("%u error%s, the first %s",
					 outcome->nr_errors,
					 outcome->nr_errors > 1 ? "s" : "",
					 outcome->first_error);
		report_file(report, path, FILE_ANALYSED_WITH_ERRORS, reason,
			    command);
	} else {
		report_file(report, path, FILE_ANALYSED, NULL, NULL);
	}
}

void analysis_run(const struct analysis *analysis,
		  const struct compile_job *job, struct report *report)
{
	struct unit_facts facts;
	struct parse_outcome outcome;

	parse_into(analysis, job, &facts, &outcome);
	if (outcome.is_parsed)
		check_rules(analysis, &facts, report);
	report_outcome(job, &outcome, report);
	parse_outcome_release(&outcome);
	facts_release(&facts);
}

char *analysis_dump(const struct analysis *analysis,
		    const struct compile_job *job)
{
	struct unit_facts facts;
	struct parse_outcome outcome;
	char *text;

	parse_into(analysis, job, &facts, &outcome);
	text = facts_dump(&facts);
	parse_outcome_release(&outcome);
	facts_release(&facts);
	return text;
}
