// SPDX-License-Identifier: GPL-2.0-only
/*
 * A change is judged by two analyses, of the tree with it and of the tree
 * without it. Whatever can be decided by looking at words is decided before
 * libclang is loaded.
 */
#include "check_change.h"

#include <string.h>

#include "base/name.h"
#include "base/path_kind.h"
#include "base/run_stats.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "change/change.h"
#include "change/users.h"
#include "change_asked.h"
#include "change_built.h"
#include "change_copies.h"
#include "change_run.h"
#include "findings/findings.h"
#include "findings/known.h"
#include "options/module_here.h"
#include "options/options.h"
#include "output/output.h"
#include "run/pass.h"
#include "run/shadows.h"
#include "run/triage.h"
#include "select/select.h"
#include "select/walk.h"

static bool is_of_module(const struct change_run *run)
{
	return strcmp(run->home, run->root) != 0;
}

static bool complete(struct change_run *run)
{
	if (run->is_complete)
		return true;
	run->is_complete = change_complete(run->session, &run->options->change,
					   run->home, &run->change);
	if (run->is_complete && !is_of_module(run))
		run->headers = change_headers(run->session,
					      &run->options->change, run->root,
					      &run->change);
	return run->is_complete;
}

static void list_files(struct change_run *run)
{
	const GPtrArray *files = run->change.files;

	for (guint i = 0; i < files->len; i++) {
		const struct changed_file *file = g_ptr_array_index(files, i);

		if (file->after &&
		    change_asks_for(run->options->select.paths, file->path))
			g_ptr_array_add(run->paths, g_strdup(file->path));
	}
}

/* What a module's repository has of headers says nothing of the tree's. */
static const char *base_key(const struct change_run *run,
			    const struct change_base *base)
{
	return is_of_module(run) ? NULL : base->key;
}

static const char *shared_key(const struct change_run *run)
{
	return base_key(run, g_ptr_array_index(run->change.bases, 0));
}

/*
 * What is selected depends on headers beside the files, which may be others
 * on disk. A header that is settled may include more of them.
 */
static bool select_beside(struct change_run *run,
			  const struct selection_scope *scope)
{
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gsize length = strlen(run->home);

	while (!run->is_complete) {
		g_autoptr(GPtrArray) headers = files_beside(scope);
		g_autoptr(GPtrArray) open = g_ptr_array_new();

		for (guint i = 0; i < headers->len; i++) {
			char *path = g_ptr_array_index(headers, i);

			if (name_is_within(path, run->root) && path[length] &&
			    !view_knows(scope->view, path) &&
			    g_hash_table_add(known, g_strdup(path)))
				g_ptr_array_add(open, path);
		}
		if (open->len == 0)
			break;
		if (!change_settle(run->session, &run->options->change,
				   run->home, &run->change, open))
			return false;
	}
	return true;
}

/* What a tree is known to hold need not be found by a walk. */
static void take_headers(struct change_run *run)
{
	struct tree *tree = &run->selection.tree;

	if (run->headers && !tree->headers)
		tree->headers = g_ptr_array_ref(run->headers);
}

/* The selection of some files of the tree with the change. */
static bool select_after(struct change_run *run, const GPtrArray *paths,
			 struct selection *ret_selection)
{
	struct selection_scope scope = {
		.root = run->root,
		.view = run->change.after,
		.paths = paths,
		.key = shared_key(run),
		.is_empty = run->change.files->len == 0 && !run->reaches_users,
		.tells_tree = options_tell_tree(&run->options->output),
	};

	memset(ret_selection, 0, sizeof(*ret_selection));
	if (!scope.is_empty &&
	    !files_names_are_known(&run->options->keep, &scope) &&
	    !complete(run))
		return false;
	if (!select_beside(run, &scope))
		return false;
	scope.headers = run->headers;
	return files_select_scope(run->session, &run->options->keep, &scope,
				  ret_selection);
}

/* A module is small: any file of it may include any header. Owned. */
static GPtrArray *all_sources(const struct change_run *run)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

	walk_view(run->session, run->change.after, run->home, paths);
	sort_strings(paths);
	return paths;
}

/*
 * What a build makes headers from may be any file that is no source, and for a
 * module its Makefiles say what all its files are compiled with.
 */
