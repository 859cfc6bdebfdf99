// SPDX-License-Identifier: GPL-2.0-only
#include "discover.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text_file.h"
#include "git.h"

/* With one of these git looks elsewhere, or not as far. */
static const char *const telling[] = {
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_CEILING_DIRECTORIES",
	"GIT_DISCOVERY_ACROSS_FILESYSTEM",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_IMPLICIT_WORK_TREE",
	"SUDO_UID",
};

/*
 * Words of a repository's configuration that make more of it than a folder
 * with a folder .git in it; extensions.worktreeConfig among them.
 */
static const char *const special[] = { "worktree", "[extensions" };

/* SHA-1; another one is an extension. */
enum { ID_SIZE = 20 };

static bool is_told(const struct git *git)
{
	for (gsize i = 0; i < G_N_ELEMENTS(telling); i++) {
		if (g_environ_getenv(git->environ, telling[i]))
			return true;
	}
	return false;
}

static bool has(const char *folder, const char *name, struct stat *ret_status)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return lstat(path, ret_status) == 0;
}

/* git refuses what belongs to others, unless it is told that it is safe. */
static bool is_own_folder(const struct stat *status)
{
	return S_ISDIR(status->st_mode) && status->st_uid == geteuid();
}

static guint count(const char *text, const char *word)
{
	guint nr = 0;

	while ((text = strstr(text, word)) != NULL) {
		text += strlen(word);
		nr++;
	}
	return nr;
}

static bool is_special(const char *repository)
{
	g_autofree char *path = g_build_filename(repository, "config", NULL);
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);
	g_autofree char *lower = text ? g_ascii_strdown(text, -1) : NULL;

	if (!text || strlen(text) != length)
		return true;
	for (gsize i = 0; i < G_N_ELEMENTS(special); i++) {
		if (strstr(lower, special[i]))
			return true;
	}
	/* However else it may be said. */
	return count(lower, "bare") != count(lower, "bare = false");
}

/* A branch or a commit: with anything else there, git looks further up. */
static bool has_head(const char *repository)
{
	g_autofree char *path = g_build_filename(repository, "HEAD", NULL);
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);

	return text && (g_str_has_prefix(text, "ref: refs/") ||
			strspn(text, "0123456789abcdef") == 2 * (gsize)ID_SIZE);
}

/*
 * The folder around this one with a .git, owned; NULL if there is none, or if
 * git would ask more before it took it.
 */
static char *find_top(const char *start)
{
	g_autofree char *here = g_strdup(start);
	struct stat status, first, found;

	if (lstat(here, &first) < 0)
		return NULL;
	for (;;) {
		g_autofree char *above = g_path_get_dirname(here);

		/* With a HEAD it may be a repository itself. */
		if (lstat(here, &status) < 0 || has(here, "HEAD", &found) ||
		    status.st_dev != first.st_dev)
			return NULL;
		if (has(here, ".git", &found))
			return is_own_folder(&status) && is_own_folder(&found) ?
				       g_steal_pointer(&here) :
				       NULL;
		if (strcmp(above, here) == 0)
			return NULL;
		g_free(here);
		here = g_steal_pointer(&above);
	}
}

static bool is_repository(const char *folder)
{
	struct stat status;

	return has(folder, "HEAD", &status) && S_ISREG(status.st_mode) &&
	       has(folder, "objects", &status) && S_ISDIR(status.st_mode) &&
	       has(folder, "refs", &status) && S_ISDIR(status.st_mode) &&
	       !has(folder, "commondir", &status) && has_head(folder) &&
	       !is_special(folder);
}

/* What git reads whole, and without a look at what it is (2.39). */
static const char *const read_whole[] = {
	"HEAD",
	"config",
	"config.worktree",
	"index",
	"packed-refs",
	"commondir",
	"shallow",
	"MERGE_HEAD",
	"info/grafts",
	"info/attributes",
	"info/exclude",
	"info/sparse-checkout",
	"objects/info/alternates",
};

static const char *const read_in_tree[] = { ".gitattributes", ".gitmodules" };

/* A path that is there and no file: to read it may never end. Owned. */
static char *find_trap(const char *folder, const char *const *names, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);
		struct stat status;

		if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
		    !S_ISDIR(status.st_mode))
			return g_steal_pointer(&path);
	}
	return NULL;
}

/* Behind "NAME: " in a small file: "gitdir: /path", "ref: refs/heads/main". */
static char *named_in(const char *path, const char *name)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);

	if (!text || !g_str_has_prefix(text, name))
		return NULL;
	return g_strchomp(g_strdup(text + strlen(name)));
}

/* A trap in a folder that git keeps, or in the branch that it is at. */
static char *trap_in(const char *repository)
{
	g_autofree char *head = g_build_filename(repository, "HEAD", NULL);
	char *trap =
		find_trap(repository, read_whole, G_N_ELEMENTS(read_whole));
	g_autofree char *branch = trap ? NULL : named_in(head, "ref: ");
	const char *const names[] = { branch };

	return branch ? find_trap(repository, names, 1) : trap;
}

char *discover_trap(const struct git *git)
{
	g_autofree char *here = git->folder ? g_strdup(git->folder) :
					      g_get_current_dir();
	const char *told = g_environ_getenv(git->environ, "GIT_DIR");
	char *trap = told ? trap_in(told) : NULL;

	while (!trap) {
		g_autofree char *above = g_path_get_dirname(here);
		g_autofree char *inside = g_build_filename(here, ".git", NULL);
		g_autofree char *elsewhere = NULL;

		if (g_file_test(inside, G_FILE_TEST_IS_REGULAR))
			elsewhere = named_in(inside, "gitdir: ");
		if (elsewhere || g_file_test(inside, G_FILE_TEST_EXISTS)) {
			g_autofree char *whole = g_canonicalize_filename(
				elsewhere ? elsewhere : inside, here);

			trap = trap_in(whole);
			return trap ? trap :
				      find_trap(here, read_in_tree,
						G_N_ELEMENTS(read_in_tree));
		}
		if (strcmp(above, here) == 0)
			break;
		g_free(here);
		here = g_steal_pointer(&above);
	}
	return trap;
}

bool discover_plain(struct git *git)
{
	/* Where we are by the system's word, without symbolic links. */
	g_autofree char *here = git->folder ? g_strdup(git->folder) :
					      g_get_current_dir();
	char real[PATH_MAX];
	g_autofree char *top = NULL;
	g_autofree char *repository = NULL;
	const char *index;

	if (is_told(git) || !realpath(here, real))
		return false;
	top = find_top(real);
	repository = top ? g_build_filename(top, ".git", NULL) : NULL;
	if (!repository || !is_repository(repository))
		return false;
	index = g_environ_getenv(git->environ, "GIT_INDEX_FILE");
	git->top = g_steal_pointer(&top);
	git->merge = g_build_filename(repository, "MERGE_HEAD", NULL);
	git->index = index ? g_strdup(index) :
			     g_build_filename(repository, "index", NULL);
	git->id_size = ID_SIZE;
	return true;
}
