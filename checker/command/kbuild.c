// SPDX-License-Identifier: GPL-2.0-only
/*
 * Called for every file of a build: most hold no flag, which words alone
 * decide. What Kbuild has in its environment tells the tree and the build
 * (srctree, objtree and SRCARCH, 5.4 to 6.18).
 */
#include "commands.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/project_root.h"
#include "base/session.h"
#include "base/text_file.h"
#include "options/options.h"
#include "output/output.h"
#include "run/cache_folder.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"

/*
 * The names that headers wrap are learned anew after this time, or when a
 * folder or one of the headers below has changed: to look at all headers in
 * every call would cost more than all the rest.
 */
enum { NAMES_SECONDS = 600 };

static const char *const watched[] = {
	"include",
	"include/linux",
	"include/linux/mm.h",
	"include/linux/mm_types.h",
	"include/linux/mm_inline.h",
};

/* A folder that the environment names, absolute; owned, or NULL. */
static char *folder_of_make(const char *variable)
{
	const char *value = g_getenv(variable);
	g_autofree char *here = g_get_current_dir();

	return value && *value ? g_canonicalize_filename(value, here) : NULL;
}

static bool has_file(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The tree whose headers the words name; owned, or NULL. */
static char *tree_of_words(const GPtrArray *words)
{
	g_autofree char *here = g_get_current_dir();

	for (guint i = 0; i < words->len; i++) {
		const char *word = g_ptr_array_index(words, i);
		g_autofree char *include = NULL;
		g_autofree char *root = NULL;

		if (!g_str_has_prefix(word, "-I"))
			continue;
		include = g_canonicalize_filename(word + strlen("-I"), here);
		root = g_path_get_dirname(include);
		if (g_str_has_suffix(include, "/include") &&
		    is_kernel_tree(root))
			return g_steal_pointer(&root);
	}
	return NULL;
}

static const char *keep(struct session *session, const char *text)
{
	return text ? session_string(session, text) : NULL;
}

/* What the options do not say, make does. */
static void ask_make(struct session *session, struct options *options)
{
	g_autofree char *tree = folder_of_make("srctree");
	g_autofree char *build = folder_of_make("objtree");
	const char *arch = g_getenv("SRCARCH");

	if (!tree || !is_kernel_tree(tree)) {
		g_free(tree);
		tree = tree_of_words(options->arguments.by_make);
	}
	if (!build)
		build = g_get_current_dir();
	if (!options->select.tree)
		options->select.tree = keep(session, tree);
	if (!options->arguments.build && has_file(build, ".config"))
		options->arguments.build = keep(session, build);
	if (options->arguments.arches->len == 0 && arch && *arch)
		g_ptr_array_add(options->arguments.arches,
				(gpointer)session_string(session, arch));
}

/* What the names of the shared headers depend on, as far as it is looked at. */
static char *names_key(const char *root)
{
	gint64 now = g_get_real_time() / G_USEC_PER_SEC;
	GString *key = g_string_new(NULL);

	g_string_append_printf(key, "make %" G_GINT64_FORMAT,
			       now / NAMES_SECONDS);
	for (gsize i = 0; i < G_N_ELEMENTS(watched); i++) {
		g_autofree char *path =
			g_build_filename(root, watched[i], NULL);
		GStatBuf status;

		if (g_stat(path, &status) == 0)
			g_string_append_printf(key,
					       " %" G_GINT64_FORMAT ".%09ld",
					       (gint64)status.st_mtim.tv_sec,
					       (long)status.st_mtim.tv_nsec);
	}
	return g_string_free(key, FALSE);
}

static enum verbosity verbosity_of_make(void)
{
	const char *level = g_getenv("KBUILD_VERBOSE");

	return level && strchr(level, '1') ? VERBOSE : BRIEF;
}

/* True if the caller wants to know of what went wrong by the exit code. */
static int failure(const struct session *session, const struct options *options)
{
	int status = output_failure(session, NULL);

	return options->output.fail_on == FAIL_ON_NEVER ? 0 : status;
}

static int check(struct session *session, const struct options *options,
		 const struct selection *selection)
{
	struct check_pass pass;
	int status;

	if (selection->files->len == 0)
		return 0;
	check_pass_init(&pass);
	if (check_pass_run(session, options, selection, &pass) == CHECK_DONE) {
		triage_report(session, options, &selection->tree, NULL,
			      &pass.report);
		triage_baseline(session, options, &selection->tree, NULL,
				&pass.report);
		status = output_for_make(
			session, &options->output, &pass.report,
			g_ptr_array_index(options->select.paths, 0),
			verbosity_of_make());
	} else {
		status = failure(session, options);
	}
	check_pass_release(&pass);
	return status;
}

/* Checks what is at a path, absolute, with all that make told. */
static int check_path(struct session *session, const struct options *options,
		      GPtrArray *paths)
{
	struct selection selection = { 0 };
	struct selection_scope scope = {
		.root = files_tree_root(session, &options->select),
		.paths = paths,
		.tells_tree = true,
	};
	g_autofree char *key = NULL;
	int status;

	if (!scope.root)
		return failure(session, options);
	key = names_key(scope.root);
	scope.key = key;
	if (!files_may_matter(&options->keep, &scope))
		return 0;
	if (files_select_scope(session, &options->keep, &scope, &selection))
		status = check(session, options, &selection);
	else
		status = failure(session, options);
	selection_release(&selection);
	return status;
}

static int check_file(struct session *session, const struct options *options)
{
	const char *file = g_ptr_array_index(options->select.paths, 0);
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(free);
	g_autoptr(GPtrArray) arches =
		g_ptr_array_copy(options->arguments.arches, NULL, NULL);
	struct options told = *options;
	char *path = realpath(file, NULL);

	if (!path) {
		session_problem(session, "kbuild", file, 0, "%s",
				g_strerror(errno));
		return failure(session, options);
	}
	g_ptr_array_add(paths, path);
	/* Assembly, and whatever else is none of ours. */
	if (!g_str_has_suffix(path, ".c"))
		return 0;
	told.arguments.arches = arches;
	ask_make(session, &told);
	return check_path(session, &told, paths);
}

int kbuild_run(struct session *session, const struct options *options)
{
	return cache_folder_use(session, options, check_file);
}
