/* SPDX-License-Identifier: GPL-2.0-only */
/* The attempts at one file so far, and the way to another. Private to run/. */
#ifndef VMALINT_RUN_UNIT_RUN_H
#define VMALINT_RUN_UNIT_RUN_H

#include <glib.h>
#include <stdbool.h>

#include "attempts.h"

struct asked;
struct compile_job;
struct inputs;
struct parse_attempt;
struct parse_outcome;

/* Why a line is left open that facts_is_for_other() tells of. */
#define UNSEEN_OTHER_KERNEL "for another kernel"

/* The state of one job between its attempts. */
struct unit_run {
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
	bool is_left_with_errors; /* no attempt of retry_builder() helped */
};

/* One attempt; its facts and outcome are kept until the job ends. */
const struct parse_outcome *unit_run_attempt(struct unit_run *run,
					     struct parse_attempt *attempt,
					     const char *condition);

/* Lines that are still open, of one of the two kinds; ascending; owned. */
GArray *unit_run_open_lines(const struct unit_run *run, bool is_skipped);

/* True if one of the lines (guint32) is open. */
bool unit_run_is_any_open(const struct unit_run *run, const GArray *lines);

/* retries.c, for lines that errors hide: inside the file that includes it, */
void retry_user(struct unit_run *run);

/* .. with macros defined that heads of functions lack, */
void retry_recovery(struct unit_run *run);

/* the same for one other attempt, by what its outcome says, */
void retry_recovery_of(struct unit_run *run, const struct parse_attempt *lost,
		       const GArray *recovered, const char *condition);

/* .. with constants defined that only a build would generate, */
void retry_mending(struct unit_run *run);

/* .. as a configuration has it that builds a file which has errors, */
void retry_builder(struct unit_run *run);

/* .. and for other targets. */
void retry_targets(struct unit_run *run);

#endif
