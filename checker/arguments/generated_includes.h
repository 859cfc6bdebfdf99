/* SPDX-License-Identifier: GPL-2.0-only */
/* Headers that a build finds, or makes where they are asked for. */
#ifndef VMALINT_ARGUMENTS_GENERATED_INCLUDES_H
#define VMALINT_ARGUMENTS_GENERATED_INCLUDES_H

#include <glib.h>

struct compile_job;
struct compile_jobs;

/*
 * The include folder that makes `#include "name"` of this job found: that of
 * the nearest header of the tree whose path ends in name, or of the module if
 * the file is outside of it. Returns an owned absolute folder, or NULL if there
 * is none (a generated header).
 */
char *compile_find_include(struct compile_jobs *jobs,
			   const struct compile_job *job, const char *name);

/*
 * The include folder that makes `#include "name"` of this job found if a rule
 * of the Kbuild files of its folder and those around it makes such a header,
 * which is made now: an owned absolute path, or NULL. The files of the tree
 * that tell, be they there or not, are added to reads (owned char *).
 */
char *compile_make_include(struct compile_jobs *jobs,
			   const struct compile_job *job, guint target,
			   const char *name, GHashTable *reads);

/* A generated header that an empty one stands in for, and who makes it. */
struct unknown_header {
	char *rule;   /* the Kbuild file with the rule, from the root */
	char *recipe; /* how it is made, as written */
	guint line;   /* of the rule */
};

/*
 * What there is to say of a header (an absolute path) that a parse for a
 * target has read: NULL if it is not of this kind.
 */
const struct unknown_header *compile_unknown_header(struct compile_jobs *jobs,
						    guint target,
						    const char *path);

#endif
