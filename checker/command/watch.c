// SPDX-License-Identifier: GPL-2.0-only
/*
 * Two answers to each save. The quick one is of the file alone, by units that
 * were kept; the sure one is a run like any other, over a warm cache, as soon
 * as nobody saves for a moment. What the second says counts.
 */
#include "watch.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>

#include "base/session.h"
#include "options/options.h"
#include "output/output.h"
#include "run/edited_file.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"
#include "watch_folders.h"

/* A pause after a save in which a run of half a second disturbs nobody. */
enum { PAUSE_MS = 250 };

/* One run over all that is watched. */
struct round {
	struct session session;
	struct selection selection;
	struct check_pass pass;
};

struct watch {
	struct session *session; /* for what ends the watch */
	const struct options *options;
	struct round *round;	  /* the last one that was done */
	struct edited_file *file; /* of a round that may be older; or NULL */
	struct round *file_round; /* that round, if it is not the last one */
	struct watch_folders *folders;
	struct output_shown *shown;
	const char *root;
};

static void round_free(struct round *round)
{
	if (!round)
		return;
	check_pass_release(&round->pass);
	selection_release(&round->selection);
	session_release(&round->session);
	g_free(round);
}

static struct round *round_run(const struct options *options, bool *ret_done)
{
	struct round *round = g_new0(struct round, 1);

	session_init(&round->session);
	check_pass_init(&round->pass);
	*ret_done = files_select(&round->session, &options->select,
				 &options->keep, &round->selection) &&
		    check_pass_run(&round->session, options, &round->selection,
				   &round->pass) == CHECK_DONE;
	if (*ret_done) {
		triage_report(&round->session, options, &round->selection.tree,
			      NULL, &round->pass.report);
		triage_baseline(&round->session, options,
				&round->selection.tree, NULL,
				&round->pass.report);
	}
	return round;
}

/* What is kept in the worker is of no use any more. */
static void forget_file(struct watch *watch)
{
	edited_file_free(watch->file);
	round_free(watch->file_round);
	watch->file = NULL;
	watch->file_round = NULL;
}

static double seconds_since(gint64 begin_us)
{
	return (double)(g_get_monotonic_time() - begin_us) / G_USEC_PER_SEC;
}

/* The name of a file in the tree; other files keep theirs. */
static const char *below_root(const struct watch *watch, const char *path)
{
	gsize length = strlen(watch->root);

	return strncmp(path, watch->root, length) == 0 && path[length] == '/' ?
		       path + length + 1 :
		       path;
}

static void begin_file(struct watch *watch)
{
	if (!watch->file)
		watch->file = edited_file_new(watch->options,
					      &watch->round->selection,
					      &watch->round->pass);
}

/* The quick answer; false if there is none. */
static bool answer(struct watch *watch, const char *path, gint64 begin_us)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	struct options narrowed = *watch->options;
	struct report report;
	struct session session;
	const char *below = below_root(watch, path);
	struct output_change change = {
		.root = watch->root,
		.report = &report,
		.path = below,
		.what = below,
		.tells_always = true,
	};
	bool done, is_past = false;

	begin_file(watch);
	/* A part of the tree cannot tell what is of no use any more. */
	g_ptr_array_add(paths, (gpointer)path);
	narrowed.select.paths = paths;
	session_init(&session);
	report_init(&report);
	done = edited_file_run(watch->file, path, &report, &is_past);
	/* Of a mixture of two states nothing is told; the next save is. */
	if (done && !is_past) {
		report_finish(&report);
		triage_report(&session, &narrowed,
			      &watch->round->selection.tree, NULL, &report);
		triage_baseline(&session, &narrowed,
				&watch->round->selection.tree, NULL, &report);
		change.seconds = seconds_since(begin_us);
		output_changes(&session, &watch->options->output, &change,
			       watch->shown);
	}
	report_release(&report);
	session_release(&session);
	return done;
}

/*
 * The sure answer. A run that fails is told, and the last one stays; of one
 * while files were saved nothing is told. Returns what came meanwhile.
 */
static enum watch_end answer_surely(struct watch *watch, const char *what,
				    bool tells_always, GHashTable *ret_changed)
{
	const gint64 begin_us = g_get_monotonic_time();
	struct output_change change = {
		.root = watch->root,
		.what = what,
		.tells_always = tells_always,
	};
	bool done = false;
	struct round *round = round_run(watch->options, &done);
	enum watch_end end = watch_folders_wait(watch->folders, 0, ret_changed);

	if (!done)
		output_failure(&round->session, NULL);
	if (!done || end != WATCH_QUIET) {
		round_free(round);
		return end;
	}
	change.report = &round->pass.report;
	change.seconds = seconds_since(begin_us);
	output_changes(&round->session, &watch->options->output, &change,
		       watch->shown);
	if (watch->file && !watch->file_round)
		watch->file_round = watch->round;
	else
		round_free(watch->round);
	watch->round = round;
	return end;
}

