// SPDX-License-Identifier: GPL-2.0-only
/* A cache that cannot be written must not keep a run from its findings. */
#include "cache_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/beneath.h"
#include "base/project_root.h"
#include "base/session.h"
#include "keep/keep.h"
#include "options/options.h"

/*
 * A disk that has no room for this has none for what is to come: headers and
 * configurations take 1.3 MiB for an architecture (6.12), a precompiled header
 * 20. What is reserved costs nothing; where that cannot be, less is written.
 */
enum { PROBE_SIZE = 16 << 20, WRITTEN_SIZE = 64 << 10 };

struct cache_folder {
	int hold;	 /* of cache_hold(), or -1 */
	char *temporary; /* a folder to be removed, or NULL */
	pid_t cleaner;	 /* that removes it if we cannot, or -1 */
	int leash;	 /* whose closing tells it that we are gone, or -1 */
	char *folder;	 /* that is held, or NULL */
	guint64 limit;	 /* of what is kept there */
};

const char *cache_folder_find(struct session *session,
			      const struct options *options)
{
	g_autofree char *xdg =
		g_build_filename(g_get_user_cache_dir(), "vmalint", NULL);
	g_autofree char *folder = g_canonicalize_filename(
		options->keep.dir ? options->keep.dir : xdg, NULL);

	return session_string(session, folder);
}

/* True if a folder, which need not be there yet, lies in a kernel tree. */
static bool is_in_tree(const char *folder)
{
	g_autofree char *here = g_strdup(folder);
	g_autofree char *root = NULL;

	while (!g_file_test(here, G_FILE_TEST_IS_DIR) &&
	       strcmp(here, "/") != 0) {
		char *above = g_path_get_dirname(here);

		g_free(here);
		here = above;
	}
	root = project_root(here);
	return is_kernel_tree(root);
}

const char *cache_folder_refusal(const struct options *options)
{
	const char *xdg = g_getenv("XDG_CACHE_HOME");

	if (options->keep.dir)
		return NULL;
	/* Relative to what, depends on who calls. */
	if (!g_path_is_absolute(g_get_user_cache_dir()))
		return xdg && *xdg ? "XDG_CACHE_HOME is no absolute path" :
				     "HOME is no absolute path";
	if (is_in_tree(g_get_user_cache_dir()))
		return "XDG_CACHE_HOME or HOME lies in a kernel tree, which is "
		       "left as it is; --cache-dir names another folder";
	return NULL;
}

static bool write_some(int file)
{
	g_autofree char *bytes = g_malloc0(WRITTEN_SIZE);

	return write(file, bytes, WRITTEN_SIZE) == WRITTEN_SIZE;
}

/* True if the folder has room; else errno says why not. */
static bool can_write(const char *folder)
{
	g_autofree char *path =
		g_strdup_printf("%s/probe.%ld", folder, (long)getpid());
	bool done;
	int file, error;

	if (!beneath_make(folder))
		return false;
	file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    OWN_FILE_MODE);
	if (file < 0)
		return false;
	done = fallocate(file, 0, 0, PROBE_SIZE) == 0 ||
	       (errno == EOPNOTSUPP && write_some(file));
	error = errno;
	close(file);
	g_unlink(path);
	errno = error;
	return done;
}

/*
 * What others could have put into a folder is not believed: results, and
 * headers that came precompiled, which libclang takes as they are. NULL if
 * they could not.
 */
static const char *why_not_own(const char *folder)
{
	struct stat status;

	if (stat(folder, &status) < 0)
		return g_strerror(errno);
	if (status.st_uid != geteuid())
		return "others own it";
	if (status.st_mode & (S_IWGRP | S_IWOTH))
		return "others may write to it, which 'chmod go-w' ends";
	return NULL;
}

/*
 * Why the folder is not used; NULL if it is, and *ret_hold keeps it from being
 * cleared. What the system says comes first: it is so for a folder of one's
 * own as well.
 */
