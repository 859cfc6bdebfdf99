// SPDX-License-Identifier: GPL-2.0-only
/*
 * The hook is a script of a few lines that calls us. A hook that was there
 * before is kept beside it and runs first.
 */
#include "commands.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/name.h"
#include "base/project_root.h"
#include "base/session.h"
#include "base/text_file.h"
#include "change/git/git.h"
#include "check.h"
#include "options/options.h"
#include "output/output.h"
#include "run/cache_folder.h"
#include "select/select.h"

/* git runs the second in the place of the first when it makes a merge. */
static const char *const hook_names[] = { "pre-commit", "pre-merge-commit" };

/* How we know our own script, whatever else is in it. */
#define MARK "# Installed by 'vmalint hook install'."

/* What was there before is kept under this ending. */
#define SAVED ".before-vmalint"

/* " --tree DIR" of a module's repository; owned. */
static char *tree_words(const struct options *options)
{
	g_autofree char *path =
		options->select.tree ?
			g_canonicalize_filename(options->select.tree, NULL) :
			NULL;
	g_autofree char *quoted = path ? g_shell_quote(path) : NULL;

	return quoted ? g_strconcat(" --tree ", quoted, NULL) : g_strdup("");
}

static char *script(const struct options *options)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *quoted = g_shell_quote(program ? program : "vmalint");
	g_autofree char *tree = tree_words(options);

	return g_strdup_printf(
		"#!/bin/sh\n" MARK
		"\n# 'vmalint hook uninstall' takes it out again.\n"
		"if [ -x \"$0" SAVED "\" ]; then\n"
		"\t\"$0" SAVED "\" \"$@\" || exit\n"
		"fi\n"
		"if ! command -v %s >/dev/null 2>&1; then\n"
		"\techo \"vmalint: the program is gone; nothing was checked\" >&2\n"
		"\texit 0\n"
		"fi\n"
		"exec %s hook run%s\n",
		quoted, quoted, tree);
}

/* The folder of hooks, wherever the configuration puts it; or NULL. */
static char *hooks_folder(struct session *session)
{
	static const char *const words[] = { "rev-parse", "--git-path", "hooks",
					     NULL };
	g_autofree char *here = g_get_current_dir();
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	g_autofree char *name = NULL;
	struct git git;
	gsize length = 0;
	const char *text = NULL;
	char *folder = NULL;

	if (git_open(here, &git, &reason))
		output = git_run(&git, words, NULL, &reason);
	if (output)
		text = g_bytes_get_data(output, &length);
	name = text && length > 1 ? g_strndup(text, length - 1) : NULL;
	if (name)
		folder = g_canonicalize_filename(name, git.folder);
	else
		session_problem(session, "hook", NULL, 0,
				"not in a git repository: %s",
				reason ? reason : "git says nothing");
	git_close(&git);
	return folder;
}

/* Without links, as far as there is such a folder; owned. */
static char *resolved(const char *name, const char *folder)
{
	g_autofree char *path = g_canonicalize_filename(name, folder);
	char *real = realpath(path, NULL);
	char *copy = g_strdup(real ? real : path);

	free(real);
	return copy;
}

/* True if the folder of hooks lies in this repository or its work tree. */
static bool is_of_repository(const char *hooks)
{
	static const char *const words[] = { "rev-parse", "--git-common-dir",
					     NULL };
	g_autofree char *here = g_get_current_dir();
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	struct git git;
	bool is_own = false;

	if (git_open(here, &git, &reason))
		output = git_run(&git, words, NULL, &reason);
	if (output) {
		gsize length = 0;
		const char *text = g_bytes_get_data(output, &length);
		g_autofree char *name = g_strndup(text, MAX(length, 1) - 1);
		g_autofree char *common = resolved(name, git.folder);
		g_autofree char *top = resolved(git.top, NULL);
		g_autofree char *folder = resolved(hooks, NULL);

		is_own = name_is_within(folder, common) ||
			 name_is_within(folder, top);
	}
	git_close(&git);
	return is_own;
}

/* A folder that core.hooksPath shares serves repositories of other kinds. */
static bool check_folder(struct session *session, const char *folder)
{
	if (is_of_repository(folder))
		return true;
	session_problem(session, "hook", folder, 0,
			"is shared with other repositories (core.hooksPath): "
			"nothing is installed; 'git config core.hooksPath "
			"\"$(git rev-parse --git-common-dir)/hooks\"' gives "
			"this one hooks of its own, or let the shared "
			"pre-commit call 'vmalint hook run'");
	return false;
}

static bool is_ours(const char *path)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);

	return text && strstr(text, MARK);
}

static bool exists(const char *path)
{
	GStatBuf status;

	return g_lstat(path, &status) == 0;
}

