/* SPDX-License-Identifier: GPL-2.0-only */
/* Which job a worker gets next; private to pool/. */
#ifndef VMALINT_POOL_QUEUE_H
#define VMALINT_POOL_QUEUE_H

#include <glib.h>

struct pool_request;
struct worker;

struct queue {
	const struct pool_request *request;
	guint8 *is_out;	  /* of each job: handed out */
	guint8 *is_ended; /* of each job */
	guint first;	  /* all before it are */
	guint left;	  /* how many are not */
};

void queue_init(struct queue *queue, const struct pool_request *request);
void queue_release(struct queue *queue);

/*
 * The next job for a worker: the first of the group that it is at, else the
 * first of a group that no worker is at, else the first. POOL_NONE if all that
 * are left wait for others to end.
 */
guint queue_next(const struct queue *queue, const struct worker *workers,
		 guint nr_workers, const struct worker *worker);

/* Takes a job out, which that worker has got. */
void queue_take(struct queue *queue, struct worker *worker, guint job);

/* Says that a job has ended, and what waits for it may begin. */
void queue_end(struct queue *queue, guint job);

#endif
