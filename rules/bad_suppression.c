// SPDX-License-Identifier: GPL-2.0-only
/*
 * Comments that allow something without saying why, that allow what is no
 * rule, or that say nothing that is understood. Sees the file itself, not the
 * headers that it includes.
 */
#include "base/nearest.h"
#include "facts/facts.h"
#include "facts/shadows/shadows.h"
#include "findings/comments.h"
#include "rule.h"

/* A file whose comments are read. */
struct commented {
	const char *path, *arch; /* arch: of C alone; or NULL */
	const GPtrArray *comments;
};

static void report_comment(const struct commented *file, struct report *report,
			   const struct suppression *comment,
			   enum severity severity, const char *message)
{
	const struct finding finding = {
		.rule = rule_bad_suppression.name,
		.at = { .path = file->path,
			.line = comment->line,
			.column = comment->column },
		.message = message,
		.arch = file->arch,
		.expression = comment->text,
	};

	report_add(report, &finding)->severity = severity;
}

static void check_name(const struct commented *file, struct report *report,
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
	report_comment(file, report, comment, SEVERITY_ERROR, message);
}

static void report_malformed(const struct commented *file,
			     struct report *report,
			     const struct suppression *comment)
{
	g_autofree char *message = g_strdup_printf(
		"'vmalint: %s' allows nothing: write allow(RULE): WHY, or "
		"allow-function or allow-file",
		comment->text);

	report_comment(file, report, comment, SEVERITY_ERROR, message);
}

static void check_file(const struct commented *file, struct report *report)
{
	for (guint i = 0; i < file->comments->len; i++) {
		const struct suppression *comment =
			g_ptr_array_index(file->comments, i);
		g_autofree char *message = NULL;

		if (comment->is_malformed) {
			report_malformed(file, report, comment);
			continue;
		}
		for (char **name = comment->rules; *name; name++)
			check_name(file, report, comment, *name);
		if (*comment->reason)
			continue;
		message =
			g_strdup_printf("'%s' does not say why", comment->text);
		report_comment(file, report, comment,
			       rule_bad_suppression.severity, message);
	}
}

static void check(const struct unit_facts *facts, struct report *report)
{
	g_autoptr(GPtrArray) comments =
		suppressions_read(facts->text, facts->text_length);
	const struct commented file = {
		.path = facts->path,
		.arch = facts->arch,
		.comments = comments,
	};

	check_file(&file, report);
}

static void check_texts(const struct shadows *shadows, struct report *report)
{
	for (guint i = 0; i < shadows->texts->len; i++) {
		const struct shadow_text *text =
			&g_array_index(shadows->texts, struct shadow_text, i);
		g_autoptr(GPtrArray) comments = suppressions_read_as(
			path_language(text->path), text->text, text->length);
		const struct commented file = {
			.path = text->path,
			.comments = comments,
		};

		check_file(&file, report);
	}
}

DEFINE_RULE(bad_suppression) = {
	.name = "bad_suppression",
	.summary = "A comment that allows a finding without a reason, or names "
		   "no rule",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
	.check_shadows = check_texts,
};
