/* SPDX-License-Identifier: GPL-2.0-only */
/* The attempts at one file so far, and the way to another. Private to run/. */
#ifndef VMALINT_RUN_COURSE_H
#define VMALINT_RUN_COURSE_H

#include <glib.h>
#include <stdbool.h>

#include "attempts.h"

struct asked;
struct compile_job;
struct inputs;
struct parse_attempt;
struct parse_outcome;

/* The state of one job between its attempts. */
struct course {
	const struct analysis *analysis;
	const struct compile_job *job;
	attempt_callback callback;
	struct report *report;
	GArray *seen;	       /* struct parse_outcome of all attempts so far */
	GPtrArray *facts;      /* struct unit_facts: their strings live on */
	GHashTable *open;      /* line -> struct line_outcome * not yet seen */
	GPtrArray *variants;   /* struct branch_variant: of skipped lines */
	struct inputs *inputs; /* all that it depends on; at last also .. */
	struct asked *asked;   /* .. what was asked for it alone */
};

/* One attempt; its facts and outcome are kept until the job ends. */
const struct parse_outcome *course_attempt(struct course *course,
					   struct parse_attempt *attempt,
					   const char *condition);

/* Lines that are still open, of one of the two kinds; ascending; owned. */
GArray *course_open_lines(const struct course *course, bool is_skipped);

/* True if one of the lines (guint32) is open. */
bool course_is_any_open(const struct course *course, const GArray *lines);

/* retries.c, for lines that errors hide: inside the file that includes it, */
void retry_user(struct course *course);

/* .. with macros defined that heads of functions lack, */
void retry_recovery(struct course *course);

/* .. with constants defined that only a build would generate, */
void retry_mending(struct course *course);

/* .. and for other targets. */
void retry_targets(struct course *course);

#endif
