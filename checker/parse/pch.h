/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The precompiled headers that jobs of the same arguments share. Whatever goes
 * wrong with one costs time only: jobs then parse without it.
 */
#ifndef VMALINT_PARSE_PCH_H
#define VMALINT_PARSE_PCH_H

#include <glib.h>
#include <stdbool.h>

struct asked;
struct compile_job;
struct compile_jobs;
struct warm_units;
struct bodiless_headers;
struct parse_outcome;
struct pch_set;
struct shared_unit;
struct unit_facts;

/* True if a parse over a precompiled header may be better without it. */
bool pch_is_unsure(const struct parse_outcome *outcome,
		   const struct unit_facts *facts);

/* The headers without bodies; borrowed. NULL without a pch_set. */
struct bodiless_headers *pch_bodiless(const struct pch_set *pch_set);

/* What headers share; borrowed. NULL if there are no pch_set. */
struct shared_unit *pch_shared(const struct pch_set *pch_set);

/* What is kept of files that are parsed again; borrowed. NULL: nothing. */
struct warm_units *pch_warm_units(const struct pch_set *pch_set);

/*
 * What was asked when the header of a target was precompiled: its reads are
 * the files in it, and more. Borrowed; NULL if there is none.
 */
const struct asked *pch_asked(struct pch_set *pch_set,
			      const struct compile_jobs *jobs, guint target);

/*
 * The files that the header of a target would hold, for a job that may begin
 * with it: their errors are told of themselves, of no file that begins so,
 * whether or not it does this time. Borrowed; NULL if the job never does.
 */
const GHashTable *pch_files(struct pch_set *pch_set,
			    const struct compile_jobs *jobs,
			    const struct compile_job *job, guint target);

/*
 * The precompiled header to parse a job with, or NULL. A header that is itself
 * part of it gets none, as its code would then not belong to the unit.
 */
const char *pch_for(struct pch_set *pch_set, const struct compile_jobs *jobs,
		    const struct compile_job *job, guint target);

/*
 * Makes the precompiled header of a target for a job that lacks headers,
 * though it was not worth it for all. *ret_is_new: it was not there yet. True
 * if pch_for() finds it then.
 */
bool pch_make_for(struct pch_set *pch_set, const struct compile_jobs *jobs,
		  const struct compile_job *job, guint target,
		  bool *ret_is_new);

#endif
