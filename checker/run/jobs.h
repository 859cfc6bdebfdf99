/* SPDX-License-Identifier: GPL-2.0-only */
/* Analyses the jobs of a pass. */
#ifndef VMALINT_RUN_JOBS_H
#define VMALINT_RUN_JOBS_H

#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct options;
struct report;
struct session;

/* How jobs ended; but for JOBS_DONE a problem is recorded. */
enum jobs_end {
	JOBS_DONE,
	JOBS_WITHOUT_HEADERS, /* they cannot be written where they belong */
	JOBS_FAILED,
};

/*
 * Adds what all jobs give to a report that report_finish() has not seen. If
 * headers cannot be written nothing is added.
 */
enum jobs_end check_jobs_run(struct session *session,
			     const struct options *options,
			     struct compile_jobs *jobs, struct report *report);

/*
 * Reports the lines of a job that is not to be parsed as unseen, and why; false
 * if it is to be.
 */
bool job_report_skipped(const struct compile_job *job, struct report *report);

#endif
