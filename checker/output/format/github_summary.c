// SPDX-License-Identifier: GPL-2.0-only
/*
 * The summary of a job on GitHub: Markdown with what each subsystem has, and
 * then every finding with its advice, as far as there is room.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/session.h"
#include "findings/findings.h"
#include "output/format/github.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/subsystem.h"

/* GitHub refuses a step's summary of more than 1 MiB as a whole. */
#define FILE_LIMIT 1000000
/* For the line that says how many findings are not in the table. */
#define LINE_RESERVED 200

/* Every sign that could mean something in Markdown stands for itself. */
static void append_words(GString *out, const char *text)
{
	g_autoptr(GString) words = g_string_new(NULL);

	printable_append(words, text);
	for (gsize i = 0; i < words->len; i++) {
		if (strchr("\\`*_[]<>|~#&:@$!", words->str[i]))
			g_string_append_c(out, '\\');
		g_string_append_c(out, words->str[i]);
	}
}

static void append_head(GString *out, const struct output_subject *subject)
{
	const struct output_context *context = subject->context;
	const struct report *report = subject->report;

	g_string_append(out, "## vmalint: ");
	severity_counts_append(out, report);
	g_string_append(out, "\n\n");
	if (is_incomplete(subject))
		g_string_append(out, "**The run is incomplete**: see its log."
				     "\n\n");
	g_string_append(out, "Linux ");
	append_words(out, *context->tree_version ? context->tree_version :
						   "of unknown version");
	g_string_append_printf(
		out,
		", API %s, %u architecture%s. Of %u lines that hold a flag "
		"%u were seen, in %u files.\n\n",
		context->api, context->arches->len,
		context->arches->len == 1 ? "" : "s", report->relevant,
		report->relevant - report->unseen->len, report->files->len);
}

static void append_subsystems(GString *out, const struct report *report)
{
	g_autoptr(GPtrArray) subsystems = subsystems_of(report);

	if (!report->findings->len)
		return;
	g_string_append(out, "| Subsystem | Errors | Warnings | Notes | Lines "
			     "with flags | Unseen |\n"
			     "|---|--:|--:|--:|--:|--:|\n");
	for (guint i = 0; i < subsystems->len; i++) {
		const struct subsystem *subsystem =
			g_ptr_array_index(subsystems, i);

		if (!subsystem_count(subsystem))
			continue;
		g_string_append(out, "| ");
		append_words(out, subsystem->name);
		g_string_append_printf(out, " | %u | %u | %u | %u | %u |\n",
				       subsystem->findings[SEVERITY_ERROR],
				       subsystem->findings[SEVERITY_WARNING],
				       subsystem->findings[SEVERITY_NOTE],
				       subsystem->relevant, subsystem->unseen);
	}
	g_string_append_c(out, '\n');
}

static void append_row(GString *out, const struct finding *finding)
{
	g_string_append(out, "| ");
	append_words(out, finding->at.path);
	g_string_append_printf(out, "\\:%u | %s | ", finding->at.line,
			       severity_name(finding->severity));
	append_words(out, finding->rule);
	g_string_append(out, " | ");
	append_words(out, finding->message);
	g_string_append(out, " | ");
	append_words(out, finding->advice);
	g_string_append(out, " |\n");
}

/* The gravest first, as long as there is room. */
static void append_findings(GString *out, const struct report *report,
			    gsize limit)
{
	unsigned int written = 0;
	bool is_full = false;

	if (!report->findings->len)
		return;
	g_string_append(out, "| Place | Severity | Rule | Finding | Advice |\n"
			     "|---|---|---|---|---|\n");
	for (int severity = SEVERITY_ERROR; severity >= 0; severity--) {
		for (guint i = 0; !is_full && i < report->findings->len; i++) {
			const struct finding *finding =
				g_ptr_array_index(report->findings, i);
			gsize before = out->len;

			if ((int)finding->severity != severity)
				continue;
			append_row(out, finding);
			is_full = out->len > limit - LINE_RESERVED;
			if (is_full)
				g_string_truncate(out, before);
			else
				written++;
		}
	}
	if (is_full)
		g_string_append_printf(
			out, "\n%u more findings do not fit in here.\n",
			report->findings->len - written);
}

/* The whole run as Markdown, at most this many bytes of it. */
static void append_summary(GString *out, const struct output_subject *subject,
			   gsize limit)
{
	append_head(out, subject);
	append_subsystems(out, subject->report);
	/* The first two parts are small, but a tree has as many as it likes. */
	if (out->len + LINE_RESERVED < limit)
		append_findings(out, subject->report, limit);
	g_string_append_c(out, '\n');
	if (out->len > limit)
		g_string_truncate(out, 0);
}

/* False with the reason in errno. */
static bool write_all(int file, const char *bytes, gsize length)
{
	while (length) {
		ssize_t written = write(file, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		length -= (gsize)written;
	}
	return true;
}

/* Other steps' words stay, and their room is theirs. */
static bool append_to_file(struct session *session, const char *path,
			   const struct output_subject *subject)
{
	int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	g_autoptr(GString) text = g_string_new(NULL);
	struct stat status;
	bool done;
	int error;

	if (file < 0)
		return false;
	done = fstat(file, &status) == 0;
	if (done && status.st_size < FILE_LIMIT)
		append_summary(text, subject,
			       FILE_LIMIT - (gsize)status.st_size);
	if (done && !text->len)
		session_notice(session, "output", path, 0,
			       "is full: the summary of this run is left out");
	done = done && write_all(file, text->str, text->len);
	error = errno;
	if (close(file) != 0 && done)
		return false;
	errno = error;
	return done;
}

void github_summary_write(struct session *session,
			  const struct output_subject *subject)
{
	const char *path = g_getenv("GITHUB_STEP_SUMMARY");

	if (path && *path && !append_to_file(session, path, subject))
		session_problem(session, "output", path, 0,
				"cannot be written: %s", g_strerror(errno));
}
