// SPDX-License-Identifier: GPL-2.0-only
/* Runs git in an environment that a user's settings do not reach. */
#include "git.h"

#include <string.h>

#include "base/name.h"
#include "discover.h"
#include "filters.h"
#include "index.h"
#include "objects.h"

/*
 * Variables that git may keep: where the user's settings are, and how far it
 * looks for a repository. All others of its name change what it prints, where
 * it writes, or what it runs.
 */
static const char *const kept[] = {
	"GIT_CONFIG_GLOBAL",	   "GIT_CONFIG_SYSTEM",
	"GIT_CONFIG_NOSYSTEM",	   "GIT_EXEC_PATH",
	"GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
	"GIT_DEFAULT_HASH",	   "GIT_QUARANTINE_PATH",
};

/* Set for every git. */
static const struct {
	const char *name, *value;
} fixed[] = {
	{ "GIT_OPTIONAL_LOCKS", "0" },
	{ "GIT_NO_LAZY_FETCH", "1" },
	/* As the one before, which git knows from 2.45 on: no remote at all. */
	{ "GIT_ALLOW_PROTOCOL", "none" },
	{ "GIT_TERMINAL_PROMPT", "0" },
	{ "GIT_NO_REPLACE_OBJECTS", "1" },
	{ "GIT_GRAFT_FILE", "/dev/null/none" },
	{ "GIT_ATTR_NOSYSTEM", "1" },
	{ NO_PROGRAM_VARIABLE, "" },
	{ NO_VARIABLE, "false" },
	{ "LC_ALL", "C" },
};

/* `git rev-parse --local-env-vars`, git 2.39: what ties to one repository. */
static const char *const local_variables[] = {
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_CONFIG",
	"GIT_CONFIG_PARAMETERS",
	"GIT_CONFIG_COUNT",
	"GIT_OBJECT_DIRECTORY",
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_GRAFT_FILE",
	"GIT_INDEX_FILE",
	"GIT_NO_REPLACE_OBJECTS",
	"GIT_REPLACE_REF_BASE",
	"GIT_SHALLOW_FILE",
	"GIT_COMMON_DIR",
	"GIT_INTERNAL_SUPER_PREFIX",
};

