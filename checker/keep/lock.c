// SPDX-License-Identifier: GPL-2.0-only
/*
 * Headers in the cache must not vanish under a run that reads them: a run
 * shares a lock on a file, and who clears wants it alone. The system drops the
 * lock of a process that is killed.
 */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* To clear takes a second, not more; then a run goes without the cache. */
enum { NR_TRIES = 200, TRY_US = 25000 };

/* A file that was removed meanwhile locks nothing. */
static bool is_at(const char *path, int lock)
{
	struct stat held, there;

	return fstat(lock, &held) == 0 && stat(path, &there) == 0 &&
	       held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

static int try_lock(const char *path, enum lock_kind kind)
{
	int mode = kind == LOCK_TO_CLEAR ? LOCK_EX : LOCK_SH;
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);

	if (lock < 0)
		return -1;
	if (flock(lock, mode | LOCK_NB) == 0) {
		if (is_at(path, lock))
			return lock;
		errno = EWOULDBLOCK;
	}
	/* errno outlives this: the descriptor is sound. */
	close(lock);
	return -1;
}

int lock_take(const char *folder, enum lock_kind kind)
{
	g_autofree char *path = g_build_filename(folder, LOCK_NAME, NULL);
	int lock = try_lock(path, kind);

	for (guint i = 0; lock < 0 && errno == EWOULDBLOCK &&
			  kind == LOCK_TO_USE && i < NR_TRIES;
	     i++) {
		g_usleep(TRY_US);
		lock = try_lock(path, kind);
	}
	return lock;
}

void lock_remove(const char *folder, int lock)
{
	g_autofree char *path = g_build_filename(folder, LOCK_NAME, NULL);

	g_unlink(path);
	close(lock);
}
