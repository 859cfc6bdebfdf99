/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The precompiled headers that jobs of the same arguments share. Whatever goes
 * wrong with one costs time only: jobs then parse without it.
 */
#ifndef VMALINT_PARSE_PREFIX_H
#define VMALINT_PARSE_PREFIX_H

#include <glib.h>

struct compile_job;
struct compile_jobs;
struct parse_prefixes;

/* The text of #include lines that most kernel files begin with; owned. */
char *prefix_text(void);

/* The files of a precompiled header: path -> struct stamp *; borrowed. */
const GHashTable *prefix_files(const struct parse_prefixes *prefixes,
			       const struct compile_jobs *jobs, guint target);

/*
 * The precompiled header to parse a job with, or NULL. A header that is itself
 * part of it gets none, as its code would then not belong to the unit.
 */
const char *prefix_for(const struct parse_prefixes *prefixes,
		       const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target);

#endif
