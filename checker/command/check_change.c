// SPDX-License-Identifier: GPL-2.0-only
/*
 * A change is judged by two analyses, of the tree with it and of the tree
 * without it. Whatever can be decided by looking at words is decided before
 * libclang is loaded.
 */
#include "check_change.h"

#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "base/work.h"
#include "change/change.h"
#include "change/users.h"
#include "findings/findings.h"
#include "findings/known.h"
#include "options/module_here.h"
#include "options/options.h"
#include "output/output.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"
#include "select/walk.h"

/* A change on its way to its findings. */
struct course {
	struct session *session;
	const struct options *options;
	const char *root; /* of the tree */
	const char *home; /* whose files change: the tree, or a module */
	struct change change;
	bool is_complete;   /* the views hold the whole tree */
	bool reaches_users; /* a changed header may concern other files */
	GPtrArray *paths;   /* char *, absolute: files to look at, after */
	GPtrArray *users;   /* char *, absolute: of changed headers */
	GPtrArray *headers; /* of the tree, once that is complete; or NULL */
	guint nr_known;	    /* findings that were there before */
	guint nr_elsewhere; /* findings on lines that are not touched */
	struct selection selection;
	struct check_pass pass;
};

static bool is_of_module(const struct course *course)
{
	return strcmp(course->home, course->root) != 0;
}

static bool complete(struct course *course)
{
	if (course->is_complete)
		return true;
	course->is_complete = change_complete(course->session, course->options,
					      course->home, &course->change);
	if (course->is_complete && !is_of_module(course))
		course->headers = change_headers(course->session,
						 course->options, course->root,
						 &course->change);
	return course->is_complete;
}

/* A word of the command line as an absolute path; it may be gone by now. */
static char *absolute_path(const char *word)
{
	char *real = realpath(word, NULL);

	return real ? real : g_canonicalize_filename(word, NULL);
}

/* True if the words of the command line leave the file in. */
static bool is_asked_for(const struct options *options, const char *path)
{
	for (guint i = 0; i < options->paths->len; i++) {
		g_autofree char *wanted =
			absolute_path(g_ptr_array_index(options->paths, i));

		if (name_is_within(path, wanted))
			return true;
	}
	return options->paths->len == 0;
}

static void list_files(struct course *course)
{
	const GPtrArray *files = course->change.files;

	for (guint i = 0; i < files->len; i++) {
		const struct changed_file *file = g_ptr_array_index(files, i);

		if (file->after && is_asked_for(course->options, file->path))
			g_ptr_array_add(course->paths, g_strdup(file->path));
	}
}

/* What a module's repository has of headers says nothing of the tree's. */
static const char *base_key(const struct course *course,
			    const struct change_base *base)
{
	return is_of_module(course) ? NULL : base->key;
}

static const char *shared_key(const struct course *course)
{
	return base_key(course, g_ptr_array_index(course->change.bases, 0));
}

/*
 * What is selected depends on headers beside the files, which may be others
 * on disk. A header that is settled may include more of them.
 */
static bool settle_beside(struct course *course,
			  const struct selection_scope *scope)
{
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gsize length = strlen(course->home);

	while (!course->is_complete) {
		g_autoptr(GPtrArray) headers = files_beside(scope);
		g_autoptr(GPtrArray) open = g_ptr_array_new();

		for (guint i = 0; i < headers->len; i++) {
			char *path = g_ptr_array_index(headers, i);

			if (name_is_within(path, course->root) &&
			    path[length] && !view_knows(scope->view, path) &&
			    g_hash_table_add(known, g_strdup(path)))
				g_ptr_array_add(open, path);
		}
		if (open->len == 0)
			break;
		if (!change_settle(course->session, course->options,
				   course->home, &course->change, open))
			return false;
	}
	return true;
}

/* What a tree is known to hold need not be found by a walk. */
static void take_headers(struct course *course)
{
	struct tree *tree = &course->selection.tree;

	if (course->headers && !tree->headers)
		tree->headers = g_ptr_array_ref(course->headers);
}

/* The selection of some files of the tree with the change. */
static bool select_after(struct course *course, const GPtrArray *paths,
			 struct selection *ret_selection)
{
	struct selection_scope scope = {
		.root = course->root,
		.view = course->change.after,
		.paths = paths,
		.key = shared_key(course),
		.is_empty = course->change.files->len == 0 &&
			    !course->reaches_users,
	};

	memset(ret_selection, 0, sizeof(*ret_selection));
	if (!scope.is_empty &&
	    !files_names_are_known(course->options, &scope) &&
	    !complete(course))
		return false;
	if (!settle_beside(course, &scope))
		return false;
	scope.headers = course->headers;
	return files_select_scope(course->session, course->options, &scope,
				  ret_selection);
}

