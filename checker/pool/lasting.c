// SPDX-License-Identifier: GPL-2.0-only
/* One worker that stays between jobs, with all that it has in memory. */
#include <errno.h>
#include <poll.h>
#include <signal.h>

#include "findings/findings.h"
#include "pool.h"
#include "worker.h"

struct standing_worker {
	const struct pool_request *request;
	struct worker worker;
};

struct standing_worker *standing_worker_new(const struct pool_request *request)
{
	struct standing_worker *standing = g_new0(struct standing_worker, 1);

	signal(SIGPIPE, SIG_IGN);
	standing->request = request;
	return standing;
}

static void stop(struct standing_worker *standing)
{
	struct worker_usage usage;

	if (standing->worker.pid > 0)
		g_free(worker_end(&standing->worker, SIGKILL, &usage));
}

void standing_worker_free(struct standing_worker *standing)
{
	if (!standing)
		return;
	stop(standing);
	g_free(standing);
}

static bool begin(struct standing_worker *standing, guint job)
{
	/* One that had grown is gone since its last job. */
	if (standing->worker.pid > 0 && worker_send(&standing->worker, job))
		return true;
	stop(standing);
	return worker_start(&standing->worker, standing->request, NULL, 0) &&
	       worker_send(&standing->worker, job);
}

/* What a worker says within the time limit. */
static enum worker_input wait_for(struct standing_worker *standing,
				  struct worker_output *ret_output)
{
	const gint64 end_us =
		g_get_monotonic_time() +
		(gint64)standing->request->timeout_seconds * G_USEC_PER_SEC;
	enum worker_input input = WORKER_MORE;

	/* Whoever waits here has other ways than half an answer. */
	while (input == WORKER_MORE || input == WORKER_SO_FAR) {
		gint64 left_us = end_us - g_get_monotonic_time();
		struct pollfd fd = { .fd = standing->worker.reports_fd,
				     .events = POLLIN };

		if (left_us <= 0)
			return WORKER_CLOSED;
		if (input == WORKER_SO_FAR ||
		    poll(&fd, 1, (int)(left_us / 1000) + 1) > 0)
			input = worker_read(&standing->worker, ret_output);
	}
	return input;
}

bool standing_worker_run(struct standing_worker *standing, guint job,
			 struct report *report)
{
	struct worker_output output = { 0 };
	enum worker_input input;
	bool done = false;

	if (!begin(standing, job))
		return false;
	input = wait_for(standing, &output);
	if (input == WORKER_FRAME || input == WORKER_LAST_FRAME) {
		done = report_merge_variant(report, output.report);
		work_add(&report->work, &output.work);
		g_variant_unref(output.report);
	}
	if (!done || input == WORKER_LAST_FRAME)
		stop(standing);
	return done;
}
