/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Names that come from elsewhere: a tree, a patch, an index, a report. One
 * that is joined to a folder must not lead out of it. Only name_read() makes a
 * struct name, and only of what passes.
 */
#ifndef VMALINT_BASE_NAME_H
#define VMALINT_BASE_NAME_H

#include <glib.h>
#include <stdbool.h>

/* A checked name; its text is borrowed, and is not set by others. */
struct name {
	const char *text;
};

enum name_kind {
	NAME_PLAIN, /* of a file in one folder: no slash, not "." or ".." */
	NAME_BELOW, /* a relative path, of which no part is ".." */
};

/* False if the text is no such name. */
bool name_read(const char *text, enum name_kind kind, struct name *ret_name);

/* The path of the name in a folder; owned. */
char *name_join(const char *folder, struct name name);

/*
 * True if no part of a path is "..": what is joined to a folder then stays in
 * it, were the path absolute.
 */
bool name_stays(const char *path);

/* True if a path is below a folder, as both are written. */
bool name_is_below(const char *path, const char *folder);

/* The same, and true of the folder itself. */
bool name_is_within(const char *path, const char *folder);

/* True if a path is within one of several folders (char *). */
bool name_is_within_any(const char *path, const GPtrArray *folders);

/*
 * True if a file, behind all symbolic links, lies in a folder. Also true for
 * one that is not there: there is nothing to read.
 */
bool name_lies_in(const char *folder, const char *path);

#endif