static bool is_listed(const GPtrArray *paths, const char *path)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)paths, path,
						g_str_equal, NULL);
}

/* A module is small: any file of it may include any header. Owned. */
static GPtrArray *all_sources(const struct course *course)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

	walk_view(course->session, course->change.after, course->home, paths);
	sort_strings(paths);
	return paths;
}

/* Finds who is concerned by changed headers, besides the changed files. */
static bool find_users(struct course *course)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	g_autoptr(GPtrArray) users = NULL;

	if (!course->reaches_users)
		return true;
	if (!complete(course))
		return false;
	users = is_of_module(course) ?
			all_sources(course) :
			change_users(course->session, &course->selection.tree,
				     &course->change);
	for (guint i = 0; i < users->len; i++) {
		const char *path = g_ptr_array_index(users, i);

		if (is_asked_for(course->options, path) &&
		    !is_listed(course->paths, path))
			g_ptr_array_add(course->users, g_strdup(path));
	}
	if (course->users->len == 0)
		return true;
	g_ptr_array_extend(all, course->paths, NULL, NULL);
	g_ptr_array_extend(all, course->users, NULL, NULL);
	selection_release(&course->selection);
	return select_after(course, all, &course->selection);
}

/* Selected files that the change does not touch. */
static guint count_users(const struct course *course)
{
	const GArray *files = course->selection.files;
	guint nr = 0;

	for (guint i = 0; i < files->len; i++) {
		const struct selected_file *file =
			&g_array_index(files, struct selected_file, i);
		g_autofree char *path =
			g_canonicalize_filename(file->path, course->root);

		nr += is_listed(course->users, path);
	}
	return nr;
}

/*
 * The files to look at without the change: those that changed, and users in
 * which something was found; of them such as may have had the same findings.
 */
static GPtrArray *base_paths(const struct course *course,
			     const struct change_base *base)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	const GPtrArray *findings = course->pass.report.findings;
	struct likely *likely = likely_new(&course->pass.report,
					   course->change.after, course->root);

	for (guint i = 0; i < course->change.files->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(course->change.files, i);

		if (view_text(base->view, file->old_path) &&
		    !is_listed(paths, file->old_path) &&
		    likely_in(likely, base->view, file->old_path))
			g_ptr_array_add(paths, g_strdup(file->old_path));
	}
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);
		g_autofree char *path =
			g_canonicalize_filename(finding->at.path, course->root);

		if (!is_listed(paths, path) && is_listed(course->users, path))
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
	likely_free(likely);
	return paths;
}

static bool touches(void *context, const struct finding *finding)
{
	struct course *course = context;
	g_autofree char *path =
		g_canonicalize_filename(finding->at.path, course->root);

	return change_touches(&course->change, path, finding->at.line);
}

static const char *relative(const struct course *course, const char *path)
{
	return is_of_module(course) ? path : path + strlen(course->root) + 1;
}

/* Where files of the base are now, by paths of the tree. */
static GHashTable *relative_renames(const struct course *course,
				    const struct change_base *base)
{
	GHashTable *renames = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter iter;
	gpointer from, to;

	g_hash_table_iter_init(&iter, base->renames);
	while (g_hash_table_iter_next(&iter, &from, &to))
		g_hash_table_insert(renames, (gpointer)relative(course, from),
				    (gpointer)relative(course, to));
	return renames;
}

/* What was allowed before is none of today's business. */
static void settle_quietly(const struct course *course, const struct tree *tree,
			   struct report *report)
{
	struct session session;

	session_init(&session);
	settle_report(&session, course->options, tree, NULL, report);
	session_release(&session);
}

/* The headers of the tree without the change, if those with it are known. */
static GPtrArray *base_headers(const struct course *course,
			       const struct change_base *base)
{
	return course->headers ? tree_headers_in(course->root, base->view,
						 course->headers) :
				 NULL;
}