static bool move(struct session *session, const char *from, const char *to)
{
	if (exists(to)) {
		session_problem(session, "hook", to, 0,
				"is in the way; move it elsewhere");
		return false;
	}
	if (g_rename(from, to) == 0)
		return true;
	session_problem(session, "hook", from, 0, "cannot be moved: %s",
			g_strerror(errno));
	return false;
}

static bool install_one(struct session *session, const struct options *options,
			const char *path, GString *said)
{
	g_autofree char *saved = g_strconcat(path, SAVED, NULL);
	g_autofree char *text = script(options);
	g_autoptr(GError) error = NULL;

	if (exists(path) && !is_ours(path)) {
		if (!move(session, path, saved))
			return false;
		g_string_append_printf(said, "kept: %s\n", saved);
	}
	if (!g_file_set_contents_full(path, text, -1,
				      G_FILE_SET_CONTENTS_CONSISTENT, 0755,
				      &error)) {
		session_problem(session, "hook", path, 0,
				"cannot be written: %s", error->message);
		return false;
	}
	/* The mode above is for a new file, and the umask is taken off it. */
	g_chmod(path, 0755);
	g_string_append_printf(said, "installed: %s\n", path);
	return true;
}

static bool uninstall_one(struct session *session,
			  const struct options *options, const char *path,
			  GString *said)
{
	(void)options;
	g_autofree char *saved = g_strconcat(path, SAVED, NULL);

	if (!is_ours(path)) {
		g_string_append_printf(said, "no hook of vmalint: %s\n", path);
		return true;
	}
	if (g_unlink(path) < 0) {
		session_problem(session, "hook", path, 0,
				"cannot be removed: %s", g_strerror(errno));
		return false;
	}
	g_string_append_printf(said, "removed: %s\n", path);
	if (!exists(saved))
		return true;
	g_string_append_printf(said, "back again: %s\n", path);
	return move(session, saved, path);
}

static int for_each_hook(struct session *session, const struct options *options,
			 bool (*act)(struct session *session,
				     const struct options *options,
				     const char *path, GString *said),
			 const char *last_words)
{
	g_autofree char *folder = hooks_folder(session);
	g_autoptr(GString) said = g_string_new(NULL);

	if (!folder || (act == install_one &&
			(!files_tree_root(session, &options->select) ||
			 !check_folder(session, folder))))
		return output_failure(session, NULL);
	if (g_mkdir_with_parents(folder, 0755) < 0) {
		session_problem(session, "hook", folder, 0,
				"cannot be made: %s", g_strerror(errno));
		return output_failure(session, NULL);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(hook_names); i++) {
		g_autofree char *path =
			g_build_filename(folder, hook_names[i], NULL);

		if (!act(session, options, path, said))
			return output_failure(session, NULL);
	}
	g_string_append(said, last_words);
	return output_text(session, said->str);
}

/* True if the index is what HEAD is: the files are asked for as they are. */
static bool is_nothing_staged(void)
{
	static const char *const words[] = { "diff-index", "--cached",
					     "--quiet",	   "HEAD",
					     "--",	   NULL };
	g_autofree char *here = g_get_current_dir();
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	struct git git;

	if (git_open(here, &git, &reason))
		output = git_run(&git, words, NULL, &reason);
	git_close(&git);
	return output != NULL;
}

/*
 * False in a repository of something else, where a hook that all share, or
 * pre-commit, has nothing to do.
 */
static bool is_in_tree(void)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *root = project_root(here);

	return is_kernel_tree(root);
}

/*
 * What is to be checked: the range that pre-commit names in its environment
 * (3.0 to 4.6), the files of `pre-commit run --all-files`, else the index.
 */
static int run_check(struct session *session, const struct options *options)
{
	const char *from = g_getenv("PRE_COMMIT_FROM_REF");
	const char *to = g_getenv("PRE_COMMIT_TO_REF");
	g_autofree char *range = NULL;
	struct options told = *options;

	told.output.is_brief = true;
	if (from && to && *from && *to) {
		range = g_strdup_printf("%s..%s", from, to);
		told.change.kind = CHANGE_SINCE;
		told.change.revision = range;
	} else if (options->select.paths->len == 0 || !is_nothing_staged()) {
		told.change.kind = CHANGE_STAGED;
	}
	return check_all(session, &told);
}

int hook_run(struct session *session, const struct options *options)
{
	switch (options->hook) {
	case HOOK_INSTALL:
		return for_each_hook(
			session, options, install_one,
			"'git commit --no-verify' goes past it once; "
			"'vmalint hook uninstall' takes it out.\n");
	case HOOK_UNINSTALL:
		return for_each_hook(session, options, uninstall_one, "");
	case HOOK_RUN:
		break;
	}
	if (!options->select.tree && !options->arguments.build && !is_in_tree())
		return 0;
	return cache_folder_use(session, options, run_check);
}
