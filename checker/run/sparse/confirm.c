// SPDX-License-Identifier: GPL-2.0-only
/* Merges what sparse says into the findings of a unit. */
#include <string.h>

#include "base/text_file.h"
#include "findings/findings.h"
#include "run.h"
#include "sparse.h"

/* The text of a unit's main file; NULL when it cannot be read. */
struct source_text {
	char *text;
	gsize length;
};

/* True if no statement ends or block begins from one line up to another. */
static bool is_one_statement(const struct source_text *source,
			     unsigned int line, unsigned int last)
{
	unsigned int at = 1;

	for (gsize i = 0; source->text && i < source->length && at < last;
	     i++) {
		char byte = source->text[i];

		if (byte == '\n')
			at++;
		else if (at >= line && strchr(";{}", byte))
			return false;
	}
	return source->text && at == last;
}

/* In the arguments of a macro sparse names the line where it begins. */
static bool covers(const struct source_text *source,
		   const struct finding *finding, const char *path,
		   unsigned int line)
{
	if (!g_str_equal(finding->at.path, path) || line > finding->at.end_line)
		return false;
	return line >= finding->at.line ||
	       is_one_statement(source, line, finding->at.line);
}

/* True if some finding is about the same line. */
static bool confirm(const struct sparse_request *request,
		    const struct source_text *source,
		    const struct sparse_warning *warning, struct report *report)
{
	bool is_known = false;

	for (guint i = 0; i < report->findings->len; i++) {
		struct finding *finding =
			g_ptr_array_index(report->findings, i);

		if (!covers(source, finding, request->path, warning->line) ||
		    g_str_equal(finding->rule, SPARSE_ONLY))
			continue;
		finding->confirmed_by = report_string(report, "sparse");
		is_known = true;
	}
	return is_known;
}

static void add(const struct sparse_request *request,
		const struct sparse_warning *warning, struct report *report)
{
	const struct finding finding = {
		.rule = SPARSE_ONLY,
		.severity = SEVERITY_WARNING,
		.at = { .path = request->path,
			.line = warning->line,
			.column = warning->column },
		.message = warning->text,
		.arch = request->arch,
		.expression = warning->text,
		.advice = "only sparse sees this: please report it, vmalint "
			  "should see it or say why it is right",
		.confirmed_by = "sparse",
	};

	report_add(report, &finding);
}

static void add_problem(const struct sparse_request *request,
			enum problem_weight weight, char *text,
			struct report *report)
{
	const struct report_problem problem = {
		.stage = "sparse",
		.path = request->path,
		.text = text,
		.weight = weight,
	};

	report_problem(report, &problem);
	g_free(text);
}

void sparse_confirm(const struct sparse_request *request, struct report *report)
{
	g_autofree char *reason = NULL;
	g_autofree char *error = NULL;
	g_autofree char *output = sparse_output(request, &reason);
	g_autoptr(GArray) warnings = NULL;
	g_autofree char *why = NULL;
	struct source_text source = { 0 };

	if (!output) {
		add_problem(request, PROBLEM_INCOMPLETE,
			    g_strdup_printf("sparse failed: %s", reason),
			    report);
		return;
	}
	warnings = sparse_read_warnings(output, request->source, &error);
	if (error)
		add_problem(request, PROBLEM_NOTED,
			    g_strdup_printf("sparse could not read all of "
					    "this file: %s",
					    error),
			    report);
	if (warnings->len > 0)
		source.text =
			text_file_read(request->source, &source.length, &why);
	for (guint i = 0; i < warnings->len; i++) {
		const struct sparse_warning *warning =
			&g_array_index(warnings, struct sparse_warning, i);

		if (!confirm(request, &source, warning, report) &&
		    warning->is_certain && !request->only_confirm)
			add(request, warning, report);
	}
	g_free(source.text);
}
