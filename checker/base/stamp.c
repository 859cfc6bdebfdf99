// SPDX-License-Identifier: GPL-2.0-only
/* Stamps of files, from stat(). */
#include "base/stamp.h"

#include <sys/stat.h>
#include <time.h>

#define NANOSECONDS G_GINT64_CONSTANT(1000000000)

/* Two ticks of the slowest kernel clock (HZ=100). */
#define TICKS_NS G_GINT64_CONSTANT(20000000)

static gint64 nanoseconds(const struct timespec *time)
{
	return (gint64)time->tv_sec * NANOSECONDS + time->tv_nsec;
}

struct stamp stamp_of(const char *path)
{
	struct stamp stamp = { .size = -1 };
	struct stat status;

	if (stat(path, &status) < 0)
		return stamp;
	stamp.size = (gint64)status.st_size;
	stamp.modified_ns = nanoseconds(&status.st_mtim);
	stamp.changed_ns = nanoseconds(&status.st_ctim);
	stamp.inode = (guint64)status.st_ino;
	return stamp;
}

bool stamp_is_same(const struct stamp *a, const struct stamp *b)
{
	return a->size == b->size && a->modified_ns == b->modified_ns &&
	       a->changed_ns == b->changed_ns && a->inode == b->inode;
}

gint64 stamp_now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME_COARSE, &now);
	return nanoseconds(&now);
}

bool stamp_is_before(const struct stamp *stamp, gint64 time_ns)
{
	gint64 limit = time_ns - TICKS_NS;

	return stamp->size < 0 ||
	       (stamp->modified_ns < limit && stamp->changed_ns < limit);
}