static const char *why_not_used(const char *folder, int *ret_hold)
{
	const char *reason = can_write(folder) ? why_not_own(folder) :
						 g_strerror(errno);

	if (reason)
		return reason;
	*ret_hold = cache_hold(folder);
	return *ret_hold < 0 ? g_strerror(errno) : NULL;
}

static void remove_all(const char *path)
{
	struct stat status;
	GDir *directory = NULL;
	const char *name;

	if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
		directory = g_dir_open(path, 0, NULL);
	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *below = g_build_filename(path, name, NULL);

		remove_all(below);
	}
	if (directory)
		g_dir_close(directory);
	g_remove(path);
}

/*
 * Waits for the end of all who hold the other end, also by a signal, and
 * removes what they left. It has no terminal to be told by, and no output that
 * a reader would wait for.
 */
static void clean_up_after(int leash, const char *folder)
{
	static const int deaf_to[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
	char byte;

	for (gsize i = 0; i < G_N_ELEMENTS(deaf_to); i++)
		signal(deaf_to[i], SIG_IGN);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		close(fd);
	while (read(leash, &byte, 1) < 0 && errno == EINTR)
		;
	remove_all(folder);
	_exit(0);
}

/* What a temporary folder holds is to be gone even if we are killed. */
static void start_cleaner(struct cache_folder *place)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0)
		return;
	place->cleaner = fork();
	if (place->cleaner == 0) {
		close(ends[1]);
		clean_up_after(ends[0], place->temporary);
	}
	close(ends[0]);
	place->leash = ends[1];
}

static void enter_temporary(struct session *session, struct options *options,
			    const char *reason, struct cache_folder *place)
{
	session_notice(session, "cache", options->keep.dir, 0,
		       "%s, so nothing is kept: %s",
		       options->keep.dir ? "cannot be written" :
					   "there is no folder for a cache",
		       reason);
	place->temporary = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	if (!place->temporary)
		return;
	start_cleaner(place);
	options->keep.dir = session_string(session, place->temporary);
	options->keep.is_off = true;
}

struct cache_folder *cache_folder_enter(struct session *session,
					const struct options *options,
					struct options *ret_options)
{
	struct cache_folder *place = g_new0(struct cache_folder, 1);
	const char *reason = cache_folder_refusal(options);

	*ret_options = *options;
	place->hold = place->leash = place->cleaner = -1;
	if (!reason) {
		ret_options->keep.dir = cache_folder_find(session, options);
		reason = why_not_used(ret_options->keep.dir, &place->hold);
	}
	if (reason)
		enter_temporary(session, ret_options, reason, place);
	place->folder = g_strdup(ret_options->keep.dir);
	place->limit = options->keep.size;
	return place;
}

struct cache_folder *cache_folder_fallback(struct session *session,
					   const struct options *options,
					   struct options *ret_options)
{
	const char *reason = g_strerror(errno);
	struct cache_folder *place = g_new0(struct cache_folder, 1);

	place->hold = place->leash = place->cleaner = -1;
	*ret_options = *options;
	enter_temporary(session, ret_options, reason, place);
	return place;
}

void cache_folder_leave(struct cache_folder *place)
{
	if (!place)
		return;
	cache_leave(place->hold, place->folder, place->limit);
	if (place->temporary)
		remove_all(place->temporary);
	if (place->leash >= 0)
		close(place->leash);
	if (place->cleaner > 0)
		waitpid(place->cleaner, NULL, 0);
	g_free(place->temporary);
	g_free(place->folder);
	g_free(place);
}

int cache_folder_use(struct session *session, const struct options *options,
		     int (*run)(struct session *session,
				const struct options *options))
{
	struct options own;
	struct cache_folder *place = cache_folder_enter(session, options, &own);
	int status = run(session, &own);

	cache_folder_leave(place);
	return status;
}
