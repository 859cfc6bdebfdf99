// SPDX-License-Identifier: GPL-2.0-only
/*
 * The files of the tally that did not end well, by cause: those of one cause
 * stand in one row, and only the worst causes have one.
 */
#include <string.h>

#include "findings/findings.h"
#include "options/stages.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/terminal.h"

enum { ROWS_SHOWN = 5 };

/*
 * A reason joins those of all architectures; a row has this much, enough for
 * two long paths, or as much as a terminal has.
 */
enum { ROW_COLUMNS = 1000 };

/* As the tally has them; the JSON names are those of file_end_name(). */
static const char *const end_words[NR_FILE_ENDS] = {
	[FILE_ANALYSED] = "analysed",
	[FILE_ANALYSED_WITH_ERRORS] = "with errors",
	[FILE_SKIPPED] = "skipped",
	[FILE_FAILED] = "failed",
};

const char *file_end_words(enum file_end end)
{
	return end_words[end];
}

/* Ends that need a reason, the gravest first. */
static const enum file_end explained_ends[] = {
	FILE_FAILED,
	FILE_ANALYSED_WITH_ERRORS,
	FILE_SKIPPED,
};

/* Files that ended alike; the first one speaks for all. */
struct file_row {
	const struct file_result *first;
	const char *cause; /* of the first error, without its place */
	guint order;	   /* of its end */
	GPtrArray *others; /* const char *: paths, of the files behind it */
};

static void free_row(gpointer data)
{
	struct file_row *row = data;

	g_ptr_array_unref(row->others);
	g_free(row);
}

const char *file_reason(const struct file_result *file)
{
	return *file->reason ? file->reason : "no reason given";
}

/* "7 errors, the first a.c:36:10: 'x.h' file not found": what is behind. */
static const char *cause_of(const struct file_result *file)
{
	const char *reason = file_reason(file);
	const char *place = strstr(reason, ", the first ");
	const char *cause = place ? strstr(place, ": ") : NULL;

	return cause ? cause + strlen(": ") : reason;
}

static void add_file(GPtrArray *rows, guint order,
		     const struct file_result *file, bool is_apart)
{
	const char *cause = cause_of(file);
	struct file_row *row;

	for (guint i = 0; !is_apart && i < rows->len; i++) {
		row = g_ptr_array_index(rows, i);
		if (row->order == order && strcmp(row->cause, cause) == 0) {
			g_ptr_array_add(row->others, (gpointer)file->path);
			return;
		}
	}
	row = g_new0(struct file_row, 1);
	row->first = file;
	row->cause = cause;
	row->order = order;
	row->others = g_ptr_array_new();
	g_ptr_array_add(rows, row);
}

static gint compare_rows(gconstpointer left, gconstpointer right)
{
	const struct file_row *a = *(const struct file_row *const *)left;
	const struct file_row *b = *(const struct file_row *const *)right;

	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	if (a->others->len != b->others->len)
		return a->others->len < b->others->len ? 1 : -1;
	return strcmp(a->first->path, b->first->path);
}

/*
 * By their ends, of which so many count, then those of most files first; owned
 * struct file_row *.
 */
static GPtrArray *sum_up(const struct report *report, guint nr_ends,
			 bool is_apart)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func(free_row);

	for (guint order = 0; order < nr_ends; order++) {
		for (guint i = 0; i < report->files->len; i++) {
			const struct file_result *file = &g_array_index(
				report->files, struct file_result, i);

			if (file->end == explained_ends[order])
				add_file(rows, order, file, is_apart);
		}
	}
	g_ptr_array_sort(rows, compare_rows);
	return rows;
}

/* A line that is cut at the limit, if there is one. */
static void append_line(GString *out, const GString *line, glong limit)
{
	const char *end;

	if (limit == 0 || g_utf8_strlen(line->str, -1) <= limit) {
		g_string_append_printf(out, "%s\n", line->str);
		return;
	}
	end = g_utf8_offset_to_pointer(line->str, limit - 4);
	g_string_append_len(out, line->str, end - line->str);
	g_string_append(out, " ...\n");
}

static void append_row(GString *out, const struct file_row *row, glong limit)
{
	const struct file_result *file = row->first;
	g_autoptr(GString) line = g_string_new(NULL);

	g_string_append_printf(line, "  %s: ", file_end_words(file->end));
	if (row->others->len == 0) {
		printable_append(line, file->path);
		g_string_append(line, ": ");
		printable_append(line, file_reason(file));
	} else {
		g_string_append_printf(line,
				       "%u files: ", row->others->len + 1);
		printable_append(line, row->cause);
		g_string_append(line, ": ");
		printable_append(line, file->path);
	}
	for (guint i = 0; i < row->others->len; i++) {
		g_string_append(line, ", ");
		printable_append(line, g_ptr_array_index(row->others, i));
	}
	append_line(out, line, limit);
	if (file->end != FILE_FAILED || !*file->reproduce)
		return;
	/* To be copied: whole. */
	g_string_append(out, "    to repeat: ");
	printable_append(out, file->reproduce);
	g_string_append_c(out, '\n');
}

/* How long a line may be; 0: as long as it is. */
static glong line_limit(const struct output_subject *subject)
{
	if (subject->options->verbose)
		return 0;
	return terminal_is_there() ? MAX(terminal_columns(), 40) : ROW_COLUMNS;
}

void file_rows_append(GString *out, const struct output_subject *subject)
{
	const bool is_whole = subject->options->verbose;
	const glong limit = line_limit(subject);
	g_autoptr(GPtrArray) rows =
		sum_up(subject->report, G_N_ELEMENTS(explained_ends), is_whole);
	guint nr_rest = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct file_row *row = g_ptr_array_index(rows, i);

		if (is_whole || i < ROWS_SHOWN)
			append_row(out, row, limit);
		else
			nr_rest += row->others->len + 1;
	}
	if (nr_rest > 0)
		g_string_append_printf(out, "  and %u more; -v has them all\n",
				       nr_rest);
}

void file_rows_append_failed(GString *out, const struct output_subject *subject)
{
	const glong limit = line_limit(subject);
	g_autoptr(GPtrArray) rows = sum_up(subject->report, 1, true);

	for (guint i = 0; i < rows->len; i++)
		append_row(out, g_ptr_array_index(rows, i), limit);
}