static bool look_at_others(struct change_run *run)
{
	if (run->change.others->len == 0)
		return true;
	if (is_of_module(run)) {
		run->reaches_users = true;
		return true;
	}
	if (!complete(run))
		return false;
	change_find_built(run->options, run->root, &run->change);
	return true;
}

/* Selects files that are concerned, besides the changed ones. */
static bool take_users(struct change_run *run, const GPtrArray *users)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	const guint nr_known = run->users->len;

	for (guint i = 0; i < users->len; i++) {
		const char *path = g_ptr_array_index(users, i);

		if (change_asks_for(run->options->select.paths, path) &&
		    !change_run_lists(run->paths, path) &&
		    !change_run_lists(run->users, path))
			g_ptr_array_add(run->users, g_strdup(path));
	}
	if (run->users->len == nr_known)
		return true;
	g_ptr_array_extend(all, run->paths, NULL, NULL);
	g_ptr_array_extend(all, run->users, NULL, NULL);
	selection_release(&run->selection);
	return select_after(run, all, &run->selection);
}

/* Finds who is concerned by changed headers, besides the changed files. */
static bool find_users(struct change_run *run)
{
	g_autoptr(GPtrArray) users = NULL;

	if (!run->reaches_users)
		return true;
	if (!complete(run))
		return false;
	users = is_of_module(run) ?
			all_sources(run) :
			change_users(run->session, &run->selection.tree,
				     &run->change);
	return take_users(run, users);
}

static bool find_copies(struct change_run *run)
{
	g_autoptr(GPtrArray) copies = NULL;

	if (is_of_module(run))
		return true;
	copies = change_copies(run->options, run->root, &run->change);
	return copies->len == 0 || (complete(run) && take_users(run, copies));
}

/*
 * What says of flags what a changed file says as well is checked with it,
 * though neither includes the other.
 */
static bool find_shadows(struct change_run *run)
{
	g_autoptr(GPtrArray) shadows = NULL;

	if (is_of_module(run) || !shadows_concern(&run->selection))
		return true;
	if (!complete(run))
		return false;
	shadows = shadows_places(&run->selection.tree);
	return take_users(run, shadows);
}

static bool has_files(const struct change_run *run)
{
	return run->selection.files->len > 0 || run->selection.texts->len > 0;
}

/*
 * The files to look at without the change: those that changed, and users in
 * which something was found; of them such as may have had the same findings.
 */
static GPtrArray *base_paths(const struct change_run *run,
			     const struct change_base *base)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	const GPtrArray *findings = run->pass.report.findings;
	struct compare_filter *filter = compare_filter_new(
		&run->pass.report, run->change.after, run->root);

	for (guint i = 0; i < run->change.files->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(run->change.files, i);

		if (view_text(base->view, file->old_path) &&
		    !change_run_lists(paths, file->old_path) &&
		    compare_filter_fits(filter, base->view, file->old_path))
			g_ptr_array_add(paths, g_strdup(file->old_path));
	}
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);
		g_autofree char *path =
			g_canonicalize_filename(finding->at.path, run->root);

		if (!change_run_lists(paths, path) &&
		    change_run_lists(run->users, path))
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
	compare_filter_free(filter);
	return paths;
}

static bool touches(void *context, const struct finding *finding)
{
	struct change_run *run = context;
	g_autofree char *path =
		g_canonicalize_filename(finding->at.path, run->root);

	return change_touches(&run->change, path, finding->at.line);
}

static const char *relative(const struct change_run *run, const char *path)
{
	return is_of_module(run) ? path : path + strlen(run->root) + 1;
}

/* Where files of the base are now, by paths of the tree. */
static GHashTable *relative_renames(const struct change_run *run,
				    const struct change_base *base)
{
	GHashTable *renames = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter iter;
	gpointer from, to;

	g_hash_table_iter_init(&iter, base->renames);
	while (g_hash_table_iter_next(&iter, &from, &to))
		g_hash_table_insert(renames, (gpointer)relative(run, from),
				    (gpointer)relative(run, to));
	return renames;
}

/* What was allowed before is none of today's business. */
static void triage_before(const struct change_run *run, const struct tree *tree,
			  struct report *report)
{
	struct session session;

