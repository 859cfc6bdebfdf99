// SPDX-License-Identifier: GPL-2.0-only
/* Keeps the workers busy, replaces lost ones, and watches the clock. */
#include "pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>

#include "base/session.h"
#include "findings/findings.h"
#include "worker.h"

/* How often progress is shown and time limits are looked at. */
enum { TICK_MS = 100 };

struct pool {
	struct session *session;
	const struct pool_request *request;
	struct report *report;
	struct worker *workers;
	guint nr_workers;
	guint next; /* job to hand out */
	guint done;
};

static bool start(struct pool *pool, guint i)
{
	struct worker worker;

	if (!worker_start(&worker, pool->request, pool->workers,
			  pool->nr_workers))
		return false;
	pool->workers[i] = worker;
	return true;
}

/* Ends a worker; the job it was at, if any, is lost. */
static void lose(struct pool *pool, struct worker *worker, int kill_signal,
		 const char *reason)
{
	bool was_busy = worker->is_busy;
	guint job = worker->job;
	g_autofree char *end = worker_end(worker, kill_signal);

	if (!was_busy)
		return;
	pool->done++;
	pool->request->lost(pool->request->context, job, reason ? reason : end,
			    pool->report);
}

/* Hands out the next job. It stays to be done if the worker is gone. */
static void send(struct pool *pool, struct worker *worker)
{
	if (worker_send(worker, pool->next)) {
		pool->next++;
		return;
	}
	/* It had ended between two jobs. */
	worker->is_busy = false;
	lose(pool, worker, 0, NULL);
}

/*
 * Gives every idle worker a job. Fewer workers than asked for will do, if the
 * system has no room for more; false with a problem if there is none at all.
 */
static bool feed(struct pool *pool)
{
	bool has_worker = false;
	int error = 0;

	for (guint i = 0; i < pool->nr_workers; i++) {
		struct worker *worker = &pool->workers[i];
		bool is_wanted = !worker->is_busy &&
				 pool->next < pool->request->nr_jobs;

		if (is_wanted && worker->pid == 0 && !start(pool, i))
			error = errno;
		if (worker->pid == 0)
			continue;
		has_worker = true;
		if (is_wanted)
			send(pool, worker);
	}
	if (!has_worker)
		session_problem(pool->session, "pool", NULL, 0,
				"no worker process: %s", g_strerror(error));
	return has_worker;
}

static void tell(const struct pool *pool, const struct worker *worker,
		 GVariant *value)
{
	gint64 spent_us = g_get_monotonic_time() - worker->started_us;

	if (pool->request->done)
		pool->request->done(pool->request->context, worker->job, value,
				    (guint)(spent_us / 1000));
}

static void receive(struct pool *pool, struct worker *worker)
{
	g_autoptr(GVariant) value = NULL;
	enum worker_input input = worker_read(worker, &value);

	switch (input) {
	case WORKER_MORE:
		break;
	case WORKER_FRAME:
	case WORKER_LAST_FRAME:
		if (!report_merge_variant(pool->report, value)) {
			lose(pool, worker, SIGKILL,
			     "its worker sent a broken report");
			break;
		}
		tell(pool, worker, value);
		worker->is_busy = false;
		pool->done++;
		if (input == WORKER_LAST_FRAME)
			lose(pool, worker, 0, NULL);
		break;
	case WORKER_CLOSED:
		lose(pool, worker, SIGKILL, NULL);
		break;
	}
}

static void wait_for_input(struct pool *pool)
{
	g_autofree struct pollfd *fds = g_new0(struct pollfd, pool->nr_workers);
	g_autofree guint *owners = g_new0(guint, pool->nr_workers);
	nfds_t nr = 0;

	/* Only those that live: poll() takes no more than may be open. */
	for (guint i = 0; i < pool->nr_workers; i++) {
		if (pool->workers[i].pid == 0)
			continue;
		fds[nr].fd = pool->workers[i].reports_fd;
		fds[nr].events = POLLIN;
		owners[nr++] = i;
	}
	if (poll(fds, nr, TICK_MS) <= 0)
		return;
	for (nfds_t i = 0; i < nr; i++) {
		if (fds[i].revents)
			receive(pool, &pool->workers[owners[i]]);
	}
}

static void stop_late(struct pool *pool)
{
	gint64 limit = (gint64)pool->request->timeout_seconds * G_USEC_PER_SEC;

	for (guint i = 0; i < pool->nr_workers; i++) {
		struct worker *worker = &pool->workers[i];
		g_autofree char *reason = NULL;

		if (!worker->is_busy ||
		    g_get_monotonic_time() - worker->started_us < limit)
			continue;
		reason = g_strdup_printf("took longer than %u s",
					 pool->request->timeout_seconds);
		lose(pool, worker, SIGKILL, reason);
	}
}

static void show(const struct pool *pool)
{
	struct pool_progress progress = {
		.done = pool->done,
		.total = pool->request->nr_jobs,
		.findings = pool->report->findings->len,
	};

	for (guint i = 0; i < pool->nr_workers; i++) {
		const struct worker *worker = &pool->workers[i];
		double seconds;

		if (!worker->is_busy)
			continue;
		seconds =
			(double)(g_get_monotonic_time() - worker->started_us) /
			G_USEC_PER_SEC;
		if (seconds > progress.slowest_seconds) {
			progress.slowest_seconds = seconds;
			progress.slowest = worker->job;
		}
	}
	if (pool->request->progress)
		pool->request->progress(pool->request->context, &progress);
}

bool pool_run(struct session *session, const struct pool_request *request,
	      struct report *report)
{
	struct pool pool = {
		.session = session,
		.request = request,
		.report = report,
		.nr_workers =
			MIN(request->nr_workers, MAX(request->nr_jobs, 1)),
	};
	bool is_alive = true;

	/* A worker that is gone is told by write(), not by a signal. */
	signal(SIGPIPE, SIG_IGN);
	pool.workers = g_new0(struct worker, pool.nr_workers);
	while (is_alive && pool.done < request->nr_jobs) {
		is_alive = feed(&pool);
		wait_for_input(&pool);
		stop_late(&pool);
		show(&pool);
	}
	for (guint i = 0; i < pool.nr_workers; i++) {
		if (pool.workers[i].pid > 0)
			g_free(worker_end(&pool.workers[i], 0));
	}
	g_free(pool.workers);
	return is_alive;
}
