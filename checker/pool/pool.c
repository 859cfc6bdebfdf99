// SPDX-License-Identifier: GPL-2.0-only
/* Keeps the workers busy, replaces lost ones, and watches the clock. */
#include "pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>

#include "base/run_stats.h"
#include "base/session.h"
#include "base/stop.h"
#include "findings/findings.h"
#include "queue.h"
#include "worker.h"

/* How often progress is shown and time limits are looked at. */
enum { TICK_MS = 100 };

struct pool {
	struct session *session;
	const struct pool_request *request;
	struct report *report;
	struct worker *workers;
	guint nr_workers;
	struct queue queue; /* of the jobs to hand out */
	guint done;
	gint64 first_idle_us; /* when a worker found no more to do, or 0 */
	GArray *retired;      /* pid_t: processes that are ending */
	struct stop stop;
	bool *is_ended; /* of each job: it is done, or lost */
};

static struct run_stats *stats_of(const struct pool *pool)
{
	return &pool->report->stats;
}

static void note_usage(struct pool *pool, const struct worker_usage *usage)
{
	struct run_stats *stats = stats_of(pool);

	stats->amounts[STATS_CPU_US] += usage->cpu_us;
	stats->peak_kib = MAX(stats->peak_kib, usage->peak_kib);
}

static bool start(struct pool *pool, guint i)
{
	struct worker worker;

	if (!worker_start(&worker, pool->request, pool->workers,
			  pool->nr_workers))
		return false;
	pool->workers[i] = worker;
	stats_of(pool)->amounts[STATS_PROCESSES]++;
	return true;
}

/* A job needs no more. */
static void end_job(struct pool *pool, guint job)
{
	pool->done++;
	pool->is_ended[job] = true;
	queue_end(&pool->queue, job);
}

/* Ends a worker; the job it was at, if any, is lost, or cut. */
static void lose(struct pool *pool, struct worker *worker, int kill_signal,
		 const char *reason)
{
	const struct pool_request *request = pool->request;
	bool was_busy = worker->is_busy;
	guint job = worker->job;
	g_autoptr(GVariant) so_far = g_steal_pointer(&worker->so_far);
	struct worker_usage usage;
	g_autofree char *end = worker_end(worker, kill_signal, &usage);

	note_usage(pool, &usage);
	if (!was_busy)
		return;
	end_job(pool, job);
	stats_of(pool)->amounts[STATS_LOST]++;
	if (request->cut && so_far &&
	    report_merge_variant(pool->report, so_far))
		request->cut(request->context, job, reason ? reason : end,
			     pool->report);
	else
		request->lost(request->context, job, reason ? reason : end,
			      pool->report);
}

/*
 * Hands out the next job, if one can begin. It stays to be done if the worker
 * is gone.
 */
