// SPDX-License-Identifier: GPL-2.0-only
/*
 * JUnit's XML as CI servers read it: each selected file is a suite, each
 * finding in it a test that failed; a clean file is one test that passed. A
 * file that failed and an incomplete run are errors.
 */
#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "output/formats.h"
#include "output/markup.h"
#include "output/output.h"

/* What stands at the head of a suite, and what is in it. */
struct suite {
	unsigned int tests, failures, errors, skipped;
	GString *body;
};

/* Where the walk over the sorted files and the sorted findings is. */
struct junit_walk {
	const struct report *report;
	guint file, finding;
	struct suite total;
};

static void append_test(struct suite *suite, const char *path, const char *name)
{
	g_string_append(suite->body, "    <testcase classname=\"");
	markup_append(suite->body, path);
	g_string_append(suite->body, "\" name=\"");
	markup_append(suite->body, name);
	suite->tests++;
}

/* A test with one element in it, such as <failure>. */
static void append_verdict(struct suite *suite, const char *element,
			   const char *message, const char *type)
{
	g_string_append_printf(suite->body, "\">\n      <%s message=\"",
			       element);
	markup_append(suite->body, message);
	if (type)
		g_string_append_printf(suite->body, "\" type=\"%s", type);
	g_string_append(suite->body, "\"/>\n    </testcase>\n");
}

static void append_finding(struct suite *suite, const struct finding *finding)
{
	GString *out = suite->body;
	g_autofree char *name = g_strdup_printf("%s at %u:%u", finding->rule,
						finding->at.line,
						finding->at.column);

	append_test(suite, finding->at.path, name);
	g_string_append(out, "\" file=\"");
	markup_append(out, finding->at.path);
	g_string_append_printf(out,
			       "\" line=\"%u\">\n      <failure type=\"%s\" "
			       "message=\"",
			       finding->at.line,
			       severity_name(finding->severity));
	markup_append(out, finding->message);
	g_string_append(out, "\"><![CDATA[");
	markup_append_cdata(out, finding->at.path);
	g_string_append_printf(out, ":%u:%u: %s: ", finding->at.line,
			       finding->at.column,
			       severity_name(finding->severity));
	markup_append_cdata(out, finding->message);
	g_string_append_printf(out, " [%s]", finding->rule);
	if (*finding->advice) {
		g_string_append_c(out, '\n');
		markup_append_cdata(out, finding->advice);
	}
	g_string_append(out, "]]></failure>\n    </testcase>\n");
	suite->failures++;
}

static void append_end(struct suite *suite, const struct file_result *file)
{
	switch (file->end) {
	case FILE_FAILED:
		append_test(suite, file->path, "analysis");
		append_verdict(suite, "error", file->reason, "failed");
		suite->errors++;
		break;
	case FILE_SKIPPED:
		append_test(suite, file->path, "analysis");
		append_verdict(suite, "skipped", file->reason, NULL);
		suite->skipped++;
		break;
	default:
		if (suite->failures)
			break;
		append_test(suite, file->path, "no findings");
		g_string_append(suite->body, "\"/>\n");
	}
}

static void append_counts(GString *out, const struct suite *suite)
{
	g_string_append_printf(out,
			       "tests=\"%u\" failures=\"%u\" errors=\"%u\"",
			       suite->tests, suite->failures, suite->errors);
}

static void append_suite(struct suite *total, const char *name,
			 const struct suite *suite)
{
	g_string_append(total->body, "  <testsuite name=\"");
	markup_append(total->body, name);
	g_string_append(total->body, "\" ");
	append_counts(total->body, suite);
	g_string_append_printf(total->body, " skipped=\"%u\">\n",
			       suite->skipped);
	g_string_append_len(total->body, suite->body->str,
			    (gssize)suite->body->len);
	g_string_append(total->body, "  </testsuite>\n");
	total->tests += suite->tests;
	total->failures += suite->failures;
	total->errors += suite->errors;
}

static const struct file_result *next_file(const struct junit_walk *walk)
{
	const GArray *files = walk->report->files;

	return walk->file < files->len ?
		       &g_array_index(files, struct file_result, walk->file) :
		       NULL;
}

static const struct finding *next_finding(const struct junit_walk *walk)
{
	const GPtrArray *findings = walk->report->findings;

	return walk->finding < findings->len ?
		       g_ptr_array_index(findings, walk->finding) :
		       NULL;
}

/* Findings may lie in a header, which is no selected file. */
static const char *next_path(const struct junit_walk *walk)
{
	const struct finding *finding = next_finding(walk);
	const struct file_result *file = next_file(walk);

	if (!file || !finding)
		return file ? file->path : finding ? finding->at.path : NULL;
	return strcmp(file->path, finding->at.path) < 0 ? file->path :
							  finding->at.path;
}

static void append_path(struct junit_walk *walk, const char *path)
{
	g_autoptr(GString) body = g_string_new(NULL);
	struct suite suite = { .body = body };
	const struct file_result *file = next_file(walk);
	const struct finding *finding;

	while ((finding = next_finding(walk)) &&
	       !strcmp(finding->at.path, path)) {
		append_finding(&suite, finding);
		walk->finding++;
	}
	if (file && !strcmp(file->path, path)) {
		append_end(&suite, file);
		walk->file++;
	}
	append_suite(&walk->total, path, &suite);
}

/* The run as a whole; there always is a test, so that none is no mistake. */
static void append_run(struct suite *total,
		       const struct output_subject *subject)
{
	g_autoptr(GPtrArray) problems = problems_sorted(subject->session);
	g_autoptr(GString) body = g_string_new(NULL);
	struct suite suite = { .body = body };

	for (guint i = 0; i < problems->len; i++) {
		const struct problem *problem = g_ptr_array_index(problems, i);

		if (problem->weight != PROBLEM_INCOMPLETE)
			continue;
		append_test(&suite, *problem->path ? problem->path : "vmalint",
			    problem->stage);
		append_verdict(&suite, "error", problem->text, "incomplete");
		suite.errors++;
	}
	if (!suite.errors) {
		append_test(&suite, "vmalint", "run");
		g_string_append(body, "\"/>\n");
	}
	append_suite(total, "vmalint", &suite);
}

void junit_append(GString *out, const struct output_subject *subject)
{
	g_autoptr(GString) body = g_string_new(NULL);
	struct junit_walk walk = {
		.report = subject->report,
		.total = { .body = body },
	};
	const char *path;

	append_run(&walk.total, subject);
	while ((path = next_path(&walk)))
		append_path(&walk, path);
	g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<testsuites name=\"vmalint\" ");
	append_counts(out, &walk.total);
	g_string_append_printf(out, ">\n%s</testsuites>\n", body->str);
}
