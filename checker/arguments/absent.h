/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Files on disk that a view has not, hidden from libclang. It can be given
 * other contents, but not that there is no file: `#include` would stop at the
 * first of its name, and `__has_include` be true. So it gets an overlay of file
 * systems (-ivfsoverlay, clang 3.3 and later) in which each of them is a
 * folder, which is no file to include.
 */
#ifndef VMALINT_ARGUMENTS_ABSENT_H
#define VMALINT_ARGUMENTS_ABSENT_H

#include <glib.h>

struct view;

struct absent {
	int file;   /* holds the overlay, and has no name; or -1 */
	char *path; /* by which this process and its children open it */
	char *text; /* of the overlay */
};

/*
 * Hides what a view has not; NULL if there is nothing to hide. Paths that
 * cannot be hidden (they are no UTF-8, or the system has no files without a
 * name) are added to ret_open, borrowed.
 */
struct absent *absent_hide(const struct view *view, GPtrArray *ret_open);

/* Takes NULL. */
void absent_free(struct absent *absent);

#endif
