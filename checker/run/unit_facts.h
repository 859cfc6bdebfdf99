/* SPDX-License-Identifier: GPL-2.0-only */
/* Facts of a unit before its parse, and what all units of a pass share. */
#ifndef VMALINT_RUN_UNIT_FACTS_H
#define VMALINT_RUN_UNIT_FACTS_H

struct compile_job;
struct compile_jobs;
struct compile_target;
struct options;
struct pch_set;
struct unit_facts;

struct analysis {
	struct compile_jobs *jobs;
	const struct options *options;
	struct pch_set *pch_set; /* or NULL */
};

/* Prepares facts with what is known of a job before its parse. */
void analysis_begin(const struct analysis *analysis,
		    const struct compile_job *job,
		    const struct compile_target *target,
		    struct unit_facts *facts);

#endif
