// SPDX-License-Identifier: GPL-2.0-only
/* Runs git in an environment that a user's settings do not reach. */
#include "git.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Variables that change what git prints, where it writes, or what it runs. */
static const char *const unwanted[] = {
	"GIT_EXTERNAL_DIFF",   "GIT_DIFF_OPTS",	       "GIT_PAGER",
	"GIT_TRACE",	       "GIT_TRACE2",	       "GIT_TRACE_SETUP",
	"GIT_TRACE2_EVENT",    "GIT_TRACE2_PERF",      "GIT_TRACE_PERFORMANCE",
	"GIT_TRACE_PACKET",    "GIT_PREFIX",	       "GIT_GLOB_PATHSPECS",
	"GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ASKPASS",
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

/* A repository's configuration may name a program for git to run. */
static const char *const safe_words[] = {
	"git",
	"--no-pager",
	"--literal-pathspecs",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.quotePath=false",
};

static char **make_environment(bool is_other_repository)
{
	char **environment = g_get_environ();

	for (gsize i = 0; i < G_N_ELEMENTS(unwanted); i++)
		environment = g_environ_unsetenv(environment, unwanted[i]);
	for (gsize i = 0;
	     is_other_repository && i < G_N_ELEMENTS(local_variables); i++)
		environment =
			g_environ_unsetenv(environment, local_variables[i]);
	environment =
		g_environ_setenv(environment, "GIT_OPTIONAL_LOCKS", "0", TRUE);
	environment =
		g_environ_setenv(environment, "GIT_NO_LAZY_FETCH", "1", TRUE);
	environment =
		g_environ_setenv(environment, "GIT_TERMINAL_PROMPT", "0", TRUE);
	return g_environ_setenv(environment, "LC_ALL", "C", TRUE);
}

static GBytes *read_to_end(int fd)
{
	GByteArray *bytes = g_byte_array_new();
	guint8 buffer[65536];
	ssize_t got;

	for (;;) {
		got = read(fd, buffer, sizeof(buffer));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		g_byte_array_append(bytes, buffer, (guint)got);
	}
	return g_byte_array_free_to_bytes(bytes);
}

/* A file in memory that holds the text, to be read from its start. */
static int memory_file(const GString *text)
{
	int fd = memfd_create("vmalint", MFD_CLOEXEC);
	gsize done = 0;

	while (fd >= 0 && text && done < text->len) {
		ssize_t put = write(fd, text->str + done, text->len - done);

		if (put < 0 && errno != EINTR)
			break;
		done += put > 0 ? (gsize)put : 0;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* The first line that git printed on standard error. */
static char *first_line(int fd)
{
	g_autoptr(GBytes) bytes = NULL;
	gsize length = 0;
	const char *text;

	lseek(fd, 0, SEEK_SET);
	bytes = read_to_end(fd);
	text = g_bytes_get_data(bytes, &length);
	if (length == 0)
		return g_strdup("git failed without a word");
	return g_strndup(text, strcspn(text, "\n") < length ?
				       strcspn(text, "\n") :
				       length);
}

static bool wait_for(GPid pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Runs git to its end; true if it was content. */
static bool run(const struct git *git, char **words, int input, int errors,
		GBytes **ret_output, char **ret_reason)
{
	g_autoptr(GError) error = NULL;
	int output = -1;
	GPid pid;

	/*
	 * With no folder and no files to close, GLib (2.58 and later) need not
	 * copy our memory map. What we open ourselves closes by itself.
	 */
	if (!g_spawn_async_with_pipes_and_fds(
		    NULL, (const char *const *)words,
		    (const char *const *)git->environ,
		    G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
			    G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
		    NULL, NULL, input, -1, errors, NULL, NULL, 0, &pid, NULL,
		    &output, NULL, &error)) {
		*ret_reason = g_strdup(error->message);
		return false;
	}
	*ret_output = read_to_end(output);
	close(output);
	if (wait_for(pid))
		return true;
	*ret_reason = first_line(errors);
	return false;
}

GBytes *git_run(const struct git *git, const char *const *words,
		const GString *input, char **ret_reason)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	int fd = memory_file(input);
	int errors = memory_file(NULL);
	GBytes *output = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(safe_words); i++)
		g_ptr_array_add(all, (gpointer)safe_words[i]);
	if (git->folder) {
		g_ptr_array_add(all, (gpointer) "-C");
		g_ptr_array_add(all, git->folder);
	}
	for (; *words; words++)
		g_ptr_array_add(all, (gpointer)*words);
	g_ptr_array_add(all, NULL);
	if (fd < 0 || errors < 0)
		*ret_reason = g_strdup(g_strerror(errno));
	else if (!run(git, (char **)all->pdata, fd, errors, &output,
		      ret_reason))
		g_clear_pointer(&output, g_bytes_unref);
	if (fd >= 0)
		close(fd);
	if (errors >= 0)
		close(errors);
	return output;
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

static bool is_inside(const char *folder, const char *top)
{
	gsize length = strlen(top);

	return g_str_has_prefix(folder, top) &&
	       (folder[length] == '\0' || folder[length] == '/' ||
		strcmp(top, "/") == 0);
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

/*
 * Asks where the repository is, and what HEAD is; false with *ret_reason set
 * if nowhere. Before the first commit git fails, but has said the rest.
 */
static bool locate(struct git *git, char **ret_reason)
{
	static const char *const words[] = { "rev-parse",  "--show-toplevel",
					     "--git-path", "MERGE_HEAD",
					     "-q",	   "--verify",
					     "HEAD",	   NULL };
	static const char *const without[] = { "rev-parse", "--show-toplevel",
					       "--git-path", "MERGE_HEAD",
					       NULL };
	g_autofree char *reason = NULL;
	g_autofree char *lines = run_for_line(git, words, &reason);
	/* A folder's name may hold a newline. */
	char *head = lines ? cut_line(lines) : NULL;
	char *merge;

	if (!head) {
		g_free(lines);
		lines = run_for_line(git, without, ret_reason);
	}
	merge = lines ? cut_line(lines) : NULL;
	if (!merge)
		return false;
	git->head = g_strdup(head);
	git->top = g_strdup(lines);
	git->merge = g_path_is_absolute(merge) || !git->folder ?
			     g_strdup(merge) :
			     g_build_filename(git->folder, merge, NULL);
	git->index = index_path(git);
	return true;
}

bool git_open(const char *folder, struct git *ret_git, char **ret_reason)
{
	g_autofree char *reason = NULL;

	*ret_git = (struct git){ .environ = make_environment(false) };
	pin_index(ret_git);
	if (locate(ret_git, &reason) && is_inside(folder, ret_git->top))
		return true;
	git_close(ret_git);
	*ret_git = (struct git){
		.folder = g_strdup(folder),
		.environ = make_environment(true),
	};
	if (locate(ret_git, ret_reason))
		return true;
	git_close(ret_git);
	return false;
}

void git_close(struct git *git)
{
	g_free(git->top);
	g_free(git->head);
	g_free(git->index);
	g_free(git->merge);
	g_free(git->folder);
	g_strfreev(git->environ);
	*git = (struct git){ 0 };
}
