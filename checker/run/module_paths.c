// SPDX-License-Identifier: GPL-2.0-only
#include "module_paths.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/name.h"
#include "base/session.h"
#include "findings/findings.h"
#include "options/options.h"

/* The tree that paths count from otherwise, and the report that owns texts. */
struct renaming {
	const char *root;
	struct report *report;
	char *start; /* what paths of the module begin with */
};

const char *module_base(const struct options *options, const char *home)
{
	const bool is_own = options->select.is_module_here ||
			    options->change.kind != CHANGE_NONE;
	char *here = home && is_own ? realpath(".", NULL) : NULL;
	const bool is_in = here && name_is_within(here, home);

	free(here);
	return is_in ? home : NULL;
}

/* A path of the module, or of the tree. */
static const char *renamed(const struct renaming *renaming, const char *path)
{
	g_autofree char *absolute = NULL;

	if (*path == '\0')
		return path;
	if (g_path_is_absolute(path))
		return report_path(renaming->report, path);
	absolute = g_build_filename(renaming->root, path, NULL);
	return report_string(renaming->report, absolute);
}

/* A sentence with paths in it. */
static const char *reworded(const struct renaming *renaming, const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, renaming->start, -1);
	g_autofree char *whole = g_strjoinv("", parts);

	return g_strv_length(parts) > 1 ?
		       report_string(renaming->report, whole) :
		       text;
}

static void rename_finding(const struct renaming *renaming,
			   struct finding *finding)
{
	finding->at.path = renamed(renaming, finding->at.path);
	for (guint i = 0; i < finding->related->len; i++) {
		struct place *at =
			&g_array_index(finding->related, struct related, i).at;

		at->path = renamed(renaming, at->path);
	}
	for (guint i = 0; i < finding->edits->len; i++) {
		struct edit *edit =
			&g_array_index(finding->edits, struct edit, i);

		edit->path = renamed(renaming, edit->path);
	}
}

static void rename_files(const struct renaming *renaming)
{
	const struct report *report = renaming->report;

	for (guint i = 0; i < report->files->len; i++) {
		struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		file->path = renamed(renaming, file->path);
		file->reason = reworded(renaming, file->reason);
	}
	for (guint i = 0; i < report->unseen->len; i++) {
		struct unseen_line *line =
			&g_array_index(report->unseen, struct unseen_line, i);

		line->path = renamed(renaming, line->path);
		line->reason = reworded(renaming, line->reason);
	}
}

/* A problem may be about any file: a baseline, a Makefile. */
static void rename_problems(const struct renaming *renaming,
			    struct session *session)
{
	for (guint i = 0; i < session->problems->len; i++) {
		struct problem *problem =
			&g_array_index(session->problems, struct problem, i);

		problem->path = session_string(
			session, report_path(renaming->report, problem->path));
		problem->text = session_string(
			session, reworded(renaming, problem->text));
	}
}

static void rename_keys(const struct renaming *renaming, GHashTable *table)
{
	g_autoptr(GList) keys = g_hash_table_get_keys(table);

	for (const GList *key = keys; key; key = key->next) {
		gpointer value = g_hash_table_lookup(table, key->data);

		g_hash_table_remove(table, key->data);
		g_hash_table_insert(
			table, (gpointer)renamed(renaming, key->data), value);
	}
}

void paths_from_module(struct session *session, const char *root,
		       struct report *report, GHashTable *arch_of)
{
	g_autofree char *start = g_strconcat(report->home, "/", NULL);
	const struct renaming renaming = {
		.root = root,
		.report = report,
		.start = start,
	};

	for (guint i = 0; i < report->findings->len; i++)
		rename_finding(&renaming,
			       g_ptr_array_index(report->findings, i));
	rename_files(&renaming);
	rename_problems(&renaming, session);
	rename_keys(&renaming, arch_of);
}
