// SPDX-License-Identifier: GPL-2.0-only
/*
 * For b4 (0.13 to 0.15). The checks of `prep` and `am` take each line as a
 * warning, or as a failure if it holds "ERROR:"; those of `review` read a list
 * of results, which is empty where there is nothing to say.
 */
#include "base/session.h"
#include "findings/findings.h"
#include "options/stages.h"
#include "output/formats.h"
#include "output/json_text.h"
#include "output/output.h"
#include "output/printable.h"

static const char *const levels[] = {
	[SEVERITY_NOTE] = "NOTE",
	[SEVERITY_WARNING] = "WARNING",
	[SEVERITY_ERROR] = "ERROR",
};

static void append_finding(GString *out, const struct finding *finding)
{
	printable_append(out, finding->at.path);
	g_string_append_printf(out, ":%u: %s: ", finding->at.line,
			       levels[finding->severity]);
	printable_append(out, finding->message);
	if (*finding->advice) {
		g_string_append(out, "; ");
		printable_append(out, finding->advice);
	}
	g_string_append_printf(out, " [%s]\n", finding->rule);
}

static void append_problems(GString *out, const struct session *session)
{
	for (guint i = 0; i < session->problems->len; i++) {
		const struct problem *problem =
			&g_array_index(session->problems, struct problem, i);

		if (problem->weight != PROBLEM_INCOMPLETE)
			continue;
		if (*problem->path) {
			printable_append(out, problem->path);
			if (problem->line)
				g_string_append_printf(out, ":%u",
						       problem->line);
			g_string_append(out, ": ");
		}
		g_string_append(out, "WARNING: not checked by vmalint: ");
		printable_append(out, problem->text);
		g_string_append_c(out, '\n');
	}
}

static void append_lost(GString *out, const struct report *report)
{
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (file->end != FILE_FAILED)
			continue;
		printable_append(out, file->path);
		g_string_append(out, ": WARNING: not checked by vmalint: ");
		printable_append(out, file->reason);
		g_string_append_c(out, '\n');
	}
}

static void append_lines(GString *out, const struct output_subject *subject)
{
	const GPtrArray *findings = subject->report->findings;

	for (guint i = 0; i < findings->len; i++)
		append_finding(out, g_ptr_array_index(findings, i));
	append_lost(out, subject->report);
	append_problems(out, subject->session);
}

static void append_result(GString *out, const char *status, const char *summary,
			  const char *details)
{
	json_auto_t *object = json_object();

	object_set_text(object, "tool", "vmalint");
	object_set_text(object, "status", status);
	object_set_text(object, "summary", summary);
	if (*details)
		object_set_text(object, "details", details);
	g_string_append_c(out, '[');
	object_append(out, object);
	g_string_append(out, "]\n");
}

void b4_check_append(GString *out, const struct output_subject *subject)
{
	append_lines(out, subject);
}

void b4_review_append(GString *out, const struct output_subject *subject)
{
	const struct report *report = subject->report;
	g_autoptr(GString) lines = g_string_new(NULL);
	g_autoptr(GString) summary = g_string_new(NULL);
	const char *status = "pass";

	append_lines(lines, subject);
	if (report_count(report, SEVERITY_ERROR) > 0)
		status = "fail";
	else if (lines->len > 0)
		status = "warn";
	/* A patch that is about something else is none of our business. */
	if (report->files->len == 0 && lines->len == 0) {
		g_string_append(out, "[]\n");
		return;
	}
	severity_counts_append(summary, report);
	append_result(out, status, summary->str, lines->str);
}

char *output_for_b4(const struct session *session,
		    const struct output_options *options)
{
	enum format format =
		g_array_index(options->outputs, struct output_request, 0)
			.format;
	g_autoptr(GString) lines = g_string_new(NULL);
	GString *out = g_string_new(NULL);

	append_problems(lines, session);
	if (format == FORMAT_B4_REVIEW)
		append_result(out, "warn", "not checked", lines->str);
	else
		g_string_append(out, lines->str);
	return g_string_free(out, FALSE);
}
