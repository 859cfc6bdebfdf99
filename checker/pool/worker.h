/* SPDX-License-Identifier: GPL-2.0-only */
/* One worker process: jobs go in by index, reports come out as frames. */
#ifndef VMALINT_POOL_WORKER_H
#define VMALINT_POOL_WORKER_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

#include "base/run_stats.h"

struct pool_request;
struct report;

/* The main process's end of a worker; pid is 0 when there is none. */
struct worker {
	pid_t pid;
	int jobs_fd;	/* job indices are written here */
	int reports_fd; /* frames are read from here */
	bool is_busy;
	guint job;
	guint group;	   /* of its last job, or 0 */
	gint64 started_us; /* of the job, monotonic */
	gint64 cpu_us;	   /* that it had used before the job began */
	GByteArray *input; /* of the frame that is arriving */
	GVariant *so_far;  /* owned: the last report of the job, or NULL */
};

/* A job that is done. */
struct worker_output {
	GVariant *report;	/* owned by the caller */
	gint64 busy_us;		/* what it took the worker */
	struct run_stats stats; /* of the report */
};

/* What a process had, all told. */
struct worker_usage {
	glong peak_kib;
	gint64 cpu_us;
};

enum worker_input {
	WORKER_MORE,	   /* nothing complete yet */
	WORKER_SO_FAR,	   /* worker->so_far is a new one: read again */
	WORKER_FRAME,	   /* *ret_output holds a report */
	WORKER_LAST_FRAME, /* likewise, and the worker has retired */
	WORKER_CLOSED,	   /* the process is gone, or talks nonsense */
};

/*
 * Starts a process that runs jobs until its pipe closes. nr_others and others
 * name the workers whose ends the child must not hold open. False on failure,
 * with errno.
 */
bool worker_start(struct worker *worker, const struct pool_request *request,
		  const struct worker *others, guint nr_others);

/* Hands a job to an idle worker. False if it is gone. */
bool worker_send(struct worker *worker, guint job);

/* Reads what has arrived. */
enum worker_input worker_read(struct worker *worker,
			      struct worker_output *ret_output);

/* A worker that has grown this large ends, and a fresh one follows. KiB. */
glong worker_recycle_limit_kib(void);

/*
 * Parts with a worker that has retired, without waiting for it: it may take a
 * while to give back its memory. *worker is then empty. Returns the process,
 * for worker_reap().
 */
pid_t worker_retire(struct worker *worker);

/* True if a retired process has ended; waits for that if told to. */
enum reap { REAP_IF_ENDED, REAP_WAIT };
bool worker_reap(pid_t pid, enum reap how, struct worker_usage *ret_usage);

/*
 * Waits for a worker that is gone, or kills it first, and says how it ended:
 * "killed by signal 11 (Segmentation fault)"; owned. *worker is then empty.
 */
char *worker_end(struct worker *worker, int kill_signal,
		 struct worker_usage *ret_usage);

/*
 * True if the job has used up a limit of processor time (us), whatever else the
 * machine does; or if it has not ended within ten times that by the clock, as
 * who waits for something that does not come.
 */
bool worker_is_late(const struct worker *worker, gint64 limit_us);

#endif
