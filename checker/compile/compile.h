/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * From a selected file to the arguments that parse it: as the kernel's own
 * build would pass them, made without any build. What a build would generate
 * is written to a cache folder; nothing of the tree is executed or changed.
 */
#ifndef VMALINT_COMPILE_COMPILE_H
#define VMALINT_COMPILE_COMPILE_H

#include <glib.h>
#include <stdbool.h>

struct options;
struct selected_file;
struct selection;
struct session;
struct tree;

/*
 * A file's content as the parser shall see it. The const of the flag word of
 * struct vm_area_struct is blanked, in place, so that a write to it stays an
 * ordinary assignment instead of an error that hides its operands.
 */
struct overlay {
	const char *path; /* absolute */
	char *text;	  /* owned */
	gsize length;
};

/* One translation unit to parse. Strings belong to the session. */
struct compile_job {
	const struct selected_file *file; /* borrowed from the selection */
	const char *source;	 /* absolute path of the main file */
	const char *arch;	 /* folder of arch/ that it is parsed for */
	GPtrArray *arguments;	 /* char *, no compiler name and no source */
	const char *prefix;	 /* where its precompiled header goes, or NULL */
	const char *skip_reason; /* why it is not parsed at all, or NULL */
};

struct compile_jobs {
	const struct tree *tree;  /* borrowed */
	GArray *jobs;		  /* struct compile_job, order of selection */
	GArray *overlays;	  /* struct overlay */
	GPtrArray *arches;	  /* char *: architectures in use, sorted */
	const GPtrArray *headers; /* char *: borrowed; headers of the tree */
};

/*
 * Resolves a job for every selected file. False with a problem recorded if
 * the cache folder cannot be written; compile_jobs_release() either way.
 */
bool compile_jobs_resolve(struct session *session,
			  const struct options *options,
			  const struct selection *selection,
			  struct compile_jobs *ret_jobs);

void compile_jobs_release(struct compile_jobs *jobs);

/*
 * The include folder that makes `#include "name"` of this job found: that of
 * the nearest header of the tree whose path ends in name. Returns an owned
 * absolute folder, or NULL if the tree has none (a generated header).
 */
char *compile_find_include(const struct compile_jobs *jobs,
			   const struct compile_job *job, const char *name);

/* The command line that repeats a job with clang, for a shell; owned. */
char *compile_job_command(const struct compile_job *job);

#endif
