/* SPDX-License-Identifier: GPL-2.0-only */
/* Analyses the jobs of a pass. */
#ifndef VMALINT_CHECK_JOBS_H
#define VMALINT_CHECK_JOBS_H

#include <stdbool.h>

struct compile_jobs;
struct options;
struct report;
struct session;

/*
 * Adds what all jobs give to a report that report_finish() has not seen.
 * False with a problem recorded.
 */
bool check_jobs_run(struct session *session, const struct options *options,
		    struct compile_jobs *jobs, struct report *report);

#endif
