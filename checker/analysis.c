// SPDX-License-Identifier: GPL-2.0-only
/* The part of the pipeline that runs in worker processes. */
#include "analysis.h"

#include <stdbool.h>

#include "attempts.h"
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

void analysis_begin(const struct analysis *analysis,
		    const struct compile_job *job,
		    const struct compile_target *target,
		    struct unit_facts *facts)
{
	const struct tree *tree = analysis->jobs->tree;

	facts_init(facts);
	facts->path = job->file->path;
	facts->arch = target->arch_name;
	facts->api = api_of(tree);
	facts->level = tree->level;
	facts->names = tree->names;
	facts->declares_vma = job->file->declares_vma;
}

static void check_rules(const struct analysis *analysis,
			const struct unit_facts *facts, struct report *report)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (is_enabled(analysis->options, all_rules[i]))
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

static void check_attempt(const struct analysis *analysis,
			  const struct unit_facts *facts, const char *condition,
			  const GArray *seen, struct report *report)
{
	struct report found;

	report_init(&found);
	check_rules(analysis, facts, &found);
	for (guint i = 0; i < found.findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(found.findings, i);
		struct finding *added;

		if (was_seen(seen, finding->at.line))
			continue;
		added = report_add(report, finding);
		if (*condition)
			add_condition(report, added, condition);
	}
	report_release(&found);
}

void analysis_run(const struct analysis *analysis,
		  const struct compile_job *job, struct report *report)
{
	attempts_run(analysis, job, check_attempt, report);
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
	unit_parse(analysis->jobs, analysis->prefixes, job, &attempt, &facts,
		   &outcome);
	if (outcome.is_parsed)
		facts_derive(&facts);
	text = facts_dump(&facts);
	parse_outcome_release(&outcome);
	facts_release(&facts);
	return text;
}
