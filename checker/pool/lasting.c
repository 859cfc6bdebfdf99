// SPDX-License-Identifier: GPL-2.0-only
/* One worker that stays between jobs, with all that it has in memory. */
#include <errno.h>
#include <poll.h>
#include <signal.h>

#include "findings/findings.h"
#include "pool.h"
#include "worker.h"

struct lasting_worker {
	const struct pool_request *request;
	struct worker worker;
};

struct lasting_worker *lasting_worker_new(const struct pool_request *request)
{
	struct lasting_worker *worker = g_new0(struct lasting_worker, 1);

	signal(SIGPIPE, SIG_IGN);
	worker->request = request;
	return worker;
}

static void stop(struct lasting_worker *worker)
{
	struct worker_usage usage;

	if (worker->worker.pid > 0)
		g_free(worker_end(&worker->worker, SIGKILL, &usage));
}

void lasting_worker_free(struct lasting_worker *worker)
{
	if (!worker)
		return;
	stop(worker);
	g_free(worker);
}

static bool begin(struct lasting_worker *worker, guint job)
{
	/* One that had grown is gone since its last job. */
	if (worker->worker.pid > 0 && worker_send(&worker->worker, job))
		return true;
	stop(worker);
	return worker_start(&worker->worker, worker->request, NULL, 0) &&
	       worker_send(&worker->worker, job);
}

/* How often it is asked whether the time is up. */
enum { TICK_MS = 100 };

/* What a worker says within the time limit. */
static enum worker_input wait_for(struct lasting_worker *worker,
				  struct worker_output *ret_output)
{
	const gint64 limit_us =
		(gint64)worker->request->timeout_seconds * G_USEC_PER_SEC;
	enum worker_input input = WORKER_MORE;

	/* Whoever waits here has other ways than half an answer. */
	while (input == WORKER_MORE || input == WORKER_SO_FAR) {
		struct pollfd fd = { .fd = worker->worker.reports_fd,
				     .events = POLLIN };

		if (worker_is_late(&worker->worker, limit_us))
			return WORKER_CLOSED;
		if (input == WORKER_SO_FAR || poll(&fd, 1, TICK_MS) > 0)
			input = worker_read(&worker->worker, ret_output);
	}
	return input;
}

bool lasting_worker_run(struct lasting_worker *worker, guint job,
			struct report *report)
{
	struct worker_output output = { 0 };
	enum worker_input input;
	bool done = false;

	if (!begin(worker, job))
		return false;
	input = wait_for(worker, &output);
	if (input == WORKER_FRAME || input == WORKER_LAST_FRAME) {
		done = report_merge_variant(report, output.report);
		run_stats_add(&report->stats, &output.stats);
		g_variant_unref(output.report);
	}
	if (!done || input == WORKER_LAST_FRAME)
		stop(worker);
	return done;
}
