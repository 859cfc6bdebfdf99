/* SPDX-License-Identifier: GPL-2.0-only */
/* Definitions that are kept twice. */
#ifndef VMALINT_RUN_COPIES_H
#define VMALINT_RUN_COPIES_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct options;
struct report;

/*
 * Adds what rules find by comparing copies with the kernel's own, at selected
 * files alone. Both sides are read anew in each run, as that takes less than to
 * keep it would.
 */
void copies_check(const struct options *options,
		  const struct compile_jobs *jobs, struct report *report);

struct mirror_copies;
struct view;

/*
 * The copies of a tree (an absolute path), to ask which changes concern them;
 * NULL if no rule asks for that. Free with copies_close(), which takes NULL.
 */
struct mirror_copies *copies_open(const struct options *options,
				  const char *root, const struct view *view);
void copies_close(struct mirror_copies *copies);

/* False if no change of a file, a path relative to the tree, concerns copies.
 */
bool copies_may_be_concerned(const char *path);

/* True if a change of a file, a path relative to the tree, concerns them. */
bool copies_are_concerned(const struct mirror_copies *copies, const char *path,
			  GBytes *before, GBytes *after);

/* Their paths, relative to the tree: an owned array of owned strings. */
GPtrArray *copies_paths(const struct mirror_copies *copies);

#endif
