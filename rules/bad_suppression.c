// SPDX-License-Identifier: GPL-2.0-only
/*
 * Comments that allow something without saying why, that allow what is no
 * rule, or that say nothing that is understood. Sees the file itself, not the
 * headers that it includes.
 */
#include "base/nearest.h"
#include "facts/facts.h"
#include "findings/comments.h"
#include "rule.h"

static void report_comment(const struct unit_facts *facts,
			   struct report *report,
			   const struct suppression *comment,
			   enum severity severity, const char *message)
{
	const struct finding finding = {
		.rule = rule_bad_suppression.name,
		.at = { .path = facts->path,
			.line = comment->line,
			.column = comment->column },
		.message = message,
		.arch = facts->arch,
		.expression = comment->text,
	};

	report_add(report, &finding)->severity = severity;
}

static void check_name(const struct unit_facts *facts, struct report *report,
		       const struct suppression *comment, const char *name)
{
	g_autofree char *message = NULL;
	const char *nearest;

	if (g_strv_contains(rule_names, name))
		return;
	nearest = nearest_word(name, rule_names);
	message = nearest ?
			  g_strdup_printf("'%s' allows unknown rule '%s'; did "
					  "you mean '%s'?",
					  comment->text, name, nearest) :
			  g_strdup_printf("'%s' allows unknown rule '%s'",
					  comment->text, name);
	report_comment(facts, report, comment, SEVERITY_ERROR, message);
}

static void report_malformed(const struct unit_facts *facts,
			     struct report *report,
			     const struct suppression *comment)
{
	g_autofree char *message = g_strdup_printf(
		"'vmalint: %s' allows nothing: write allow(RULE): WHY, or "
		"allow-function or allow-file",
		comment->text);

	report_comment(facts, report, comment, SEVERITY_ERROR, message);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	g_autoptr(GPtrArray) comments =
		suppressions_read(facts->text, facts->text_length);

	for (guint i = 0; i < comments->len; i++) {
		const struct suppression *comment =
			g_ptr_array_index(comments, i);
		g_autofree char *message = NULL;

		if (comment->is_malformed) {
			report_malformed(facts, report, comment);
			continue;
		}
		for (char **name = comment->rules; *name; name++)
			check_name(facts, report, comment, *name);
		if (*comment->reason)
			continue;
		message =
			g_strdup_printf("'%s' does not say why", comment->text);
		report_comment(facts, report, comment,
			       rule_bad_suppression.severity, message);
	}
}

DEFINE_RULE(bad_suppression) = {
	.name = "bad_suppression",
	.summary = "A comment that allows a finding without a reason, or names "
		   "no rule",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
