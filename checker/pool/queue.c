// SPDX-License-Identifier: GPL-2.0-only
#include "queue.h"

#include <stdbool.h>

#include "pool.h"
#include "worker.h"

void queue_init(struct queue *queue, const struct pool_request *request)
{
	queue->request = request;
	queue->is_out = g_new0(guint8, MAX(request->nr_jobs, 1));
	queue->is_ended = g_new0(guint8, MAX(request->nr_jobs, 1));
	queue->first = 0;
	queue->left = request->nr_jobs;
}

void queue_release(struct queue *queue)
{
	g_clear_pointer(&queue->is_out, g_free);
	g_clear_pointer(&queue->is_ended, g_free);
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

static bool is_ready(const struct queue *queue, guint job)
{
	const struct pool_request *request = queue->request;
	guint before;

	if (queue->is_out[job])
		return false;
	before = request->after ? request->after(request->context, job) :
				  POOL_NONE;
	return before == POOL_NONE || queue->is_ended[before];
}

guint queue_next(const struct queue *queue, const struct worker *workers,
		 guint nr_workers, const struct worker *worker)
{
	guint first = POOL_NONE, first_free = POOL_NONE;

	for (guint job = queue->first; job < queue->request->nr_jobs; job++) {
		guint group;

		if (!is_ready(queue, job))
			continue;
		group = group_of(queue, job);
		if (group != 0 && group == worker->group)
			return job;
		if (first == POOL_NONE)
			first = job;
		if (first_free == POOL_NONE &&
		    !is_taken(workers, nr_workers, group))
			first_free = job;
	}
	return first_free != POOL_NONE ? first_free : first;
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

void queue_end(struct queue *queue, guint job)
{
	queue->is_ended[job] = 1;
}
