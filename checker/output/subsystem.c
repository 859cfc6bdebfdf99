// SPDX-License-Identifier: GPL-2.0-only
/* Sums up a report by parts of the kernel, which are folders. */
#include "output/subsystem.h"

#include <string.h>

#include "findings/findings.h"

/* Folders of the tree that hold many subsystems. */
static const char *const broad[] = { "arch", "drivers", "fs",	 "include",
				     "net",  "samples", "sound", "tools" };

static void subsystem_free(gpointer data)
{
	struct subsystem *subsystem = data;

	g_free(subsystem->name);
	g_free(subsystem);
}

char *subsystem_name(const char *path)
{
	const char *slash = strchr(path, '/');
	const char *second;

	if (!slash)
		return g_strdup("(top)");
	for (gsize i = 0; i < G_N_ELEMENTS(broad); i++) {
		gsize length = strlen(broad[i]);

		if ((gsize)(slash - path) != length ||
		    strncmp(path, broad[i], length) != 0)
			continue;
		second = strchr(slash + 1, '/');
		if (second)
			slash = second;
		break;
	}
	return g_strndup(path, (gsize)(slash - path));
}

unsigned int subsystem_count(const struct subsystem *subsystem)
{
	return subsystem->findings[SEVERITY_NOTE] +
	       subsystem->findings[SEVERITY_WARNING] +
	       subsystem->findings[SEVERITY_ERROR];
}

static struct subsystem *find_or_add(GHashTable *table, GPtrArray *list,
				     const char *path)
{
	g_autofree char *name = subsystem_name(path);
	struct subsystem *subsystem = g_hash_table_lookup(table, name);

	if (subsystem)
		return subsystem;
	subsystem = g_new0(struct subsystem, 1);
	subsystem->name = g_steal_pointer(&name);
	g_hash_table_insert(table, subsystem->name, subsystem);
	g_ptr_array_add(list, subsystem);
	return subsystem;
}

static int compare_counts(unsigned int a, unsigned int b)
{
	return (a < b) - (a > b);
}

static gint compare_subsystems(gconstpointer left, gconstpointer right)
{
	const struct subsystem *a = *(const struct subsystem *const *)left;
	const struct subsystem *b = *(const struct subsystem *const *)right;
	int order = 0;

	for (int i = SEVERITY_ERROR; !order && i >= SEVERITY_NOTE; i--)
		order = compare_counts(a->findings[i], b->findings[i]);
	if (!order)
		order = compare_counts(a->relevant, b->relevant);
	return order ? order : strcmp(a->name, b->name);
}

GPtrArray *subsystems_of(const struct report *report)
{
	g_autoptr(GHashTable) table = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *list = g_ptr_array_new_with_free_func(subsystem_free);

	for (guint i = 0; i < report->files->len; i++) {
		const char *path =
			g_array_index(report->files, struct file_result, i)
				.path;
		struct subsystem *subsystem = find_or_add(table, list, path);

		subsystem->files++;
		subsystem->relevant += report_count_lines(report, path);
	}
	for (guint i = 0; i < report->unseen->len; i++)
		find_or_add(table, list,
			    g_array_index(report->unseen, struct unseen_line, i)
				    .path)
			->unseen++;
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		find_or_add(table, list, finding->at.path)
			->findings[finding->severity]++;
	}
	g_ptr_array_sort(list, compare_subsystems);
	return list;
}
