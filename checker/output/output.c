// SPDX-License-Identifier: GPL-2.0-only
/* Writes all that a run has to say, and turns it into the exit code. */
#include "output/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/session.h"
#include "findings/findings.h"
#include "findings/unseen.h"
#include "options/stages.h"
#include "output/destination.h"
#include "output/format/github.h"
#include "output/formats.h"

enum exit_code { EXIT_CLEAN, EXIT_FINDINGS, EXIT_INCOMPLETE };

static void (*const writers[])(GString *out,
			       const struct output_subject *subject) = {
#define FORMAT(id, name)     [FORMAT_##id] = name##_append,
#define OWN_FORMAT(id, name) [FORMAT_##id] = name##_append,
#include "options/formats.def"
#undef FORMAT
#undef OWN_FORMAT
};

static void write_request(struct session *session,
			  const struct output_subject *subject,
			  const struct output_request *request)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct output_subject own = *subject;

	own.file = request->file;
	writers[request->format](text, &own);
	destination_write(session, request->file, text);
	if (request->format == FORMAT_GITHUB)
		github_summary_write(session, subject);
}

/* There is nowhere to say that standard error cannot be written to. */
static void write_standard_error(const GString *text)
{
	fwrite(text->str, 1, text->len, stderr);
	fflush(stderr);
}

/* What a tree's Kconfig files have of oddities: this many are told. */
enum { ODDITIES_SHOWN = 5 };

static bool is_oddity(const struct problem *problem)
{
	return problem->weight == PROBLEM_NOTED &&
	       g_str_equal(problem->stage, "kconfig");
}

static void append_problems(GString *text, const struct output_subject *subject)
{
	g_autoptr(GPtrArray) problems = problems_sorted(subject->session);
	guint nr_oddities = 0;

	for (guint i = 0; i < problems->len; i++) {
		const struct problem *problem = g_ptr_array_index(problems, i);

		if (subject->options->quiet &&
		    problem->weight != PROBLEM_INCOMPLETE)
			continue;
		if (is_oddity(problem) && ++nr_oddities > ODDITIES_SHOWN &&
		    !subject->options->verbose)
			continue;
		problem_append(text, problem);
	}
	if (nr_oddities > ODDITIES_SHOWN && !subject->options->verbose)
		g_string_append_printf(text,
				       "vmalint: %u more notices about "
				       "Kconfig; -v has them all\n",
				       nr_oddities - ODDITIES_SHOWN);
}

static void write_summary(const struct output_subject *subject)
{
	g_autoptr(GString) text = g_string_new(NULL);

	append_problems(text, subject);
	if (subject->options->is_brief)
		summary_append_brief(text, subject);
	else if (subject->options->quiet)
		file_rows_append_failed(text, subject);
	else
		summary_append(text, subject);
	github_defuse_log(text);
	write_standard_error(text);
}

static void check_coverage(struct session *session,
			   const struct output_subject *subject)
{
	const struct report *report = subject->report;
	const double wanted = subject->options->min_coverage_percent;
	double percent = report_coverage_percent(report);
	char least[G_ASCII_DTOSTR_BUF_SIZE];

	/* Of a part it says nothing: that is for who joins the parts. */
	if (subject->context->is_part || percent >= wanted)
		return;
	g_ascii_formatd(least, sizeof(least), "%g", wanted);
	session_problem(
		session, "output", NULL, 0,
		"%u of %u relevant lines were seen, less than the %s%% of --min-coverage",
		report->relevant - report->unseen->len, report->relevant,
		least);
}

/*
 * Errors may hide one relevant line in so many; one line also of fewer, unless
 * there are hardly any.
 */
enum { LINES_FOR_ONE_HIDDEN = 20, LINES_FOR_THE_FIRST = 10 };

static bool is_too_much(unsigned int hidden, unsigned int wanted)
{
	const unsigned int first = wanted >= LINES_FOR_THE_FIRST;

	return hidden > MAX(wanted / LINES_FOR_ONE_HIDDEN, first);
}

/*
 * What errors hide of lines that were to be read makes a run incomplete, unless
 * --min-coverage says what is enough. Of a change little is looked at: there
 * it is told, and no more.
 */
static void check_hidden(struct session *session,
			 const struct output_subject *subject)
{
	const struct output_context *context = subject->context;
	const struct report *report = subject->report;
	const unsigned int hidden = unseen_count_hidden(report);
	const unsigned int wanted =
		report->relevant - report->unseen->len + hidden;

	if (context->is_part || subject->options->min_coverage_percent >= 0 ||
	    context->is_change || !is_too_much(hidden, wanted))
		return;
	session_problem(session, "output", NULL, 0,
			"errors hide %u of %u relevant lines, more than one in "
			"%d; --min-coverage can allow for more",
			hidden, wanted, LINES_FOR_ONE_HIDDEN);
}

static bool has_failing_finding(const struct output_options *options,
				const struct report *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		if ((int)finding->severity >= (int)options->fail_on)
			return true;
	}
	return false;
}

/* As shells count it if a signal ended the run early. */
static int exit_code(const struct output_subject *subject)
{
	if (subject->session->ended_by)
		return 128 + subject->session->ended_by;
	if (is_incomplete(subject))
		return EXIT_INCOMPLETE;
	if (has_failing_finding(subject->options, subject->report))
		return EXIT_FINDINGS;
	return EXIT_CLEAN;
}

void output_start(void)
{
	for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
		if (fcntl(stream, F_GETFD) != -1 || errno != EBADF)
			continue;
		/* The lowest free descriptor is this one. */
		if (open("/dev/null", O_RDONLY) != stream)
			break;
	}
	/* A file that may not grow is told by write(), not by a signal. */
	signal(SIGXFSZ, SIG_IGN);
}

int output_text(struct session *session, const char *text)
{
	g_autoptr(GString) copy = g_string_new(text);

	if (destination_write(session, NULL, copy))
		return EXIT_CLEAN;
	return output_failure(session, NULL);
}

int output_failure(const struct session *session, const char *help)
{
	g_autoptr(GString) text = g_string_new(help);

	for (guint i = 0; i < session->problems->len; i++)
		problem_append(text, &g_array_index(session->problems,
						    struct problem, i));
	github_defuse_log(text);
	write_standard_error(text);
	return EXIT_INCOMPLETE;
}

int output_write(struct session *session, const struct output_options *options,
		 const struct output_context *context, struct report *report)
{
	struct output_subject subject = {
		.session = session,
		.options = options,
		.context = context,
		.report = report,
	};

	check_coverage(session, &subject);
	check_hidden(session, &subject);
	for (guint i = 0; i < options->outputs->len; i++)
		write_request(session, &subject,
			      &g_array_index(options->outputs,
					     struct output_request, i));
	write_summary(&subject);
	return exit_code(&subject);
}