	session_init(&session);
	triage_report(&session, run->options, tree, NULL, report);
	session_release(&session);
}

/* The headers of the tree without the change, if those with it are known. */
static GPtrArray *base_headers(const struct change_run *run,
			       const struct change_base *base)
{
	return run->headers ?
		       tree_headers_in(run->root, base->view, run->headers) :
		       NULL;
}

/* Takes out what one tree without the change holds as well. */
static bool drop_known(struct change_run *run, const struct change_base *base)
{
	g_autoptr(GPtrArray) paths = base_paths(run, base);
	g_autoptr(GHashTable) renames = relative_renames(run, base);
	g_autoptr(GPtrArray) headers = base_headers(run, base);
	const struct selection_scope scope = {
		.root = run->root,
		.view = base->view,
		.paths = paths,
		.headers = headers,
		.key = base_key(run, base),
	};
	const struct report_comparison comparison = {
		.renames = renames,
		.touches = touches,
		.context = run,
	};
	struct selection selection;
	struct check_pass pass;
	bool done;

	if (paths->len == 0)
		return true;
	check_pass_init(&pass);
	done = files_select_scope(run->session, &run->options->keep, &scope,
				  &selection) &&
	       check_pass_run(run->session, run->options, &selection, &pass) ==
		       CHECK_DONE;
	run_stats_add(&run->pass.report.stats, &pass.report.stats);
	if (done)
		triage_before(run, &selection.tree, &pass.report);
	if (done)
		run->nr_known += report_drop_known(&run->pass.report,
						   &pass.report, &comparison);
	check_pass_release(&pass);
	selection_release(&selection);
	return done;
}

static bool drop_all_known(struct change_run *run)
{
	const GPtrArray *bases = run->change.bases;

	if (run->pass.report.findings->len > 0 && !complete(run))
		return false;
	for (guint i = 0; i < bases->len; i++) {
		if (run->pass.report.findings->len > 0 &&
		    !drop_known(run, g_ptr_array_index(bases, i)))
			return false;
	}
	if (run->options->change.changed_lines)
		run->nr_elsewhere =
			report_keep(&run->pass.report, touches, run);
	return true;
}

static int check_files(struct change_run *run)
{
	g_autofree char *scope = NULL;
	enum check_end end;

	if (!change_read(run->session, &run->options->change, run->home,
			 &run->change))
		return output_failure(run->session, NULL);
	list_files(run);
	if (!look_at_others(run))
		return output_failure(run->session, NULL);
	run->reaches_users |= change_reaches_users(&run->change);
	if (!select_after(run, run->paths, &run->selection) ||
	    !find_users(run) || !find_copies(run) || !find_shadows(run) ||
	    (has_files(run) && !complete(run)))
		return output_failure(run->session, NULL);
	take_headers(run);
	if (!has_files(run))
		change_rest(&run->change);
	end = check_pass_run(run->session, run->options, &run->selection,
			     &run->pass);
	if (end == CHECK_DUMPED)
		return 0;
	if (end == CHECK_FAILED)
		return output_failure(run->session, NULL);
	triage_report(run->session, run->options, &run->selection.tree, NULL,
		      &run->pass.report);
	if (!drop_all_known(run))
		return output_failure(run->session, NULL);
	triage_baseline(run->session, run->options, &run->selection.tree, NULL,
			&run->pass.report);
	scope = change_run_describe(run);
	return check_pass_write(run->session, run->options, &run->pass, scope);
}

int check_change(struct session *session, const struct options *options)
{
	struct change_run run = {
		.session = session,
		.options = options,
		.root = files_tree_root(session, &options->select),
		.paths = g_ptr_array_new_with_free_func(g_free),
		.users = g_ptr_array_new_with_free_func(g_free),
	};
	g_autofree char *module =
		options_module_root(&options->select, run.root);
	int status;

	run.home = module ? module : run.root;
	check_pass_init(&run.pass);
	status = run.root ? check_files(&run) : output_failure(session, NULL);
	check_pass_release(&run.pass);
	selection_release(&run.selection);
	change_release(&run.change);
	if (run.headers)
		g_ptr_array_unref(run.headers);
	g_ptr_array_free(run.paths, TRUE);
	g_ptr_array_free(run.users, TRUE);
	return status;
}
