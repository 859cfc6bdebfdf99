// SPDX-License-Identifier: GPL-2.0-only
/* Sets findings against the comments of their files and of their macros. */
#include <string.h>

#include "base/session.h"
#include "base/view.h"
#include "comments.h"
#include "findings.h"

/* The comments of a file, by what they are for. */
struct comments {
	const GPtrArray *all;
	GHashTable *by_line;  /* line -> GPtrArray *: those of few lines */
	GHashTable *by_macro; /* borrowed name -> GPtrArray * */
	GPtrArray *wide;      /* those of a function or a file */
};

/* A comment of more lines than these is looked at for each finding. */
enum { FEW_LINES = 8 };

struct application {
	struct session *session;
	struct report *report;
	const struct suppress_request *request;
	GHashTable *files;  /* owned path -> GPtrArray *: what it holds */
	bool reads;	    /* what is missing there is read from the tree */
	GHashTable *sorted; /* owned path -> struct comments * */
};

static const GPtrArray *comments_of(const struct application *application,
				    const char *path)
{
	GPtrArray *comments = g_hash_table_lookup(application->files, path);
	g_autofree char *full = NULL;
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
	text = view_read(application->request->view, full, &length, NULL);
	comments = suppressions_read_as(path_language(path), text ? text : "",
					length);
	g_hash_table_insert(application->files, g_strdup(path), comments);
	return comments;
}

static void add_to(GHashTable *table, gpointer key, struct suppression *comment)
{
	GPtrArray *list = g_hash_table_lookup(table, key);

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(table, key, list);
	}
	g_ptr_array_add(list, comment);
}

static void sort_comment(struct comments *comments, struct suppression *comment)
{
	if (comment->macro)
		add_to(comments->by_macro, comment->macro, comment);
	if (comment->first == 0)
		return;
	if (comment->last - comment->first >= FEW_LINES) {
		g_ptr_array_add(comments->wide, comment);
		return;
	}
	for (guint line = comment->first; line <= comment->last; line++)
		add_to(comments->by_line, GUINT_TO_POINTER(line), comment);
}

static void free_list(gpointer list)
{
	g_ptr_array_free(list, TRUE);
}

static void free_comments(gpointer data)
{
	struct comments *comments = data;

	g_hash_table_destroy(comments->by_line);
	g_hash_table_destroy(comments->by_macro);
	g_ptr_array_free(comments->wide, TRUE);
	g_free(comments);
}

/* The comments of a file, sorted once. */
static const struct comments *sorted_comments(
	const struct application *application, const char *path)
{
	struct comments *comments =
		g_hash_table_lookup(application->sorted, path);

	if (comments)
		return comments;
	comments = g_new0(struct comments, 1);
	comments->all = comments_of(application, path);
	comments->by_line = g_hash_table_new_full(NULL, NULL, NULL, free_list);
	comments->by_macro =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
	comments->wide = g_ptr_array_new();
	for (guint i = 0; i < comments->all->len; i++)
		sort_comment(comments, g_ptr_array_index(comments->all, i));
	g_hash_table_insert(application->sorted, g_strdup(path), comments);
	return comments;
}

/* Marks those of the comments, or NULL, that name the rule and the lines. */
static bool use_comments(const GPtrArray *list, const struct finding *finding,
			 bool by_line)
{
	bool is_used = false;

	for (guint i = 0; list && i < list->len; i++) {
		struct suppression *comment = g_ptr_array_index(list, i);

		if (by_line && (comment->first > finding->at.end_line ||
				comment->last < finding->at.line))
			continue;
		if (!g_strv_contains((const char *const *)comment->rules,
				     finding->rule))
			continue;
		comment->is_used = true;
		is_used = true;
	}
	return is_used;
}

static bool is_allowed_by_line(const struct application *application,
			       const struct finding *finding)
{
	const struct comments *comments =
		sorted_comments(application, finding->at.path);
	bool is_allowed;

	if (finding->at.end_line - finding->at.line > comments->all->len)
		return use_comments(comments->all, finding, true);
	is_allowed = use_comments(comments->wide, finding, true);
	for (guint line = finding->at.line; line <= finding->at.end_line;
	     line++)
		is_allowed |= use_comments(
			g_hash_table_lookup(comments->by_line,
					    GUINT_TO_POINTER(line)),
			finding, true);
	return is_allowed;
}

static bool is_allowed_by_macro(const struct application *application,
				const struct finding *finding)
{
	bool is_allowed = false;

	for (guint i = 0; i < finding->macros->len; i++) {
		const struct written_macro *macro = &g_array_index(
			finding->macros, struct written_macro, i);

		is_allowed |= use_comments(
			g_hash_table_lookup(
				sorted_comments(application, macro->path)
					->by_macro,
				macro->name),
			finding, false);
	}
	return is_allowed;
}

static bool is_kept(void *context, const struct finding *finding)
{
	const struct application *application = context;
	bool by_line = is_allowed_by_line(application, finding);

	return !is_allowed_by_macro(application, finding) && !by_line;
}

/* Where a line is, or would be, among the unseen ones, which are sorted. */
static guint find_unseen(const GArray *unseen, const char *path, guint line)
{
	guint first = 0, end = unseen->len;

	while (first < end) {
		guint middle = first + (end - first) / 2;
		const struct unseen_line *other =
			&g_array_index(unseen, struct unseen_line, middle);
		int order = strcmp(other->path, path);

		if (order < 0 || (order == 0 && other->line < line))
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

static bool has_unseen(const GArray *unseen, const char *path,
		       const struct suppression *comment)
{
	guint index = find_unseen(unseen, path, comment->first);
	const struct unseen_line *line =
		index < unseen->len ?
			&g_array_index(unseen, struct unseen_line, index) :
			NULL;

	return line && strcmp(line->path, path) == 0 &&
	       line->line <= comment->last;
}

/* True if the analysis would have found what the comment is for. */
static bool is_judged(const struct application *application, const char *path,
		      const struct suppression *comment)
{
	const struct suppress_request *request = application->request;

	for (char **rule = comment->rules; *rule; rule++) {
		if (!request->is_enabled(request->context, *rule))
			return false;
	}
	if (has_unseen(application->report->unseen, path, comment))
		return false;
	return !comment->macro || request->is_whole;
}

static void report_stale(const struct application *application,
			 const char *path)
{
	const GPtrArray *comments = comments_of(application, path);

	for (guint i = 0; i < comments->len; i++) {
		const struct suppression *comment =
			g_ptr_array_index(comments, i);

		if (!comment->is_malformed && !comment->is_used &&
		    is_judged(application, path, comment))
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

static GHashTable *no_sorted(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     free_comments);
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
		.sorted = no_sorted(),
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
	g_hash_table_destroy(application.sorted);
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
		.sorted = no_sorted(),
		.reads = !request->comments,
	};

	report->suppressed += report_keep(report, is_kept, &application);
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		if (is_analysed(file))
			report_stale(&application, file->path);
	}
	g_hash_table_destroy(application.sorted);
	g_hash_table_unref(application.files);
}