static void send(struct pool *pool, struct worker *worker)
{
	guint job = queue_next(&pool->queue, pool->workers, pool->nr_workers,
			       worker);

	if (job == POOL_NONE)
		return;
	if (worker_send(worker, job)) {
		queue_take(&pool->queue, worker, job);
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
		bool is_wanted = !worker->is_busy && pool->queue.left > 0;

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

static void reap_retired(struct pool *pool, enum reap how)
{
	for (guint i = pool->retired->len; i > 0; i--) {
		struct worker_usage usage;

		if (!worker_reap(g_array_index(pool->retired, pid_t, i - 1),
				 how, &usage))
			continue;
		note_usage(pool, &usage);
		g_array_remove_index_fast(pool->retired, i - 1);
	}
}

/* Whoever is done goes on at once, before others look at what was done. */
static void go_on(struct pool *pool, struct worker *worker,
		  enum worker_input input)
{
	bool has_more = pool->queue.left > 0;
	pid_t pid;

	worker->is_busy = false;
	if (!has_more && pool->first_idle_us == 0)
		pool->first_idle_us = g_get_monotonic_time();
	if (input == WORKER_LAST_FRAME) {
		pid = worker_retire(worker);
		g_array_append_val(pool->retired, pid);
		stats_of(pool)->amounts[STATS_RECYCLED]++;
		/* If that fails, feed() tries again, and says so. */
		has_more = has_more &&
			   start(pool, (guint)(worker - pool->workers));
	}
	if (has_more)
		send(pool, worker);
}

static void take(struct pool *pool, struct worker *worker,
		 enum worker_input input, const struct worker_output *output)
{
	guint job = worker->job;

	if (!report_merge_variant(pool->report, output->report)) {
		lose(pool, worker, SIGKILL, "its worker sent a broken report");
		return;
	}
	run_stats_add(stats_of(pool), &output->stats);
	stats_of(pool)->amounts[STATS_BUSY_US] += output->busy_us;
	end_job(pool, job);
	go_on(pool, worker, input);
	if (pool->request->done)
		pool->request->done(pool->request->context, job, output->report,
				    (guint)(output->busy_us / 1000));
}

static void receive(struct pool *pool, struct worker *worker)
{
	struct worker_output output = { 0 };
	enum worker_input input;

	do {
		input = worker_read(worker, &output);
	} while (input == WORKER_SO_FAR);
	switch (input) {
	case WORKER_SO_FAR:
	case WORKER_MORE:
		break;
	case WORKER_FRAME:
	case WORKER_LAST_FRAME:
		take(pool, worker, input, &output);
		g_variant_unref(output.report);
		break;
	case WORKER_CLOSED:
		lose(pool, worker, SIGKILL, NULL);
		break;
	}
}

static void wait_for_input(struct pool *pool)
{
	g_autofree struct pollfd *fds =
		g_new0(struct pollfd, pool->nr_workers + 1);
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
	/* Of no worker, and passed over if it is -1: who waits wakes up. */
	fds[nr] = (struct pollfd){ .fd = pool->stop.fd, .events = POLLIN };
	if (poll(fds, nr + 1, TICK_MS) <= 0)
		return;
	for (nfds_t i = 0; i < nr; i++) {
		struct worker *worker = &pool->workers[owners[i]];

		/* One that was there before may be gone by now. */
		if (fds[i].revents && worker->pid > 0)
			receive(pool, worker);
	}
}

static void stop_late(struct pool *pool)
{
	gint64 limit = (gint64)pool->request->timeout_seconds * G_USEC_PER_SEC;

	for (guint i = 0; i < pool->nr_workers; i++) {
		struct worker *worker = &pool->workers[i];
		g_autofree char *reason = NULL;

		if (!worker->is_busy || !worker_is_late(worker, limit))
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

/* What the workers could have done in the time of a run, and did not. */
static void note_time(struct pool *pool, gint64 begin_us)
{
	gint64 now_us = g_get_monotonic_time();
	struct run_stats *stats = stats_of(pool);

	stats->amounts[STATS_CAPACITY_US] +=
		(now_us - begin_us) * pool->request->nr_workers;
	stats->workers = MAX(stats->workers, pool->nr_workers);
	stats->limit_kib = worker_recycle_limit_kib();
	if (pool->first_idle_us != 0)
		stats->tail_us = now_us - pool->first_idle_us;
}

static void end_workers(struct pool *pool)
{
	struct worker_usage usage;

	/* All are told before the first is waited for. */
	for (guint i = 0; i < pool->nr_workers; i++) {
		pid_t pid;

		if (pool->workers[i].pid == 0)
			continue;
		if (pool->workers[i].is_busy) {
			g_free(worker_end(&pool->workers[i], SIGKILL, &usage));
			note_usage(pool, &usage);
			continue;
		}
		pid = worker_retire(&pool->workers[i]);
		g_array_append_val(pool->retired, pid);
	}
	reap_retired(pool, REAP_WAIT);
}

static void tell_stopped(const struct pool *pool)
{
	const struct pool_request *request = pool->request;

	for (guint job = 0; job < request->nr_jobs; job++) {
		if (!pool->is_ended[job])
			request->stopped(request->context, job, pool->report);
	}
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
		.retired = g_array_new(FALSE, FALSE, sizeof(pid_t)),
		.stop = { .fd = -1 },
		.is_ended = g_new0(bool, request->nr_jobs + 1),
	};
	gint64 begin_us = g_get_monotonic_time();
	bool is_alive = true;

	/* A worker that is gone is told by write(), not by a signal. */
	signal(SIGPIPE, SIG_IGN);
	pool.workers = g_new0(struct worker, pool.nr_workers);
	queue_init(&pool.queue, request);
	if (request->stopped)
		stop_listen(&pool.stop);
	while (is_alive && !session->ended_by && pool.done < request->nr_jobs) {
		is_alive = feed(&pool);
		wait_for_input(&pool);
		stop_late(&pool);
		reap_retired(&pool, REAP_IF_ENDED);
		show(&pool);
		session->ended_by = stop_signal(&pool.stop);
	}
	stop_end(&pool.stop);
	if (session->ended_by)
		tell_stopped(&pool);
	note_time(&pool, begin_us);
	end_workers(&pool);
	g_array_free(pool.retired, TRUE);
	queue_release(&pool.queue);
	g_free(pool.workers);
	g_free(pool.is_ended);
	return is_alive;
}
