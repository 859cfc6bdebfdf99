/* SPDX-License-Identifier: GPL-2.0-only */
/* One job from arguments to findings: parse, facts, rules. */
#ifndef VMALINT_RUN_UNIT_H
#define VMALINT_RUN_UNIT_H

#include <glib.h>

struct analysis;
struct compile_job;
struct pool_line;
struct report;

/*
 * Analyses a job into an empty report. May crash: call it in a worker. Sends
 * by the line what is known before it tries more.
 */
void analysis_run(const struct analysis *analysis,
		  const struct compile_job *job, const struct pool_line *line,
		  struct report *report);

/* The facts of a job as text, owned. */
char *analysis_dump(const struct analysis *analysis,
		    const struct compile_job *job);

#endif
