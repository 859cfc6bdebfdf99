/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Tells whether a file is still the one it was, without reading it. Whoever
 * changes a file moves its time of change, which no program can set back.
 */
#ifndef VMALINT_BASE_STAMP_H
#define VMALINT_BASE_STAMP_H

#include <glib.h>
#include <stdbool.h>

struct stat;

/* What stat() says of a file or folder; size is -1 if there is none. */
struct stamp {
	gint64 size;
	gint64 modified_ns, changed_ns;
	guint64 inode;
};

/* The members of a struct stamp in a GVariant. */
#define STAMP_TYPE "xxxt"

struct stamp stamp_of(const char *path);

/* Of a path from an open folder, or from here if that is AT_FDCWD. */
struct stamp stamp_at(int folder, const char *path);

/* From what stat() has said. */
struct stamp stamp_from(const struct stat *status);

bool stamp_is_same(const struct stamp *a, const struct stamp *b);

/* The time that file systems give to what changes now, in nanoseconds. */
gint64 stamp_now_ns(void);

/*
 * True if a file with this stamp has not changed since a time: a stamp that
 * is about as old as that proves nothing, as clocks of file systems tick in
 * steps of up to 10 ms, and some keep whole seconds. That the clock of another
 * machine is right, and that stores through a mapping move times, is taken for
 * granted: on tmpfs they do not.
 */
bool stamp_is_before(const struct stamp *stamp, gint64 time_ns);

/*
 * True if an open folder is on a file system of which it is known that
 * whatever comes or goes moves the times of its folder. One of a network, of a
 * user's program or of layers may do otherwise.
 */
bool stamps_tell_entries(int folder);

#endif
