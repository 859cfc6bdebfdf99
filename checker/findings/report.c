// SPDX-License-Identifier: GPL-2.0-only
/* The report as a container: add, count, release. Judges nothing. */
#include <string.h>

#include "base/name.h"
#include "findings/findings.h"
#include "findings/lines.h"
#include "keep/inputs.h"

const char *report_path(const struct report *report, const char *path)
{
	return report->home && name_is_below(path, report->home) ?
		       path + strlen(report->home) + 1 :
		       path;
}

static void finding_free(gpointer pointer)
{
	struct finding *finding = pointer;

	if (!finding)
		return;
	g_array_free(finding->edits, TRUE);
	g_array_free(finding->related, TRUE);
	g_array_free(finding->macros, TRUE);
	g_free(finding);
}

static struct place copy_place(struct report *report, const struct place *place)
{
	struct place copy = *place;

	copy.path = report_string(report, place->path);
	copy.line = MAX(copy.line, 1);
	copy.column = MAX(copy.column, 1);
	if (copy.end_line < copy.line) {
		copy.end_line = copy.line;
		copy.end_column = copy.column;
	}
	if (copy.end_line == copy.line)
		copy.end_column = MAX(copy.end_column, copy.column);
	copy.end_column = MAX(copy.end_column, 1);
	return copy;
}

static void copy_texts(struct report *report, struct finding *finding)
{
#define COPY(name) finding->name = report_string(report, finding->name);
	FINDING_TEXTS(COPY)
#undef COPY
	finding->fingerprint = report_string(report, finding->fingerprint);
}

static void copy_lists(struct report *report, struct finding *copy,
		       const struct finding *finding)
{
	copy->edits = g_array_new(FALSE, TRUE, sizeof(struct edit));
	copy->related = g_array_new(FALSE, TRUE, sizeof(struct related));
	copy->macros = g_array_new(FALSE, TRUE, sizeof(struct written_macro));
	for (guint i = 0; finding->edits && i < finding->edits->len; i++)
		report_add_edit(report, copy,
				&g_array_index(finding->edits, struct edit, i));
	for (guint i = 0; finding->related && i < finding->related->len; i++)
		report_add_related(
			report, copy,
			&g_array_index(finding->related, struct related, i));
	for (guint i = 0; finding->macros && i < finding->macros->len; i++)
		report_add_macro(report, copy,
				 &g_array_index(finding->macros,
						struct written_macro, i));
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = {
		[SEVERITY_NOTE] = "note",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_ERROR] = "error",
	};

	g_assert((gsize)severity < G_N_ELEMENTS(names));
	return names[severity];
}

const char *file_end_name(enum file_end end)
{
	static const char *const names[NR_FILE_ENDS] = {
		[FILE_ANALYSED] = "analysed",
		[FILE_ANALYSED_WITH_ERRORS] = "analysed_with_errors",
		[FILE_SKIPPED] = "skipped",
		[FILE_FAILED] = "failed",
	};

	g_assert((gsize)end < G_N_ELEMENTS(names));
	return names[end];
}

void report_init(struct report *report)
{
	*report = (struct report){
		.strings = g_string_chunk_new(4096),
		.findings = g_ptr_array_new_with_free_func(finding_free),
		.files = g_array_new(FALSE, TRUE, sizeof(struct file_result)),
		.lines = lines_new(),
		.problems =
			g_array_new(FALSE, TRUE, sizeof(struct report_problem)),
		.unseen = g_array_new(FALSE, TRUE, sizeof(struct unseen_line)),
	};
}

void report_release(struct report *report)
{
	g_ptr_array_free(report->findings, TRUE);
	g_array_free(report->files, TRUE);
	g_hash_table_unref(report->lines);
	g_array_free(report->unseen, TRUE);
	g_array_free(report->problems, TRUE);
	inputs_free(report->inputs);
	g_string_chunk_free(report->strings);
	*report = (struct report){ 0 };
}

void report_add_edit(struct report *report, struct finding *finding,
		     const struct edit *edit)
{
	struct edit copy = {
		.path = report_string(report, edit->path),
		.offset = edit->offset,
		.length = edit->length,
		.text = report_string(report, edit->text),
	};

	g_array_append_val(finding->edits, copy);
}

void report_add_related(struct report *report, struct finding *finding,
			const struct related *related)
{
	struct related copy = {
		.at = copy_place(report, &related->at),
		.message = report_string(report, related->message),
	};

	g_array_append_val(finding->related, copy);
}

void report_add_macro(struct report *report, struct finding *finding,
		      const struct written_macro *macro)
{
	struct written_macro copy = {
		.name = report_string(report, macro->name),
		.path = report_string(report, macro->path),
	};

	g_array_append_val(finding->macros, copy);
}

struct finding *report_add(struct report *report, const struct finding *finding)
{
	struct finding *copy = g_new(struct finding, 1);

	*copy = *finding;
	copy->at = copy_place(report, &finding->at);
	copy_texts(report, copy);
	copy_lists(report, copy, finding);
	g_ptr_array_add(report->findings, copy);
	return copy;
}

void report_file(struct report *report, const char *path, enum file_end end,
		 const char *reason, const char *reproduce)
{
	struct file_result result = {
		.path = report_string(report, path),
		.end = end,
		.reason = report_string(report, reason),
		.reproduce = report_string(report, reproduce),
	};

	g_assert((gsize)end < NR_FILE_ENDS);
	g_array_append_val(report->files, result);
}

guint report_keep(struct report *report, finding_filter keeps, void *context)
{
	GPtrArray *findings = report->findings;
	guint nr_kept = 0, nr = findings->len;

	for (guint i = 0; i < nr; i++) {
		gpointer finding = findings->pdata[i];

		if (!keeps(context, finding))
			continue;
		findings->pdata[i] = findings->pdata[nr_kept];
		findings->pdata[nr_kept++] = finding;
	}
	g_ptr_array_set_size(findings, (gint)nr_kept);
	return nr - nr_kept;
}

void report_problem(struct report *report, const struct report_problem *problem)
{
	struct report_problem copy = {
		.stage = report_string(report, problem->stage),
		.path = report_string(report, problem->path),
		.line = problem->line,
		.text = report_string(report, problem->text),
		.weight = problem->weight,
	};

	g_array_append_val(report->problems, copy);
}

unsigned int report_count(const struct report *report, enum severity severity)
{
	unsigned int count = 0;

	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		count += finding->severity == severity;
	}
	return count;
}

unsigned int report_count_files(const struct report *report, enum file_end end)
{
	unsigned int count = 0;

	for (guint i = 0; i < report->files->len; i++)
		count += g_array_index(report->files, struct file_result, i)
				 .end == end;
	return count;
}

double report_coverage_percent(const struct report *report)
{
	if (!report->relevant)
		return 100.0;
	return 100.0 * (report->relevant - report->unseen->len) /
	       report->relevant;
}
