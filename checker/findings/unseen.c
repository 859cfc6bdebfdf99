// SPDX-License-Identifier: GPL-2.0-only
#include "unseen.h"

#include <string.h>

#include "base/unseen_reason.h"
#include "findings.h"

/* True if an error hides the line, and not the conditions that it is under. */
static bool is_hidden(const struct unseen_line *line)
{
	return g_str_has_prefix(line->reason, UNSEEN_ERROR) ||
	       g_str_has_prefix(line->reason, UNSEEN_LOST);
}

static const struct unseen_line *line_at(const struct report *report,
					 guint index)
{
	return &g_array_index(report->unseen, struct unseen_line, index);
}

unsigned int unseen_count_hidden(const struct report *report)
{
	unsigned int nr = 0;

	for (guint i = 0; i < report->unseen->len; i++)
		nr += is_hidden(line_at(report, i));
	return nr;
}

/*
 * The header that a file's first error says was not found: all that is wrong
 * behind it may be wrong for that alone. Owned; NULL if it says something else.
 */
static char *missing_header(const struct report *report, const char *path)
{
	static const char behind[] = "' file not found";

	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);
		const char *end = strstr(file->reason, behind);
		const char *start = end;

		if (!end || strcmp(file->path, path) != 0)
			continue;
		while (start > file->reason && start[-1] != '\'')
			start--;
		return g_strndup(start, (gsize)(end - start));
	}
	return NULL;
}

/* An error without its place; owned. */
static char *cause_of(const struct report *report,
		      const struct unseen_line *line)
{
	g_autofree char *header = missing_header(report, line->path);
	const char *error = line->reason + strlen(UNSEEN_ERROR);
	const char *message;

	if (header)
		return g_strdup_printf("%s not found", header);
	if (!g_str_has_prefix(line->reason, UNSEEN_ERROR))
		return g_strdup("dropped by the parser after errors");
	message = strstr(error, ": ");
	return g_strdup(message ? message + strlen(": ") : error);
}

/* Cuts a folder down to what a path has in common with it. */
static void narrow(char *folder, const char *path)
{
	g_autofree char *other = g_path_get_dirname(path);

	while (*folder && !(g_str_has_prefix(other, folder) &&
			    (other[strlen(folder)] == '/' ||
			     other[strlen(folder)] == '\0'))) {
		char *slash = strrchr(folder, '/');

		*(slash ? slash : folder) = '\0';
	}
}

static void add_line(GArray *causes, const struct report *report,
		     const struct unseen_line *line)
{
	g_autofree char *cause = cause_of(report, line);
	struct hidden_lines hidden = { .nr_lines = 1 };

	for (guint i = 0; i < causes->len; i++) {
		struct hidden_lines *known =
			&g_array_index(causes, struct hidden_lines, i);

		if (strcmp(known->cause, cause) == 0) {
			known->nr_lines++;
			narrow(known->folder, line->path);
			return;
		}
	}
	hidden.cause = g_steal_pointer(&cause);
	hidden.folder = g_path_get_dirname(line->path);
	g_array_append_val(causes, hidden);
}

static gint compare_causes(gconstpointer a, gconstpointer b)
{
	const struct hidden_lines *left = a, *right = b;

	if (left->nr_lines != right->nr_lines)
		return left->nr_lines < right->nr_lines ? 1 : -1;
	return strcmp(left->cause, right->cause);
}

static void cause_clear(gpointer data)
{
	struct hidden_lines *hidden = data;

	g_free(hidden->cause);
	g_free(hidden->folder);
}

GArray *unseen_causes(const struct report *report)
{
	GArray *causes = g_array_new(FALSE, FALSE, sizeof(struct hidden_lines));

	g_array_set_clear_func(causes, cause_clear);
	for (guint i = 0; i < report->unseen->len; i++) {
		if (is_hidden(line_at(report, i)))
			add_line(causes, report, line_at(report, i));
	}
	g_array_sort(causes, compare_causes);
	return causes;
}
