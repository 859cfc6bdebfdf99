// SPDX-License-Identifier: GPL-2.0-only
/* Stamps of files, from stat(). */
#include "base/stamp.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>

#define NANOSECONDS G_GINT64_CONSTANT(1000000000)

/* Two ticks of the slowest kernel clock (HZ=100). */
#define TICKS_NS G_GINT64_CONSTANT(20000000)

/* The longest step of a file system's clock. */
#define COARSEST_NS (2 * NANOSECONDS)

static gint64 nanoseconds(const struct timespec *time)
{
	return (gint64)time->tv_sec * NANOSECONDS + time->tv_nsec;
}

struct stamp stamp_from(const struct stat *status)
{
	return (struct stamp){
		.size = (gint64)status->st_size,
		.modified_ns = nanoseconds(&status->st_mtim),
		.changed_ns = nanoseconds(&status->st_ctim),
		.inode = (guint64)status->st_ino,
	};
}

struct stamp stamp_at(int folder, const char *path)
{
	struct stat status;

	if (fstatat(folder, path, &status, 0) < 0)
		return (struct stamp){ .size = -1 };
	return stamp_from(&status);
}

struct stamp stamp_of(const char *path)
{
	return stamp_at(AT_FDCWD, path);
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

/*
 * The last moment that has this time on its file system. One that keeps whole
 * seconds, as ext3 or ext4 with small inodes and HFS+ do, or every second one,
 * as FAT does, gives one time to all that happens within; a finer one hits a
 * whole second once in a billion times.
 */
static gint64 end_of(gint64 time_ns)
{
	if (time_ns % NANOSECONDS != 0)
		return time_ns;
	return time_ns + COARSEST_NS;
}

bool stamp_is_before(const struct stamp *stamp, gint64 time_ns)
{
	gint64 limit = time_ns - TICKS_NS;

	return stamp->size < 0 || (end_of(stamp->modified_ns) < limit &&
				   end_of(stamp->changed_ns) < limit);
}

bool stamps_tell_entries(int folder)
{
	struct statfs status;

	if (fstatfs(folder, &status) < 0)
		return false;
	switch ((guint64)status.f_type) {
	case EXT4_SUPER_MAGIC: /* of ext2 and ext3 as well */
	case BTRFS_SUPER_MAGIC:
	case F2FS_SUPER_MAGIC:
	case TMPFS_MAGIC:
	case XFS_SUPER_MAGIC:
		return true;
	default:
		return false;
	}
}
