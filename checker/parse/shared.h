/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * One parsed unit of the headers that most kernel files begin with, kept for
 * all of them that are jobs of their own.
 */
#ifndef VMALINT_PARSE_SHARED_H
#define VMALINT_PARSE_SHARED_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"

struct asked;
struct compile_job;
struct compile_jobs;
struct bodiless_headers;
struct shared_unit;

/* Holds no unit yet. Never NULL; free with shared_unit_free(). */
struct shared_unit *shared_unit_new(void);
void shared_unit_free(struct shared_unit *shared);

/* False if a header is none of those that others include first. */
bool shared_unit_may_hold(const struct compile_job *job);

/*
 * Takes a unit of common_headers_text() that was parsed for a target, its
 * index, and what its parse has asked.
 */
void shared_unit_adopt(struct shared_unit *shared, CXIndex index,
		       CXTranslationUnit unit, guint target,
		       struct asked *asked);

/*
 * The unit that holds the header of a job, parsed for a target; NULL if the
 * header is not one of those. The unit is good until the next call.
 */
CXTranslationUnit shared_unit_for(struct shared_unit *shared,
				  const struct compile_jobs *jobs,
				  struct bodiless_headers *bodiless,
				  const struct compile_job *job, guint target);

/*
 * The names (char *) of all files in the unit for a target; borrowed, good as
 * long as the unit.
 */
const GHashTable *shared_unit_files(struct shared_unit *shared,
				    const struct compile_jobs *jobs,
				    struct bodiless_headers *bodiless,
				    guint target);

/* What the parse of the unit has asked; borrowed. */
const struct asked *shared_unit_asked(const struct shared_unit *shared);

/* Gives back the memory of the unit; the next call makes it anew. */
void shared_unit_drop(struct shared_unit *shared);

#endif
