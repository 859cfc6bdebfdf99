/* SPDX-License-Identifier: GPL-2.0-only */
/* Parses one job as often as its relevant lines need. */
#ifndef VMALINT_RUN_ATTEMPTS_H
#define VMALINT_RUN_ATTEMPTS_H

#include <glib.h>

struct analysis;
struct compile_job;
struct parse_outcome;
struct pool_line;
struct report;
struct unit_facts;

/*
 * Called with the facts of every attempt: condition is what it needs beyond
 * the first one ("!CONFIG_MMU"), or "". seen holds the outcomes of earlier
 * attempts (struct parse_outcome).
 */
typedef void (*attempt_callback)(const struct analysis *analysis,
				 const struct unit_facts *facts,
				 const char *condition, const GArray *seen,
				 struct report *report);

/*
 * Runs the attempts of a job: as it is for its first target; with skipped
 * branches decided; for other targets and with constants mended where errors
 * hide relevant lines. Reports the lines and how the file ended; what is known
 * before attempts that may be lost is sent by the line.
 */
void attempts_run(const struct analysis *analysis,
		  const struct compile_job *job, attempt_callback callback,
		  const struct pool_line *line, struct report *report);

#endif
