// SPDX-License-Identifier: GPL-2.0-only
#include "queue.h"

#include <stdbool.h>

#include "pool.h"
#include "worker.h"

void queue_init(struct queue *queue, const struct pool_request *request)
{
	queue->request = request;
	queue->is_out = g_new0(guint8, MAX(request->nr_jobs, 1));
	queue->first = 0;
	queue->left = request->nr_jobs;
}

void queue_release(struct queue *queue)
{
	g_clear_pointer(&queue->is_out, g_free);
}

static guint group_of(const struct queue *queue, guint job)
{
	const struct pool_request *request = queue->request;

	return request->group ? request->group(request->context, job) : 0;
}

static bool is_taken(const struct worker *workers, guint nr_workers,
		     guint group)
{
	for (guint i = 0; group != 0 && i < nr_workers; i++) {
		if (workers[i].pid > 0 && workers[i].group == group)
			return true;
	}
	return false;
}

guint queue_next(const struct queue *queue, const struct worker *workers,
		 guint nr_workers, const struct worker *worker)
{
	guint free_job = queue->request->nr_jobs;

	for (guint job = queue->first; job < queue->request->nr_jobs; job++) {
		guint group = queue->is_out[job] ? 0 : group_of(queue, job);

		if (queue->is_out[job])
			continue;
		if (group != 0 && group == worker->group)
			return job;
		if (free_job == queue->request->nr_jobs &&
		    !is_taken(workers, nr_workers, group))
			free_job = job;
		/* Groups come first: none is left that it is at. */
		if (group == 0)
			break;
	}
	return free_job < queue->request->nr_jobs ? free_job : queue->first;
}

void queue_take(struct queue *queue, struct worker *worker, guint job)
{
	worker->group = group_of(queue, job);
	queue->is_out[job] = 1;
	queue->left--;
	while (queue->first < queue->request->nr_jobs &&
	       queue->is_out[queue->first])
		queue->first++;
}
