// SPDX-License-Identifier: GPL-2.0-only
/* A cache that cannot be written must not keep a run from its findings. */
#include "cache_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/session.h"
#include "keep/keep.h"
#include "options/options.h"

/*
 * A disk that has no room for this has none for what is to come: headers and
 * configurations take 1.3 MiB for an architecture (6.12), a precompiled header
 * 20. What is reserved costs nothing; where that cannot be, less is written.
 */
enum { PROBE_SIZE = 16 << 20, WRITTEN_SIZE = 64 << 10 };

struct cache_place {
	int hold;      /* of cache_hold(), or -1 */
	char *passing; /* a folder to be removed, or NULL */
	char *folder;  /* that is held, or NULL */
	guint64 limit; /* of what is kept there */
};

const char *cache_place_find(struct session *session,
			     const struct options *options)
{
	g_autofree char *xdg =
		g_build_filename(g_get_user_cache_dir(), "vmalint", NULL);
	g_autofree char *folder = g_canonicalize_filename(
		options->cache_dir ? options->cache_dir : xdg, NULL);

	return session_string(session, folder);
}

static bool write_some(int file)
{
	g_autofree char *bytes = g_malloc0(WRITTEN_SIZE);

	return write(file, bytes, WRITTEN_SIZE) == WRITTEN_SIZE;
}

static bool can_write(const char *folder)
{
	g_autofree char *path =
		g_strdup_printf("%s/probe.%ld", folder, (long)getpid());
	bool done;
	int file, error;

	if (g_mkdir_with_parents(folder, 0755) < 0)
		return false;
	file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
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

static void enter_passing(struct session *session, struct options *options,
			  struct cache_place *place)
{
	session_notice(session, "cache", options->cache_dir, 0,
		       "cannot be written, so nothing is kept: %s",
		       g_strerror(errno));
	place->passing = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	if (!place->passing)
		return;
	options->cache_dir = session_string(session, place->passing);
	options->no_cache = true;
}

struct cache_place *cache_place_enter(struct session *session,
				      struct options *options)
{
	struct cache_place *place = g_new0(struct cache_place, 1);

	options->cache_dir = cache_place_find(session, options);
	place->hold = -1;
	if (can_write(options->cache_dir))
		place->hold = cache_hold(options->cache_dir);
	if (place->hold < 0)
		enter_passing(session, options, place);
	place->folder = g_strdup(options->cache_dir);
	place->limit = options->cache_size;
	return place;
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

struct cache_place *cache_place_escape(struct session *session,
				       const struct options *options,
				       struct options *ret_options)
{
	struct cache_place *place = g_new0(struct cache_place, 1);

	place->hold = -1;
	*ret_options = *options;
	enter_passing(session, ret_options, place);
	return place;
}

void cache_place_leave(struct cache_place *place)
{
	if (!place)
		return;
	cache_leave(place->hold, place->folder, place->limit);
	if (place->passing)
		remove_all(place->passing);
	g_free(place->passing);
	g_free(place->folder);
	g_free(place);
}
