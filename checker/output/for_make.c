// SPDX-License-Identifier: GPL-2.0-only
/*
 * What make shows of a check: as gcc's warnings, on standard error. Many of us
 * run at once, so a line is one write; and who counts words such as "warning"
 * must count findings and nothing else.
 */
#include <unistd.h>

#include "base/session.h"
#include "findings/findings.h"
#include "options/stages.h"
#include "output/output.h"
#include "output/printable.h"

static void write_line(GString *line)
{
	const char *text = line->str;
	gsize left;

	g_string_append_c(line, '\n');
	for (left = line->len; left > 0;) {
		ssize_t done = write(STDERR_FILENO, text, left);

		if (done <= 0)
			break;
		text += done;
		left -= (gsize)done;
	}
	g_string_truncate(line, 0);
}

static void write_finding(GString *line, const struct finding *finding,
			  const char *name)
{
	printable_append(line, name);
	g_string_append_printf(line, ":%u:%u: %s: ", finding->at.line,
			       finding->at.column,
			       severity_name(finding->severity));
	printable_append(line, finding->message);
	if (*finding->advice) {
		g_string_append(line, "; ");
		printable_append(line, finding->advice);
	}
	g_string_append(line, " [");
	printable_append(line, finding->rule);
	g_string_append_c(line, ']');
	write_line(line);
}

static void write_unseen(GString *line, const struct unseen_line *unseen,
			 const char *name)
{
	printable_append(line, name);
	g_string_append_printf(
		line, ":%u: note: not seen by vmalint: ", unseen->line);
	printable_append(line, unseen->reason);
	write_line(line);
}

static void write_problem(GString *line, const struct problem *problem)
{
	g_string_append(line, "vmalint: ");
	if (*problem->path) {
		printable_append(line, problem->path);
		g_string_append(line, ": ");
	}
	printable_append(line, problem->text);
	write_line(line);
}

/* True if the file was lost; says so. */
static bool has_lost_file(GString *line, const struct report *report,
			  const char *name)
{
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (file->end != FILE_FAILED)
			continue;
		printable_append(line, name);
		g_string_append(line, ":1: note: not checked by vmalint: ");
		printable_append(line, file->reason);
		write_line(line);
		return true;
	}
	return false;
}

int output_for_make(const struct session *session,
		    const struct output_options *options,
		    const struct report *report, const char *name,
		    enum verbosity verbosity)
{
	g_autoptr(GString) line = g_string_new(NULL);
	bool is_found = false, is_lost;

	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		write_finding(line, finding, name);
		is_found |= (int)finding->severity >= (int)options->fail_on;
	}
	for (guint i = 0; verbosity == VERBOSE && i < report->unseen->len; i++)
		write_unseen(
			line,
			&g_array_index(report->unseen, struct unseen_line, i),
			name);
	is_lost = has_lost_file(line, report, name);
	for (guint i = 0; i < session->problems->len; i++) {
		const struct problem *problem =
			&g_array_index(session->problems, struct problem, i);

		if (problem->weight == PROBLEM_INCOMPLETE ||
		    verbosity == VERBOSE)
			write_problem(line, problem);
	}
	if (options->fail_on == FAIL_ON_NEVER)
		return 0;
	return is_lost || session_is_incomplete(session) ? 2 : is_found;
}
