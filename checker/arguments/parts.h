/* SPDX-License-Identifier: GPL-2.0-only */
/* Files that are parts of others, and what programs are made of. */
#ifndef VMALINT_ARGUMENTS_PARTS_H
#define VMALINT_ARGUMENTS_PARTS_H

#include <glib.h>

struct compile_job;
struct compile_jobs;

/*
 * A C file that includes this one by a name in quotes, by itself or through
 * others, and that no C file includes: an owned absolute path, or NULL. Who
 * includes a file is looked for in its folder and the one above; these are
 * added to ret_folders (owned char *, each once), unless that is NULL.
 */
char *compile_find_user(const struct compile_jobs *jobs,
			const struct compile_job *job, GPtrArray *ret_folders);

/*
 * Adds the folders that compile_make_include() or compile_find_include() gives
 * for what the source, and what it includes from beside it, includes in quotes
 * and none of the arguments finds. Files that tell are added to
 * reads (owned char *).
 */
void missing_includes_predict(struct compile_jobs *jobs,
			      const struct compile_job *job, guint target,
			      GPtrArray *arguments, GHashTable *reads);

/* The file that a parse of the job begins with: its user, if it has one. */
const char *compile_main_file(const struct compile_job *job);

/* The headers of the tree: char *, relative to it; borrowed. */
const GPtrArray *compile_headers(struct compile_jobs *jobs);

/* A header that is not on disk; both owned. */
struct made_text {
	char *path; /* absolute */
	char *text;
};

/*
 * The headers that the Makefile of a program has its recipes write, as far as
 * it says how: struct made_text, owned. None for what is no program.
 */
GArray *compile_made_headers(const struct compile_jobs *jobs,
			     const struct compile_job *job, guint target);

#endif
