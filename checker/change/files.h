/* SPDX-License-Identifier: GPL-2.0-only */
/* Fills a change; private to change/. */
#ifndef VMALINT_CHANGE_FILES_H
#define VMALINT_CHANGE_FILES_H

#include <stdbool.h>

struct change;
struct change_base;
struct changed_file;
struct git;

/* Makes a change without files and bases. */
void change_init(struct change *change);

/* A further tree without the change; belongs to the change. */
struct change_base *change_add_base(struct change *change);

/*
 * Adds a file, which it takes, to both views; what does not differ is left
 * out of the list of files.
 */
void change_add_file(struct change *change, struct change_base *base,
		     struct changed_file *file);

/*
 * The repository around the tree, which stays open as long as the change;
 * borrowed. NULL with *ret_reason set (owned) if there is none.
 */
const struct git *change_git(struct change *change, const char *root,
			     char **ret_reason);

/* Lets go of the repository that the change was read from, if any. */
void change_close(struct change *change);

/* True for the names of C files and headers. */
bool change_is_source(const char *path);

/* True for these, and for what else may matter to a check. */
bool change_is_read(const char *path);

#endif