/* Takes out what one tree without the change holds as well. */
static bool drop_known(struct course *course, const struct change_base *base)
{
	g_autoptr(GPtrArray) paths = base_paths(course, base);
	g_autoptr(GHashTable) renames = relative_renames(course, base);
	g_autoptr(GPtrArray) headers = base_headers(course, base);
	const struct selection_scope scope = {
		.root = course->root,
		.view = base->view,
		.paths = paths,
		.headers = headers,
		.key = base_key(course, base),
	};
	const struct newness newness = {
		.renames = renames,
		.touches = touches,
		.context = course,
	};
	struct selection selection;
	struct check_pass pass;
	bool done;

	if (paths->len == 0)
		return true;
	check_pass_init(&pass);
	done = files_select_scope(course->session, course->options, &scope,
				  &selection) &&
	       check_pass_run(course->session, course->options, &selection,
			      &pass) == CHECK_DONE;
	work_add(&course->pass.report.work, &pass.report.work);
	if (done)
		settle_quietly(course, &selection.tree, &pass.report);
	if (done)
		course->nr_known += report_drop_known(&course->pass.report,
						      &pass.report, &newness);
	check_pass_release(&pass);
	selection_release(&selection);
	return done;
}

static bool drop_all_known(struct course *course)
{
	const GPtrArray *bases = course->change.bases;

	if (course->pass.report.findings->len > 0 && !complete(course))
		return false;
	for (guint i = 0; i < bases->len; i++) {
		if (course->pass.report.findings->len > 0 &&
		    !drop_known(course, g_ptr_array_index(bases, i)))
			return false;
	}
	if (course->options->changed_lines)
		course->nr_elsewhere =
			report_keep(&course->pass.report, touches, course);
	return true;
}

static const char *change_name(const struct options *options)
{
	switch (options->change) {
	case CHANGE_STAGED:
		return "what is staged";
	case CHANGE_SINCE:
		return options->revision;
	case CHANGE_PATCH:
		return strcmp(options->patch, "-") == 0 ? "standard input" :
							  options->patch;
	case CHANGE_NONE:
		break;
	}
	return "";
}

/* "since v6.12: 3 C files and headers, 1 with flags; ..." */
static char *describe(const struct course *course)
{
	GString *text = g_string_new(NULL);
	guint nr_users = count_users(course);
	guint nr_flags = course->selection.files->len - nr_users;

	g_string_append_printf(
		text, "%s%s: %u C files and headers, %u with flags",
		course->options->change == CHANGE_SINCE ? "since " : "",
		change_name(course->options), course->change.files->len,
		nr_flags);
	if (course->change.nr_other > 0)
		g_string_append_printf(text, "; %u other files",
				       course->change.nr_other);
	if (nr_users > 0)
		g_string_append_printf(
			text, "; %u users of changed headers checked again",
			nr_users);
	if (course->nr_known > 0)
		g_string_append_printf(text, "; %u findings were there before",
				       course->nr_known);
	if (course->nr_elsewhere > 0)
		g_string_append_printf(
			text, "; %u findings on lines that it does not touch",
			course->nr_elsewhere);
	return g_string_free(text, FALSE);
}

static int run(struct course *course)
{
	g_autofree char *scope = NULL;
	enum check_end end;

	if (!change_read(course->session, course->options, course->home,
			 &course->change))
		return output_failure(course->session, NULL);
	list_files(course);
	course->reaches_users = change_reaches_users(&course->change);
	if (!select_after(course, course->paths, &course->selection) ||
	    !find_users(course) ||
	    (course->selection.files->len > 0 && !complete(course)))
		return output_failure(course->session, NULL);
	take_headers(course);
	if (course->selection.files->len == 0)
		change_rest(&course->change);
	end = check_pass_run(course->session, course->options,
			     &course->selection, &course->pass);
	if (end == CHECK_DUMPED)
		return 0;
	if (end == CHECK_FAILED)
		return output_failure(course->session, NULL);
	settle_report(course->session, course->options, &course->selection.tree,
		      NULL, &course->pass.report);
	if (!drop_all_known(course))
		return output_failure(course->session, NULL);
	settle_baseline(course->session, course->options, NULL,
			&course->pass.report);
	scope = describe(course);
	return check_pass_write(course->session, course->options, &course->pass,
				scope);
}

int check_change(struct session *session, const struct options *options)
{
	struct course course = {
		.session = session,
		.options = options,
		.root = files_tree_root(session, options),
		.paths = g_ptr_array_new_with_free_func(g_free),
		.users = g_ptr_array_new_with_free_func(g_free),
	};
	g_autofree char *module =
		course.root ? options_module_root(options, course.root) : NULL;
	int status;

	course.home = module ? module : course.root;
	check_pass_init(&course.pass);
	status = course.root ? run(&course) : output_failure(session, NULL);
	check_pass_release(&course.pass);
	selection_release(&course.selection);
	change_release(&course.change);
	if (course.headers)
		g_ptr_array_unref(course.headers);
	g_ptr_array_free(course.paths, TRUE);
	g_ptr_array_free(course.users, TRUE);
	return status;
}
