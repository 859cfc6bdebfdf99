// SPDX-License-Identifier: GPL-2.0-only
/* Sets findings against the comments of their files and of their macros. */
#include <string.h>

#include "base/session.h"
#include "base/view.h"
#include "comments.h"
#include "findings.h"

struct application {
	struct session *session;
	struct report *report;
	const struct suppress_request *request;
	GHashTable *files; /* owned path -> GPtrArray *: what it holds */
	bool reads;	   /* what is missing there is read from the tree */
};

static const GPtrArray *comments_of(const struct application *application,
				    const char *path)
{
	GPtrArray *comments = g_hash_table_lookup(application->files, path);
	g_autofree char *full = NULL;
	g_autofree char *reason = NULL;
	g_autofree char *text = NULL;
	gsize length = 0;

	if (comments)
		return comments;
	if (!application->reads) {
		comments = suppressions_new();
		g_hash_table_insert(application->files, g_strdup(path),
				    comments);
		return comments;
	}
	full = g_build_filename(
		g_path_is_absolute(path) ? "/" : application->request->root,
		path, NULL);
	text = view_read(application->request->view, full, &length, &reason);
	comments = suppressions_read(text ? text : "", length);
	g_hash_table_insert(application->files, g_strdup(path), comments);
	return comments;
}

static bool names_rule(const struct suppression *comment, const char *rule)
{
	return g_strv_contains((const char *const *)comment->rules, rule);
}

/* True if the comment speaks of the lines, or the macro, of the finding. */
static bool is_for(const struct suppression *comment,
		   const struct finding *finding, const char *macro)
{
	if (!names_rule(comment, finding->rule))
		return false;
	if (macro)
		return g_strcmp0(comment->macro, macro) == 0;
	return comment->first > 0 && comment->first <= finding->at.end_line &&
	       comment->last >= finding->at.line;
}

/* Marks the comments that allow the finding; macro NULL: in its own file. */
static bool is_allowed_in(const struct application *application,
			  const struct finding *finding, const char *path,
			  const char *macro)
{
	const GPtrArray *comments = comments_of(application, path);
	bool is_allowed = false;

	for (guint i = 0; i < comments->len; i++) {
		struct suppression *comment = g_ptr_array_index(comments, i);

		if (!is_for(comment, finding, macro))
			continue;
		comment->is_used = true;
		is_allowed = true;
	}
	return is_allowed;
}

static bool is_allowed_by_macro(const struct application *application,
				const struct finding *finding)
{
	g_auto(GStrv) macros = g_strsplit(finding->macros, "\n", -1);
	bool is_allowed = false;

	for (guint i = 0; macros[i]; i++) {
		char *tab = strchr(macros[i], '\t');

		if (!tab || !tab[1])
			continue;
		*tab = '\0';
		is_allowed |=
			is_allowed_in(application, finding, tab + 1, macros[i]);
	}
	return is_allowed;
}

static bool is_kept(void *context, const struct finding *finding)
{
	const struct application *application = context;
	bool by_line =
		is_allowed_in(application, finding, finding->at.path, NULL);

	return !is_allowed_by_macro(application, finding) && !by_line;
}

/* True if the analysis would have found what the comment is for. */
static bool is_judged(const struct application *application, const char *path,
		      const struct suppression *comment)
{
	const struct suppress_request *request = application->request;
	const GArray *unseen = application->report->unseen;

	for (char **rule = comment->rules; *rule; rule++) {
		if (!request->is_enabled(request->context, *rule))
			return false;
	}
	for (guint i = 0; i < unseen->len; i++) {
		const struct unseen_line *line =
			&g_array_index(unseen, struct unseen_line, i);

		if (strcmp(line->path, path) == 0 &&
		    comment->first <= line->line && line->line <= comment->last)
			return false;
	}
	return !comment->macro || request->is_whole;
}

static void report_stale(const struct application *application,
			 const char *path)
{
	const GPtrArray *comments = comments_of(application, path);

	for (guint i = 0; i < comments->len; i++) {
		const struct suppression *comment =
			g_ptr_array_index(comments, i);

		if (!comment->is_used && is_judged(application, path, comment))
			session_notice(application->session, "suppress", path,
				       comment->line,
				       "%s allows nothing any more; remove it",
				       comment->text);
	}
}

static bool is_analysed(const struct file_result *file)
{
	return file->end == FILE_ANALYSED ||
	       file->end == FILE_ANALYSED_WITH_ERRORS;
}

GHashTable *suppressions_no_files(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     (GDestroyNotify)g_ptr_array_unref);
}

GHashTable *suppressions_collect(const struct report *report,
				 const struct suppress_request *request)
{
	const struct application application = {
		.request = request,
		.files = suppressions_no_files(),
		.reads = true,
	};

	for (guint i = 0; i < report->findings->len; i++)
		is_kept((void *)&application,
			g_ptr_array_index(report->findings, i));
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (is_analysed(file))
			comments_of(&application, file->path);
	}
	return application.files;
}

void suppressions_apply(struct session *session, struct report *report,
			const struct suppress_request *request)
{
	struct application application = {
		.session = session,
		.report = report,
		.request = request,
		.files = request->comments ?
				 g_hash_table_ref(request->comments) :
				 suppressions_no_files(),
		.reads = !request->comments,
	};

	report->suppressed += report_keep(report, is_kept, &application);
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (is_analysed(file))
			report_stale(&application, file->path);
	}
	g_hash_table_unref(application.files);
}
