/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * MAINTAINERS of a kernel tree, read as data: whose a path is. Its form is told
 * at its own start (5.15 to 7.1): sections of a title and lines such as
 * "F:\tmm/". Of those, M: and L: say who, F: and X: which paths, N: by a
 * regular expression; K: is about contents and not asked.
 */
#ifndef VMALINT_OWNERS_OWNERS_H
#define VMALINT_OWNERS_OWNERS_H

#include <glib.h>

/* A section. All strings are owned by the owners. */
struct owner {
	char *title;	     /* "MEMORY MAPPING" */
	GPtrArray *mails;    /* char *: of M:, "Name <mail>" */
	GPtrArray *lists;    /* char *: of L: */
	GPtrArray *patterns; /* char *: of F: */
	GPtrArray *excluded; /* char *: of X: */
	GPtrArray *names;    /* GRegex *: of N: */
	guint line;	     /* of the title, from 1 */
};

struct owners;

/*
 * Reads the file of a tree; NULL with *ret_reason (owned) if it cannot be read
 * or has no sections: "path: what is wrong", or "path:line: ..".
 */
struct owners *owners_read(const char *root, char **ret_reason);

/* The same of a text; path is for reasons. */
struct owners *owners_parse(const char *path, const char *text, gsize length,
			    char **ret_reason);

/* Takes NULL. */
void owners_free(struct owners *owners);

/*
 * The section that a path of the tree belongs to: that of the longest F: which
 * fits, the first of several; else the first whose N: fits. Borrowed; NULL if
 * there is none, as for an absolute path.
 */
const struct owner *owners_find(const struct owners *owners, const char *path);

/*
 * True if a pattern of F: or X: fits a path: "mm/" all below, "mm/mm*"
 * what is right in it, "mm/mmap.c" itself, "drivers/net" the folder, too; * and
 * ? stop at a slash.
 */
gboolean owner_pattern_fits(const char *pattern, const char *path);

#endif