static bool is_among(const char *const *names, gsize nr, const char *name)
{
	for (gsize i = 0; i < nr; i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

/* Pairs of GIT_CONFIG_COUNT, as "GIT_CONFIG_KEY_0". */
static bool is_local(const char *name)
{
	return is_among(local_variables, G_N_ELEMENTS(local_variables), name) ||
	       g_str_has_prefix(name, "GIT_CONFIG_KEY_") ||
	       g_str_has_prefix(name, "GIT_CONFIG_VALUE_");
}

static bool is_wanted(const char *name, bool is_other_repository)
{
	if (!g_str_has_prefix(name, "GIT_"))
		return strcmp(name, "SSH_ASKPASS") != 0;
	return is_among(kept, G_N_ELEMENTS(kept), name) ||
	       (!is_other_repository && is_local(name));
}

static char **make_environment(bool is_other_repository)
{
	g_auto(GStrv) names = g_listenv();
	char **environment = g_get_environ();

	for (char **name = names; *name; name++) {
		if (!is_wanted(*name, is_other_repository))
			environment = g_environ_unsetenv(environment, *name);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++)
		environment = g_environ_setenv(environment, fixed[i].name,
					       fixed[i].value, TRUE);
	return environment;
}

static char *run_for_line(const struct git *git, const char *const *words,
			  char **ret_reason)
{
	g_autoptr(GBytes) output = git_run(git, words, NULL, ret_reason);
	gsize length = 0;
	const char *text = output ? g_bytes_get_data(output, &length) : NULL;

	if (!output)
		return NULL;
	while (length > 0 && text[length - 1] == '\n')
		length--;
	return g_strndup(text ? text : "", length);
}

char *git_resolve(const struct git *git, const char *name)
{
	const char *const words[] = { "rev-parse",	  "-q", "--verify",
				      "--end-of-options", name, NULL };
	g_autofree char *reason = NULL;

	return run_for_line(git, words, &reason);
}

/* A relative name would be lost where git changes folder. */
static void pin_index(struct git *git)
{
	const char *index = g_environ_getenv(git->environ, "GIT_INDEX_FILE");
	g_autofree char *here = NULL;
	g_autofree char *absolute = NULL;

	if (!index || g_path_is_absolute(index))
		return;
	here = g_get_current_dir();
	absolute = g_build_filename(here, index, NULL);
	git->environ = g_environ_setenv(git->environ, "GIT_INDEX_FILE",
					absolute, TRUE);
}

/* Cuts the last line off; NULL if there is only one. */
static char *cut_line(char *lines)
{
	char *newline = strrchr(lines, '\n');

	if (!newline)
		return NULL;
	*newline = '\0';
	return newline + 1;
}

/* Where the index is, which lies beside what git keeps of a merge. */
static char *index_path(const struct git *git)
{
	const char *named = g_environ_getenv(git->environ, "GIT_INDEX_FILE");
	g_autofree char *folder = g_path_get_dirname(git->merge);

	return named ? g_strdup(named) :
		       g_build_filename(folder, "index", NULL);
}

/* Asks where the repository is; false with *ret_reason set if nowhere. */
static bool locate(struct git *git, char **ret_reason)
{
	static const char *const words[] = { "rev-parse", "--show-toplevel",
					     "--git-path", "MERGE_HEAD", NULL };
	g_autofree char *lines = run_for_line(git, words, ret_reason);
	/* A folder's name may hold a newline. */
	char *merge = lines ? cut_line(lines) : NULL;

	if (!merge)
		return false;
	git->top = g_strdup(lines);
	git->merge = g_path_is_absolute(merge) || !git->folder ?
			     g_strdup(merge) :
			     g_build_filename(git->folder, merge, NULL);
	git->index = index_path(git);
	return true;
}

/* The size of an object's id, by that of HEAD; 0 if it cannot be told. */
static gsize id_size(const struct git *git)
{
	struct object object;
	gsize size = 0;

	if (objects_get_one(git, "HEAD", &object))
		size = strlen(object.id) / 2;
	object_clear(&object);
	return size;
}

/*
 * Finds the repository for the folder and environment. One git starts while we
 * go on, and, if need be, another one finds out: that has a core of its own.
 */
static bool find(struct git *git, char **ret_reason)
{
	g_autofree char *trap = discover_trap(git);
	bool is_plain;

	if (trap) {
		*ret_reason = g_strdup_printf("%s is no regular file", trap);
		return false;
	}
	is_plain = discover_plain(git);
	git->index_file = g_new0(struct index_file, 1);
	objects_open(git);
	if (!is_plain && !locate(git, ret_reason))
		return false;
	if (!is_plain)
		git->id_size = id_size(git);
	return true;
}

/* As a hook is told; false if the environment names no repository. */
static bool is_named(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(local_variables); i++) {
		if (g_getenv(local_variables[i]))
			return true;
	}
	return false;
}

static bool open_named(const char *folder, struct git *git)
{
	g_autofree char *reason = NULL;

	*git = (struct git){ .environ = make_environment(false) };
	pin_index(git);
	if (find(git, &reason) && name_is_within(folder, git->top))
		return true;
	git_close(git);
	return false;
}

bool git_open(const char *folder, struct git *ret_git, char **ret_reason)
{
	if (is_named() && open_named(folder, ret_git))
		return true;
	*ret_git = (struct git){
		.folder = g_strdup(folder),
		.environ = make_environment(true),
	};
	if (find(ret_git, ret_reason))
		return true;
	git_close(ret_git);
	return false;
}

void git_close(struct git *git)
{
	objects_close(git);
	if (git->index_file && git->index_file->file)
		g_mapped_file_unref(git->index_file->file);
	g_free(git->index_file);
	g_free(git->top);
	g_free(git->index);
	g_free(git->merge);
	g_free(git->folder);
	g_strfreev(git->environ);
	*git = (struct git){ 0 };
}
