// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tally: what was selected, what became of it, and why. The sums are
 * printed with their parts, so that nothing can be lost silently.
 */
#include <string.h>

#include "findings/findings.h"
#include "options/stages.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"

/* Architectures that are named; more are counted. */
#define ARCHES_NAMED 4

static void append_tree(GString *out, const struct output_context *context)
{
	const GPtrArray *arches = context->arches;

	g_string_append(out, "tree: Linux ");
	printable_append(out, *context->tree_version ? context->tree_version :
						       "of unknown version");
	g_string_append_printf(out, ", API %s", context->api);
	if (context->level)
		g_string_append_printf(out, " level %u", context->level);
	if (arches->len > ARCHES_NAMED)
		g_string_append_printf(out, ", %u architectures", arches->len);
	for (guint i = 0; arches->len <= ARCHES_NAMED && i < arches->len; i++) {
		g_string_append(out, ", ");
		printable_append(out, g_ptr_array_index(arches, i));
	}
	g_string_append_c(out, '\n');
}

static void append_files(GString *out, const struct output_subject *subject)
{
	const struct report *report = subject->report;

	g_string_append_printf(out, "files: %u selected", report->files->len);
	for (int end = 0; end < NR_FILE_ENDS; end++)
		g_string_append_printf(
			out, " %s %u %s", end ? "+" : "=",
			report_count_files(report, (enum file_end)end),
			file_end_words((enum file_end)end));
	g_string_append_c(out, '\n');
	file_rows_append(out, subject);
}

static void append_lines(GString *out, const struct report *report)
{
	unsigned int analysed = report->relevant - report->unseen->len;

	g_string_append_printf(out, "lines: %u relevant = %u analysed",
			       report->relevant, analysed);
	if (report->relevant) {
		/* Rounded down: 100% must mean all of them. */
		guint64 permille = analysed * 1000ull / report->relevant;

		g_string_append_printf(out, " (%u.%u%%)",
				       (unsigned int)permille / 10,
				       (unsigned int)permille % 10);
	}
	g_string_append_printf(out, " + %u unseen\n", report->unseen->len);
}

static void append_number(GString *out, unsigned int number, const char *noun)
{
	g_string_append_printf(out, "%u %s%s", number, noun,
			       number == 1 ? "" : "s");
}

static void append_findings(GString *out, const struct report *report)
{
	g_string_append(out, "findings: ");
	severity_counts_append(out, report);
	if (report->merged) {
		g_string_append(out, "; ");
		append_number(out, report->merged, "repeat");
		g_string_append(out, " merged");
	}
	if (report->suppressed)
		g_string_append_printf(out, "; %u suppressed",
				       report->suppressed);
	if (report->baselined)
		g_string_append_printf(out, "; %u in the baseline",
				       report->baselined);
	g_string_append_c(out, '\n');
}

static void count_up(GHashTable *counts, const char *text)
{
	guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, text));

	g_hash_table_insert(counts, (gpointer)text,
			    GUINT_TO_POINTER(count + 1));
}

static gint compare_counted(gconstpointer left, gconstpointer right,
			    gpointer counts)
{
	const char *a = *(const char *const *)left;
	const char *b = *(const char *const *)right;
	guint count_a = GPOINTER_TO_UINT(g_hash_table_lookup(counts, a));
	guint count_b = GPOINTER_TO_UINT(g_hash_table_lookup(counts, b));

	if (count_a != count_b)
		return count_a < count_b ? 1 : -1;
	return strcmp(a, b);
}

/* Takes the table; the largest count comes first. */
static void append_counts(GString *out, const char *title, GHashTable *counts)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	GHashTableIter iterator;
	gpointer text;

	g_hash_table_iter_init(&iterator, counts);
	while (g_hash_table_iter_next(&iterator, &text, NULL))
		g_ptr_array_add(texts, text);
	g_ptr_array_sort_with_data(texts, compare_counted, counts);
	if (texts->len)
		g_string_append_printf(out, "%s:\n", title);
	for (guint i = 0; i < texts->len; i++) {
		text = g_ptr_array_index(texts, i);
		g_string_append_printf(
			out, "%7u  ",
			GPOINTER_TO_UINT(g_hash_table_lookup(counts, text)));
		printable_append(out, text);
		g_string_append_c(out, '\n');
	}
	g_hash_table_unref(counts);
}

static GHashTable *count_rules(const struct report *report)
{
	GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		count_up(counts, finding->rule);
	}
	return counts;
}

static GHashTable *count_skipped(const struct report *report)
{
	GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (file->end == FILE_SKIPPED)
			count_up(counts, file_reason(file));
	}
	return counts;
}

static GHashTable *count_unseen(const struct report *report)
{
	GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < report->unseen->len; i++)
		count_up(counts,
			 g_array_index(report->unseen, struct unseen_line, i)
				 .reason);
	return counts;
}

static void append_api(GString *out, const struct output_context *context)
{
	g_auto(GStrv) words = g_strsplit(
		context->api_words ? context->api_words : "", "\n", -1);

	if (words[0])
		g_string_append(out, "flag API, as the headers have it:\n");
	for (gsize i = 0; words[i] && *words[i]; i++) {
		g_string_append(out, "  ");
		printable_append(out, words[i]);
		g_string_append_c(out, '\n');
	}
}

static void append_stats(GString *out, const struct output_subject *subject)
{
	const struct report *report = subject->report;
	char seconds[G_ASCII_DTOSTR_BUF_SIZE];

	append_api(out, subject->context);
	append_counts(out, "findings of each rule", count_rules(report));
	append_counts(out, "files skipped, by reason", count_skipped(report));
	append_counts(out, "lines unseen, by reason", count_unseen(report));
	arch_lines_append(out, subject);
	g_ascii_formatd(seconds, sizeof(seconds), "%.3f", report->seconds);
	g_string_append_printf(out, "time: %s s\n", seconds);
	stats_lines_append(out, &report->stats);
}

void summary_append(GString *out, const struct output_subject *subject)
{
	append_tree(out, subject->context);
	if (subject->context->scope) {
		g_string_append(out, "change: ");
		printable_append(out, subject->context->scope);
		g_string_append_c(out, '\n');
	}
	if (subject->context->settings) {
		g_string_append(out, "settings: ");
		printable_append(out, subject->context->settings);
		g_string_append_c(out, '\n');
	}
	hidden_rows_append(out, subject);
	append_files(out, subject);
	append_lines(out, subject->report);
	append_findings(out, subject->report);
	if (subject->options->stats)
		append_stats(out, subject);
}

void summary_append_brief(GString *out, const struct output_subject *subject)
{
	const struct report *report = subject->report;

	file_rows_append_failed(out, subject);
	if (report->findings->len == 0)
		return;
	g_string_append(out, "vmalint: ");
	append_number(out, report->findings->len, "finding");
	g_string_append_printf(
		out,
		"; 'vmalint rules %s' explains, --no-verify goes past the hook\n",
		((struct finding *)g_ptr_array_index(report->findings, 0))
			->rule);
}
