/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Runs jobs in worker processes. A crash, a hang or exhausted memory costs the
 * job that met it; the worker is replaced and the rest goes on.
 */
#ifndef VMALINT_POOL_POOL_H
#define VMALINT_POOL_POOL_H

#include <glib.h>
#include <stdbool.h>

struct confinement;
struct pool_line;
struct report;
struct session;

/* How far the run has come; handed to the progress callback. */
struct pool_progress {
	guint done, total, findings;
	guint slowest;		/* index of the job that runs longest */
	double slowest_seconds; /* 0 when none runs */
};

#define POOL_NONE G_MAXUINT

/* What to run and within which limits; all callbacks get context. */
struct pool_request {
	guint nr_jobs;
	guint nr_workers;      /* at least 1 */
	guint timeout_seconds; /* per job; at least 1 */
	/* What workers are confined to; NULL: they are not. */
	const struct confinement *confinement;
	void *context;
	/*
	 * Jobs of one group (not 0) gain from being done by one worker, one
	 * after the other; groups come before what is in none. May be NULL.
	 */
	guint (*group)(void *context, guint job);
	/*
	 * The job that must have ended, be it lost, before this one begins; or
	 * POOL_NONE. It waits for none itself. May be NULL.
	 */
	guint (*after)(void *context, guint job);
	/*
	 * Analyses one job into an empty report; called in a worker. The line
	 * is for pool_send_so_far().
	 */
	void (*run)(void *context, guint job, const struct pool_line *line,
		    struct report *report);
	/* Says what a lost job was, into the main report; reason is a text. */
	void (*lost)(void *context, guint job, const char *reason,
		     struct report *report);
	/*
	 * The same of a lost job whose last report so far is in the main report
	 * by now. NULL if no job sends any.
	 */
	void (*cut)(void *context, guint job, const char *reason,
		    struct report *report);
	/*
	 * If it is not NULL, SIGINT and SIGTERM end the run early: it is called
	 * for each job that was not done by then. A second signal ends the
	 * process.
	 */
	void (*stopped)(void *context, guint job, struct report *report);
	/*
	 * Called in the main process with the packed report of each job that
	 * was not lost, and what it took its worker; may be NULL.
	 */
	void (*done)(void *context, guint job, GVariant *report,
		     guint milliseconds);
	/* Called about ten times a second; may be NULL. */
	void (*progress)(void *context, const struct pool_progress *progress);
};

/*
 * Runs all jobs and merges their reports into *report, in no order: call
 * report_finish() afterwards. report->stats counts what jobs say of theirs, and
 * the workers themselves. False with a problem recorded if no worker
 * could be started. session->ended_by tells whether a signal ended it. Threads
 * must not be running.
 */
bool pool_run(struct session *session, const struct pool_request *request,
	      struct report *report);

/*
 * Sends a report in which a job would be complete. Should the job be lost in
 * what it does then, this is what counts of it; of several, the last.
 */
void pool_send_so_far(const struct pool_line *line,
		      const struct report *report);

/* A worker that stays between jobs; what run() keeps in memory, it keeps. */
struct lasting_worker;

/* Of the request counts run(), context and the time limit; it is borrowed. */
struct lasting_worker *lasting_worker_new(const struct pool_request *request);

/* Takes NULL. */
void lasting_worker_free(struct lasting_worker *worker);

/*
 * Runs a job and merges its report. False if the worker was lost or took too
 * long; the next job gets a fresh one, with what is in memory here by then.
 */
bool lasting_worker_run(struct lasting_worker *worker, guint job,
			struct report *report);

#endif
