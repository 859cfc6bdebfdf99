/* SPDX-License-Identifier: GPL-2.0-only */
/* The parsed unit of a job to facts. */
#ifndef VMALINT_PARSE_LOWER_JOB_H
#define VMALINT_PARSE_LOWER_JOB_H

#include <glib.h>

#include "libclang.h"

struct compile_job;
struct compile_jobs;
struct parse_attempt;
struct parse_outcome;
struct pch_set;
struct unit_facts;

/* A unit, and what it was parsed for; all borrowed. */
struct lower_request {
	const struct compile_jobs *jobs;
	const struct compile_job *job;
	const struct parse_attempt *attempt;
	CXTranslationUnit unit;
	const GArray *unsaved; /* struct CXUnsavedFile: given to the parser */
	/* NULL: an attempt like this never has a precompiled header. */
	struct pch_set *pch_set;
};

/*
 * Fills in the facts of the job's file and what the outcome says of errors and
 * lines. If the unit does not hold the file, that is its failure.
 */
void lower_job(const struct lower_request *request, struct unit_facts *facts,
	       struct parse_outcome *outcome);

#endif