static bool matters(const char *path)
{
	static const char *const names[] = { "Makefile", "Kbuild", "Kconfig",
					     ".vmalint", NULL };
	g_autofree char *name = g_path_get_basename(path);

	return *path == '\0' || g_str_has_suffix(name, ".c") ||
	       g_str_has_suffix(name, ".h") ||
	       g_str_has_prefix(name, "Kconfig") ||
	       g_strv_contains(names, name) ||
	       g_file_test(path, G_FILE_TEST_IS_DIR);
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
	return strcmp(a, b);
}

/*
 * Answers quickly where that can be done. Returns what to say of the rest: the
 * name of what else has changed, borrowed; NULL if there is nothing else.
 */
static const char *answer_saves(struct watch *watch, GList *paths)
{
	const gint64 begin_us = g_get_monotonic_time();
	const char *rest = NULL;

	for (GList *at = paths; at; at = at->next) {
		const char *path = at->data;

		if (g_str_has_suffix(path, ".c") &&
		    answer(watch, path, begin_us))
			continue;
		rest = *path ? below_root(watch, path) : watch->root;
		/* A header may be in what the worker has precompiled. */
		forget_file(watch);
	}
	return rest;
}

static GList *sorted_paths(GHashTable *changed)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, changed);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (!matters(path))
			g_hash_table_iter_remove(&iter);
	}
	return g_list_sort(g_hash_table_get_keys(changed), compare_paths);
}

/* Handles what has changed until nothing changes for a moment. */
static enum watch_end handle(struct watch *watch, GHashTable *changed)
{
	g_autofree char *rest = NULL;
	enum watch_end end = WATCH_CHANGED;
	bool is_any = false;

	while (end == WATCH_CHANGED) {
		GList *paths = sorted_paths(changed);
		const char *what = answer_saves(watch, paths);

		is_any = is_any || paths;
		if (what) {
			g_free(rest);
			rest = g_strdup(what);
		}
		g_list_free(paths);
		g_hash_table_remove_all(changed);
		end = watch_folders_wait(watch->folders, PAUSE_MS, changed);
		if (end == WATCH_QUIET && is_any)
			end = answer_surely(watch, rest ? rest : watch->root,
					    rest != NULL, changed);
	}
	return end;
}

static void add_folders(struct watch *watch)
{
	const GPtrArray *paths = watch->options->select.paths;
	g_autofree char *include =
		g_build_filename(watch->root, "include", NULL);
	g_autofree char *arch = g_build_filename(watch->root, "arch", NULL);

	for (guint i = 0; i < paths->len; i++) {
		g_autofree char *path = g_canonicalize_filename(
			g_ptr_array_index(paths, i), NULL);

		watch_folders_add(watch->folders, path);
	}
	if (paths->len == 0) {
		watch_folders_add(watch->folders, watch->root);
		return;
	}
	watch_folders_add(watch->folders, include);
	watch_folders_add(watch->folders, arch);
}

static int go_on(struct watch *watch)
{
	g_autoptr(GHashTable) changed =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	enum watch_end end = WATCH_QUIET;

	output_watching(watch->shown, watch_folders_count(watch->folders),
			watch_folders_lost(watch->folders));
	while (end == WATCH_QUIET || end == WATCH_CHANGED) {
		end = watch_folders_wait(watch->folders, -1, changed);
		if (end == WATCH_CHANGED)
			end = handle(watch, changed);
	}
	/* As a shell says it of a program that a signal has ended. */
	if (end == WATCH_INTERRUPT)
		return 128 + SIGINT;
	return end == WATCH_TERMINATED ? 128 + SIGTERM : 0;
}

static int begin(struct watch *watch)
{
	bool done = false;
	struct round *round;

	watch->folders = watch_folders_new();
	if (!watch->folders) {
		session_problem(watch->session, "watch", NULL, 0,
				"--watch: cannot watch folders: %s",
				g_strerror(errno));
		return output_failure(watch->session, NULL);
	}
	watch->root = files_tree_root(watch->session, &watch->options->select);
	if (!watch->root)
		return output_failure(watch->session, NULL);
	/* Before the run, so that no save is missed that it does not see. */
	add_folders(watch);
	round = round_run(watch->options, &done);
	watch->round = round;
	if (!done)
		return output_failure(&round->session, NULL);
	check_pass_write(&round->session, watch->options, &round->pass, NULL);
	output_shown_take(watch->shown, &round->session, &round->pass.report);
	begin_file(watch);
	edited_file_warm_up(watch->file);
	return go_on(watch);
}

int watch_run(struct session *session, const struct options *options)
{
	struct watch watch = {
		.session = session,
		.options = options,
		.shown = output_shown_new(),
	};
	int status;

	status = begin(&watch);
	forget_file(&watch);
	round_free(watch.round);
	watch_folders_free(watch.folders);
	output_shown_free(watch.shown);
	return status;
}
