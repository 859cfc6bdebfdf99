// SPDX-License-Identifier: GPL-2.0-only
/* The end of the page: what became of each file and line, and what failed. */
#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "output/format/html.h"
#include "output/output.h"

static const char *const end_words[NR_FILE_ENDS] = {
	[FILE_ANALYSED] = "analysed",
	[FILE_ANALYSED_WITH_ERRORS] = "analysed with compile errors",
	[FILE_SKIPPED] = "skipped",
	[FILE_FAILED] = "failed",
};

static void append_sums(struct page *page)
{
	const struct report *report = page->subject->report;
	GString *out = page->out;

	g_string_append(out, "<p>");
	page_append_number(page, report->files->len, "file");
	g_string_append(out, " selected");
	for (int end = 0; end < NR_FILE_ENDS; end++)
		g_string_append_printf(
			out, " %s %u %s", end ? "+" : "=",
			report_count_files(report, (enum file_end)end),
			end_words[end]);
	g_string_append(out, ".<br>\n");
	page_append_number(page, report->relevant, "line");
	g_string_append_printf(out,
			       " with flags = %u analysed + %u unseen.<br>\n"
			       "Found more than once and merged: %u. "
			       "Suppressed: %u. In the baseline: %u.</p>\n",
			       report->relevant - report->unseen->len,
			       report->unseen->len, report->merged,
			       report->suppressed, report->baselined);
}

static void append_file(struct page *page, const struct file_result *file)
{
	page_append_between(page, "<tr><th scope=\"row\" class=\"path\">",
			    file->path, "</th><td>");
	page_append_between(page, "", file->reason, "");
	if (file->end == FILE_FAILED && *file->reproduce)
		page_append_between(page, "<br>To repeat: <code>",
				    file->reproduce, "</code>");
	g_string_append(page->out, "</td></tr>\n");
}

/* The files that ended in one way, which is not the best. */
static void append_files(struct page *page, enum file_end end)
{
	const struct report *report = page->subject->report;
	unsigned int count = report_count_files(report, end);

	if (!count)
		return;
	g_string_append(page->out, end == FILE_FAILED ?
					   "<details open><summary>" :
					   "<details><summary>");
	page_append_number(page, count, "file");
	g_string_append_printf(
		page->out,
		" %s</summary>\n<table><thead><tr><th scope=\"col\">File</th>"
		"<th scope=\"col\">Reason</th></tr></thead>\n<tbody>\n",
		end_words[end]);
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (file->end == end)
			append_file(page, file);
	}
	g_string_append(page->out, "</tbody></table></details>\n");
}

/* Lines of one file with one reason in a row: "path: 3, 4, 9". */
static void append_unseen(struct page *page)
{
	const GArray *unseen = page->subject->report->unseen;
	const struct unseen_line *before = NULL;

	if (!unseen->len)
		return;
	g_string_append(page->out, "<details><summary>");
	page_append_number(page, unseen->len, "line");
	g_string_append(page->out,
			" with flags that no analysis saw</summary>\n"
			"<table><thead><tr><th scope=\"col\">Lines</th>"
			"<th scope=\"col\">Reason</th></tr></thead>\n<tbody>");
	for (guint i = 0; i < unseen->len; i++) {
		const struct unseen_line *line =
			&g_array_index(unseen, struct unseen_line, i);

		if (before && !strcmp(before->path, line->path) &&
		    !strcmp(before->reason, line->reason)) {
			g_string_append_printf(page->out, ", %u", line->line);
			continue;
		}
		if (before)
			page_append_between(page, "</th><td>", before->reason,
					    "</td></tr>");
		page_append_between(page,
				    "\n<tr><th scope=\"row\" class=\"path\">",
				    line->path, ": ");
		g_string_append_printf(page->out, "%u", line->line);
		before = line;
	}
	page_append_between(page, "</th><td>", before->reason,
			    "</td></tr>\n</tbody></table></details>\n");
}

static void append_problems(struct page *page)
{
	g_autoptr(GPtrArray) problems = problems_sorted(page->subject->session);

	if (!problems->len)
		return;
	g_string_append(page->out, "<details open><summary>");
	page_append_number(page, problems->len, "problem");
	g_string_append(page->out, "</summary>\n<ul>\n");
	for (guint i = 0; i < problems->len; i++) {
		g_autoptr(GString) text = g_string_new(NULL);

		problem_append(text, g_ptr_array_index(problems, i));
		g_strchomp(text->str);
		page_append_between(page, "<li>", text->str, "</li>\n");
	}
	g_string_append(page->out, "</ul>\n</details>\n");
}

void page_append_coverage(struct page *page)
{
	g_string_append(page->out, "<h2 id=\"coverage\">What was checked, and "
				   "what was not</h2>\n");
	append_sums(page);
	append_problems(page);
	append_files(page, FILE_FAILED);
	append_files(page, FILE_ANALYSED_WITH_ERRORS);
	append_files(page, FILE_SKIPPED);
	append_unseen(page);
}
