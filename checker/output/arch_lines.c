// SPDX-License-Identifier: GPL-2.0-only
/*
 * How many relevant lines each architecture has, and how many of them were
 * seen. A file counts for one architecture: that of its first attempt.
 */
#include <string.h>

#include "findings/findings.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"

struct arch_lines {
	unsigned int relevant, unseen;
};

static struct arch_lines *lines_of(GHashTable *table, const char *arch)
{
	struct arch_lines *lines = g_hash_table_lookup(table, arch);

	if (lines)
		return lines;
	lines = g_new0(struct arch_lines, 1);
	g_hash_table_insert(table, (gpointer)arch, lines);
	return lines;
}

static GHashTable *count_lines(const struct output_subject *subject)
{
	GHashTable *table =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	const GArray *unseen = subject->report->unseen;
	GHashTable *arch_of = subject->context->arch_of;
	GHashTableIter iterator;
	gpointer path, arch;

	g_hash_table_iter_init(&iterator, arch_of);
	while (g_hash_table_iter_next(&iterator, &path, &arch))
		lines_of(table, arch)->relevant +=
			report_count_lines(subject->report, path);
	for (guint i = 0; i < unseen->len; i++) {
		path = (gpointer)g_array_index(unseen, struct unseen_line, i)
			       .path;
		arch = g_hash_table_lookup(arch_of, path);
		if (arch)
			lines_of(table, arch)->unseen++;
	}
	return table;
}

void arch_lines_append(GString *out, const struct output_subject *subject)
{
	g_autoptr(GHashTable) table = NULL;
	g_autoptr(GList) arches = NULL;

	if (!subject->context->arch_of)
		return;
	table = count_lines(subject);
	arches =
		g_list_sort(g_hash_table_get_keys(table), (GCompareFunc)strcmp);
	if (arches)
		g_string_append(out, "lines of each architecture:\n");
	for (const GList *at = arches; at; at = at->next) {
		const struct arch_lines *lines = lines_of(table, at->data);
		const char *name = at->data;

		g_string_append_printf(
			out, "%7u = %u analysed + %u unseen  ", lines->relevant,
			lines->relevant - lines->unseen, lines->unseen);
		printable_append(out, *name ? name : "not checked");
		g_string_append_c(out, '\n');
	}
}
