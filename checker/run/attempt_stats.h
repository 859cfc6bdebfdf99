/* SPDX-License-Identifier: GPL-2.0-only */
/* What one attempt at a file has cost. */
#ifndef VMALINT_RUN_ATTEMPT_STATS_H
#define VMALINT_RUN_ATTEMPT_STATS_H

#include <glib.h>

struct compile_job;
struct parse_attempt;
struct parse_outcome;
struct run_stats;

/* Adds a parse that began then; returns what the time is now. */
gint64 attempt_stats_note(struct run_stats *stats,
			  const struct compile_job *job,
			  const struct parse_attempt *attempt,
			  const struct parse_outcome *outcome, gint64 begin_us);

#endif
