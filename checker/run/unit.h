/* SPDX-License-Identifier: GPL-2.0-only */
/* One job from arguments to findings: parse, facts, rules. */
#ifndef VMALINT_RUN_UNIT_H
#define VMALINT_RUN_UNIT_H

#include <glib.h>

struct compile_job;
struct compile_jobs;
struct compile_target;
struct options;
struct parse_prefixes;
struct report;
struct unit_facts;

struct analysis {
	struct compile_jobs *jobs;
	const struct options *options;
	struct parse_prefixes *prefixes; /* or NULL */
};

/* Prepares facts with what is known of a job before its parse. */
void analysis_begin(const struct analysis *analysis,
		    const struct compile_job *job,
		    const struct compile_target *target,
		    struct unit_facts *facts);

/* Analyses a job into an empty report. May crash: call it in a worker. */
void analysis_run(const struct analysis *analysis,
		  const struct compile_job *job, struct report *report);

/* The facts of a job as text, owned. */
char *analysis_dump(const struct analysis *analysis,
		    const struct compile_job *job);

#endif
