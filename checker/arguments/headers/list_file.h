/* SPDX-License-Identifier: GPL-2.0-only */
/* Files of the tree that headers are made from. */
#ifndef VMALINT_ARGUMENTS_HEADERS_LIST_FILE_H
#define VMALINT_ARGUMENTS_HEADERS_LIST_FILE_H

struct session;
struct tree;

/*
 * The text of a file (a path relative to the tree), owned, with a note that it
 * was read; NULL if the tree has none. One that cannot be read, or is a link
 * out of the tree, is a problem.
 */
char *list_file_read(struct session *session, const struct tree *tree,
		     const char *name);

#endif
