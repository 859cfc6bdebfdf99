// SPDX-License-Identifier: GPL-2.0-only
/*
 * Keeps which lines of a file are relevant, which of them somebody saw, and
 * why others did not. Says nothing about what is on them.
 */
#include "findings/lines.h"

#include <string.h>

#include "findings/findings.h"

static const char unreached[] = "not reached by any analysis";

static void file_lines_free(gpointer pointer)
{
	struct file_lines *lines = pointer;

	g_hash_table_unref(lines->relevant);
	g_hash_table_unref(lines->seen);
	g_hash_table_unref(lines->reasons);
	g_free(lines);
}

static struct file_lines *lines_of(struct report *report, const char *path)
{
	struct file_lines *lines = g_hash_table_lookup(report->lines, path);

	if (lines)
		return lines;
	lines = g_new0(struct file_lines, 1);
	lines->relevant = g_hash_table_new(NULL, NULL);
	lines->seen = g_hash_table_new(NULL, NULL);
	lines->reasons = g_hash_table_new(NULL, NULL);
	g_hash_table_insert(report->lines,
			    (gpointer)report_string(report, path), lines);
	return lines;
}

static gint compare_lines(gconstpointer left, gconstpointer right)
{
	guint32 a = *(const guint32 *)left;
	guint32 b = *(const guint32 *)right;

	return (a > b) - (a < b);
}

static gint compare_paths(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void finish_file(struct report *report, const char *path,
			const struct file_lines *lines)
{
	g_autoptr(GArray) relevant = lines_sorted(lines->relevant);

	for (guint i = 0; i < relevant->len; i++) {
		guint32 line = g_array_index(relevant, guint32, i);
		gpointer key = GUINT_TO_POINTER(line);
		struct unseen_line unseen = { .path = path, .line = line };

		if (g_hash_table_contains(lines->seen, key))
			continue;
		unseen.reason = g_hash_table_lookup(lines->reasons, key);
		if (!unseen.reason)
			unseen.reason = unreached;
		g_array_append_val(report->unseen, unseen);
	}
	report->relevant += relevant->len;
}

GHashTable *lines_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
				     file_lines_free);
}

GArray *lines_sorted(GHashTable *lines)
{
	GArray *sorted = g_array_new(FALSE, FALSE, sizeof(guint32));
	GHashTableIter iterator;
	gpointer key;

	g_hash_table_iter_init(&iterator, lines);
	while (g_hash_table_iter_next(&iterator, &key, NULL)) {
		guint32 line = GPOINTER_TO_UINT(key);

		g_array_append_val(sorted, line);
	}
	g_array_sort(sorted, compare_lines);
	return sorted;
}

GPtrArray *lines_paths(GHashTable *table)
{
	GPtrArray *paths = g_ptr_array_new();
	GHashTableIter iterator;
	gpointer key;

	g_hash_table_iter_init(&iterator, table);
	while (g_hash_table_iter_next(&iterator, &key, NULL))
		g_ptr_array_add(paths, key);
	g_ptr_array_sort(paths, compare_paths);
	return paths;
}

void lines_finish(struct report *report)
{
	g_autoptr(GPtrArray) paths = lines_paths(report->lines);

	report->relevant = 0;
	g_array_set_size(report->unseen, 0);
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		finish_file(report, path,
			    g_hash_table_lookup(report->lines, path));
	}
}

void report_lines(struct report *report, const char *path,
		  const guint32 *relevant, gsize nr_relevant)
{
	struct file_lines *lines = lines_of(report, path);

	for (gsize i = 0; i < nr_relevant; i++) {
		g_assert(relevant[i] > 0);
		g_hash_table_add(lines->relevant,
				 GUINT_TO_POINTER(relevant[i]));
	}
}

unsigned int report_count_lines(const struct report *report, const char *path)
{
	g_autofree char *whole =
		report->home ? g_canonicalize_filename(path, report->home) :
			       NULL;
	const struct file_lines *lines =
		g_hash_table_lookup(report->lines, path);

	/* It may be named as a module's own repository has it. */
	if (!lines && whole)
		lines = g_hash_table_lookup(report->lines, whole);
	return lines ? g_hash_table_size(lines->relevant) : 0;
}

GArray *report_relevant_lines(const struct report *report, const char *path)
{
	const struct file_lines *lines =
		g_hash_table_lookup(report->lines, path);

	return lines ? lines_sorted(lines->relevant) :
		       g_array_new(FALSE, FALSE, sizeof(guint32));
}

void report_line_seen(struct report *report, const char *path,
		      unsigned int line)
{
	g_hash_table_add(lines_of(report, path)->seen, GUINT_TO_POINTER(line));
}

void report_unseen(struct report *report, const char *path, unsigned int line,
		   const char *reason)
{
	struct file_lines *lines = lines_of(report, path);
	gpointer key = GUINT_TO_POINTER(line);
	const char *known = g_hash_table_lookup(lines->reasons, key);

	if (!reason || !*reason)
		return;
	if (!known || strcmp(reason, known) < 0)
		g_hash_table_insert(lines->reasons, key,
				    (gpointer)report_string(report, reason));
}
