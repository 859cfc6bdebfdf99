// SPDX-License-Identifier: GPL-2.0-only
#include "base/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/name.h"

enum {
	FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_CLOEXEC,
	NR_TRIES = 100,
	/* Who holds a folder longer than 20 s was stopped, or is lost. */
	HOLD_PAUSE_US = 5000,
	HOLD_TRIES = 4000,
};

/* Folders to pass on the way to a file. */
enum way { WAY_AS_IT_IS, WAY_MADE };

bool beneath_make(const char *folder)
{
	return g_mkdir_with_parents(folder, OWN_FOLDER_MODE) == 0;
}

/* One folder further; closes the one before. -1 with errno set. */
static int step(int above, const char *part, enum way way)
{
	int below = openat(above, part, FOLDER_FLAGS | O_NOFOLLOW);
	int error = errno;

	if (below < 0 && error == ENOENT && way == WAY_MADE) {
		/* Another run may be faster. */
		mkdirat(above, part, OWN_FOLDER_MODE);
		below = openat(above, part, FOLDER_FLAGS | O_NOFOLLOW);
		error = errno;
	}
	close(above);
	errno = error;
	return below;
}

/*
 * The folder of a name, open, with the last part of the name in *ret_file; -1
 * with errno set.
 */
static int open_way(const char *folder, struct name name, enum way way,
		    const char **ret_file)
{
	g_autofree char *copy = g_strdup(name.text);
	int at = open(folder, FOLDER_FLAGS);
	char *part = copy, *slash;

	while (at >= 0 && (slash = strchr(part, '/')) != NULL) {
		*slash = '\0';
		if (*part != '\0')
			at = step(at, part, way);
		part = slash + 1;
	}
	*ret_file = name.text + (part - copy);
	if (at >= 0 && **ret_file == '\0') {
		close(at);
		errno = EISDIR;
		return -1;
	}
	return at;
}

/* The folder that a name is of, open; -1 with errno set. */
static int open_folder(const char *folder, const char *name, enum way way)
{
	g_autofree char *inside = g_build_filename(name, "x", NULL);
	struct name checked = { 0 };
	const char *file_name;

	if (!name_read(inside, NAME_BELOW, &checked)) {
		errno = EXDEV;
		return -1;
	}
	return open_way(folder, checked, way, &file_name);
}

bool beneath_is_clear(const char *folder, const char *name)
{
	int way = open_folder(folder, name, WAY_AS_IT_IS);

	if (way < 0)
		return errno == ENOENT;
	close(way);
	return true;
}

int beneath_hold_open(int folder)
{
	for (guint i = 0; folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) < 0;
	     i++) {
		if (errno == EWOULDBLOCK && i < HOLD_TRIES) {
			g_usleep(HOLD_PAUSE_US);
			continue;
		}
		close(folder);
		return -1;
	}
	return folder;
}

int beneath_hold(const char *folder, const char *name)
{
	return beneath_hold_open(beneath_make(folder) ?
					 open_folder(folder, name, WAY_MADE) :
					 -1);
}

static bool holds(int file, const char *text)
{
	const gsize length = strlen(text);
	g_autofree char *buffer = g_malloc(length + 1);
	struct stat status;
	gsize done = 0;
	ssize_t got = 1;

	if (fstat(file, &status) < 0 || !S_ISREG(status.st_mode) ||
	    status.st_size != (off_t)length)
		return false;
	while (done < length &&
	       (got = read(file, buffer + done, length - done)) > 0)
		done += (gsize)got;
	return done == length && memcmp(buffer, text, length) == 0;
}

bool beneath_holds(const char *folder, const char *name, const char *text)
{
	struct name checked;
	const char *file_name;
	bool done = false;
	int way, file;

	if (!name_read(name, NAME_BELOW, &checked))
		return false;
	way = open_way(folder, checked, WAY_AS_IT_IS, &file_name);
	if (way < 0)
		return false;
	file = openat(way, file_name,
		      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file >= 0) {
		done = holds(file, text);
		close(file);
	}
	close(way);
	return done;
}

static bool put(int file, const char *text)
{
	gsize left = strlen(text);

	while (left > 0) {
		ssize_t done = write(file, text, left);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text += done;
		left -= (gsize)done;
	}
	return true;
}

/*
 * A file of a name that no other writer has, empty. The name ends as those of
 * g_file_set_contents() do, which who clears the cache knows.
 */
static int make_temporary(int way, const char *name, char **ret_temporary)
{
	int file = -1;

	for (guint i = 0; file < 0 && i < NR_TRIES; i++) {
		g_free(*ret_temporary);
		*ret_temporary = g_strdup_printf("%s.%06X", name,
						 g_random_int() & 0xffffff);
		file = openat(way, *ret_temporary,
			      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
				      O_CLOEXEC,
			      OWN_FILE_MODE);
		if (file < 0 && errno != EEXIST)
			break;
	}
	return file;
}

static bool replace(int way, const char *name, const char *text)
{
	g_autofree char *temporary = NULL;
	struct stat status;
	const bool is_new = fstatat(way, name, &status, AT_SYMLINK_NOFOLLOW) <
			    0;
	int file = make_temporary(way, name, &temporary);
	bool done;
	int error;

	if (file < 0)
		return false;
	done = put(file, text) && (is_new || fsync(file) == 0) &&
	       renameat(way, temporary, way, name) == 0;
	error = errno;
	close(file);
	if (!done)
		unlinkat(way, temporary, 0);
	errno = error;
	return done;
}

bool beneath_write(const char *folder, const char *name, const char *text)
{
	struct name checked;
	const char *file_name;
	bool done;
	int way, error;

	if (!name_read(name, NAME_BELOW, &checked)) {
		errno = EXDEV;
		return false;
	}
	way = open_way(folder, checked, WAY_MADE, &file_name);
	if (way < 0)
		return false;
	done = replace(way, file_name, text);
	error = errno;
	close(way);
	errno = error;
	return done;
}
