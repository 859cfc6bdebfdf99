// SPDX-License-Identifier: GPL-2.0-only
/* Workers: what a crash, a hang or an early end costs, and what it does not. */
#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/session.h"
#include "findings/findings.h"
#include "pool/pool.h"

/* What the job of an index does in its worker. */
enum act {
	ACT_REPORT,
	ACT_CRASH,
	ACT_KILLED,
	ACT_EXIT,
	ACT_EXIT_CLEAN,
	ACT_HANG, /* waits for ever */
	ACT_SPIN, /* works for ever */
	ACT_SLOW, /* waits longer than the limit, and reports */
	ACT_LARGE,
	ACT_GROW,
	ACT_HALF, /* sends a report, and another, and hangs */
};

/* More than a worker may have and go on. Bytes. */
enum { GROWTH = 340 << 20 };

/* The jobs of one test and what came of them. */
struct trial {
	const enum act *acts; /* by job; NULL: all report */
	GPtrArray *lost;      /* owned "job: reason", in order */
	guint nr_cut;	      /* of the lost */
	guint timeout_seconds;
	guint nr_shown;
	guint last_done;
};

static void add_finding(struct report *report, guint job, guint line)
{
	g_autofree char *path = g_strdup_printf("job%u.c", job);
	struct finding finding = {
		.rule = "rule",
		.severity = SEVERITY_ERROR,
		.at = { .path = path,
			.line = line,
			.column = 1,
			.end_line = line,
			.end_column = 2 },
		.message = "message",
		.function = "",
		.arch = "",
		.fingerprint = "",
		.advice = "",
	};

	report_add(report, &finding);
}

static void end_job(struct report *report, guint job)
{
	g_autofree char *path = g_strdup_printf("job%u.c", job);

	add_finding(report, job, 1);
	report_file(report, path, FILE_ANALYSED, NULL, NULL);
}

static void grow(void)
{
	volatile guint8 *bytes = g_malloc(GROWTH);

	for (guint i = 0; i < GROWTH; i += 1024)
		bytes[i] = 1;
	g_free((gpointer)bytes);
}

static void run_act(void *context, guint job, const struct pool_line *line,
		    struct report *report)
{
	const struct trial *trial = context;
	struct rlimit none = { 0, 0 };

	switch (trial->acts ? trial->acts[job] : ACT_REPORT) {
	case ACT_REPORT:
		break;
	case ACT_CRASH:
		setrlimit(RLIMIT_CORE, &none);
		signal(SIGSEGV, SIG_DFL);
		raise(SIGSEGV);
		break;
	case ACT_KILLED:
		raise(SIGKILL);
		break;
	case ACT_EXIT:
		_exit(3);
	case ACT_EXIT_CLEAN:
		_exit(0);
	case ACT_HANG:
		for (;;)
			pause();
	case ACT_GROW:
		grow();
		break;
	case ACT_SPIN:
		for (volatile guint i = 0;; i++)
			;
	case ACT_SLOW:
		g_usleep((gulong)2 * G_USEC_PER_SEC);
		break;
	case ACT_HALF:
		pool_send_so_far(line, report);
		end_job(report, job);
		pool_send_so_far(line, report);
		for (;;)
			pause();
	case ACT_LARGE:
		for (guint i = 2; i < 5000; i++)
			add_finding(report, job, i);
		break;
	}
	end_job(report, job);
}

static void note_lost(void *context, guint job, const char *reason,
		      struct report *report)
{
	struct trial *trial = context;
	g_autofree char *path = g_strdup_printf("job%u.c", job);

	g_ptr_array_add(trial->lost, g_strdup_printf("%u: %s", job, reason));
	report_file(report, path, FILE_FAILED, reason, NULL);
}

static void note_cut(void *context, guint job, const char *reason,
		     struct report *report)
{
	struct trial *trial = context;

	(void)report;
	trial->nr_cut++;
	g_ptr_array_add(trial->lost,
			g_strdup_printf("%u is cut: %s", job, reason));
}

static void note_progress(void *context, const struct pool_progress *progress)
{
	struct trial *trial = context;

	g_assert_cmpuint(progress->done, <=, progress->total);
	g_assert_cmpuint(progress->done, >=, trial->last_done);
	trial->last_done = progress->done;
	trial->nr_shown++;
}

static void trial_init(struct trial *trial, const enum act *acts)
{
	memset(trial, 0, sizeof(*trial));
	trial->acts = acts;
	trial->timeout_seconds = 1;
	trial->lost = g_ptr_array_new_with_free_func(g_free);
}

static void trial_release(struct trial *trial)
{
	g_ptr_array_free(trial->lost, TRUE);
}

/* Runs the jobs; every one has ended, and as many as given are lost. */
static void run_jobs(struct trial *trial, guint nr_jobs, guint nr_workers,
		     struct report *report)
{
	struct pool_request request = {
		.nr_jobs = nr_jobs,
		.nr_workers = nr_workers,
		.timeout_seconds = trial->timeout_seconds,
		.context = trial,
		.run = run_act,
		.lost = note_lost,
		.cut = note_cut,
		.progress = note_progress,
	};
	struct session session;

	session_init(&session);
	g_assert_true(pool_run(&session, &request, report));
	g_assert_cmpuint(session.problems->len, ==, 0);
	g_assert_cmpuint(report->files->len, ==, nr_jobs);
	g_assert_cmpint(report->stats.amounts[STATS_LOST], ==,
			trial->lost->len);
	g_assert_cmpint(report->stats.amounts[STATS_BUSY_US], <=,
			report->stats.amounts[STATS_CAPACITY_US]);
	g_assert_cmpuint(report_count_files(report, FILE_FAILED), ==,
			 trial->lost->len - trial->nr_cut);
	session_release(&session);
}

static void test_many_jobs(void)
{
	static const guint workers[] = { 1, 2, 7, 64 };

	for (gsize i = 0; i < G_N_ELEMENTS(workers); i++) {
		struct report report;
		struct trial trial;

		report_init(&report);
		trial_init(&trial, NULL);
		trial.timeout_seconds = 60;
		run_jobs(&trial, 300, workers[i], &report);
		g_assert_cmpuint(report.findings->len, ==, 300);
		g_assert_cmpuint(trial.lost->len, ==, 0);
		trial_release(&trial);
		report_release(&report);
	}
}

static void test_no_jobs(void)
{
	struct report report;
	struct trial trial;

	report_init(&report);
	trial_init(&trial, NULL);
	run_jobs(&trial, 0, 3, &report);
	trial_release(&trial);
	report_release(&report);
}

/* Each way to be lost has its words, and costs nothing else. */
static void test_losses(void)
{
	static const struct {
		enum act act;
		const char *reason;
	} rows[] = {
		{ ACT_CRASH, "1: killed by signal 11 (Segmentation fault)" },
		{ ACT_KILLED, "1: killed by signal 9 (Killed)" },
		{ ACT_EXIT, "1: ended with status 3" },
		{ ACT_EXIT_CLEAN, "1: ended before it was done" },
		{ ACT_SPIN, "1: took longer than 2 s" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const enum act acts[] = { ACT_REPORT, rows[i].act, ACT_REPORT,
					  ACT_REPORT };
		struct report report;
		struct trial trial;

		report_init(&report);
		trial_init(&trial, acts);
		trial.timeout_seconds = rows[i].act == ACT_SPIN ? 2 : 60;
		run_jobs(&trial, G_N_ELEMENTS(acts), 1 + i % 2, &report);
		g_assert_cmpuint(trial.lost->len, ==, 1);
		g_assert_cmpstr(g_ptr_array_index(trial.lost, 0), ==,
				rows[i].reason);
		g_assert_cmpuint(report.findings->len, ==, 3);
		trial_release(&trial);
		report_release(&report);
	}
}

/* It is the time of the processor that counts, not what others do meanwhile. */
static void test_slow(void)
{
	static const enum act acts[] = { ACT_SLOW, ACT_REPORT };
	struct report report;
	struct trial trial;

	report_init(&report);
	trial_init(&trial, acts);
	run_jobs(&trial, G_N_ELEMENTS(acts), 2, &report);
	g_assert_cmpuint(trial.lost->len, ==, 0);
	g_assert_cmpuint(report.findings->len, ==, 2);
	trial_release(&trial);
	report_release(&report);
}

static void test_all_lost(void)
{
	enum act acts[40];
	struct report report;
	struct trial trial;

	for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
		acts[i] = i % 2 ? ACT_CRASH : ACT_EXIT_CLEAN;
	report_init(&report);
	trial_init(&trial, acts);
	trial.timeout_seconds = 60;
	run_jobs(&trial, G_N_ELEMENTS(acts), 3, &report);
	g_assert_cmpuint(trial.lost->len, ==, G_N_ELEMENTS(acts));
	trial_release(&trial);
	report_release(&report);
}

/* Reports far larger than a pipe, from all workers at once. */
static void test_large_reports(void)
{
	const enum act acts[] = { ACT_LARGE, ACT_LARGE, ACT_CRASH, ACT_LARGE,
				  ACT_LARGE };
	struct report report;
	struct trial trial;

	report_init(&report);
	trial_init(&trial, acts);
	trial.timeout_seconds = 60;
	run_jobs(&trial, G_N_ELEMENTS(acts), 3, &report);
	g_assert_cmpuint(report.findings->len, ==, 19996);
	g_assert_cmpuint(trial.lost->len, ==, 1);
	trial_release(&trial);
	report_release(&report);
}

/* Who has grown is followed by a fresh one; nothing is lost. */
static void test_recycling(void)
{
	const enum act acts[] = { ACT_GROW, ACT_REPORT, ACT_GROW, ACT_GROW,
				  ACT_REPORT };

	for (guint nr_workers = 1; nr_workers <= 2; nr_workers++) {
		struct report report;
		struct trial trial;
		const gint64 *amounts = report.stats.amounts;

		report_init(&report);
		trial_init(&trial, acts);
		trial.timeout_seconds = 60;
		run_jobs(&trial, G_N_ELEMENTS(acts), nr_workers, &report);
		g_assert_cmpuint(trial.lost->len, ==, 0);
		g_assert_cmpuint(report.findings->len, ==, 5);
		g_assert_cmpint(amounts[STATS_RECYCLED], ==, 3);
		g_assert_cmpint(amounts[STATS_PROCESSES], >=, 3);
		g_assert_cmpint(amounts[STATS_PROCESSES], <=, 3 + nr_workers);
		g_assert_cmpint(report.stats.peak_kib, >=, GROWTH >> 10);
		g_assert_cmpuint(report.stats.workers, ==, nr_workers);
		trial_release(&trial);
		report_release(&report);
	}
}

static void test_progress(void)
{
	const enum act acts[] = { ACT_SPIN, ACT_REPORT };
	struct report report;
	struct trial trial;

	report_init(&report);
	trial_init(&trial, acts);
	run_jobs(&trial, G_N_ELEMENTS(acts), 2, &report);
	g_assert_cmpuint(trial.last_done, ==, 2);
	/* A second at ten a second, give or take a busy machine. */
	g_assert_cmpuint(trial.nr_shown, >, 3);
	trial_release(&trial);
	report_release(&report);
}

/* What a system has no room for: fewer workers do, none is a problem. */
static void run_with_descriptors(rlim_t nr_more)
{
	struct rlimit limit;
	struct report report;
	struct trial trial;
	int next = dup(0);

	close(next);
	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = (rlim_t)next + nr_more;
	setrlimit(RLIMIT_NOFILE, &limit);
	report_init(&report);
	trial_init(&trial, NULL);
	trial.timeout_seconds = 60;
	run_jobs(&trial, 100, 50, &report);
	g_assert_cmpuint(report.findings->len, ==, 100);
	trial_release(&trial);
	report_release(&report);
}

/* The last that a lost job has sent counts, and it is not lost. */
static void test_half(void)
{
	static const enum act acts[] = { ACT_HALF, ACT_REPORT, ACT_HANG,
					 ACT_REPORT };
	struct trial trial;
	struct report report;

	trial_init(&trial, acts);
	report_init(&report);
	run_jobs(&trial, G_N_ELEMENTS(acts), 2, &report);
	g_assert_cmpuint(trial.lost->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(trial.lost, 0), ==,
			"0 is cut: took longer than 1 s");
	g_assert_cmpuint(report.findings->len, ==, 3);
	trial_release(&trial);
	report_release(&report);
}

static void test_few_descriptors(void)
{
	if (g_test_subprocess()) {
		run_with_descriptors(9);
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_passed();
}

static void test_no_descriptors(void)
{
	struct pool_request request = {
		.nr_jobs = 1,
		.nr_workers = 1,
		.timeout_seconds = 1,
		.run = run_act,
		.lost = note_lost,
	};
	struct rlimit limit, before;
	struct session session;
	struct report report;

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		return;
	}
	session_init(&session);
	report_init(&report);
	getrlimit(RLIMIT_NOFILE, &before);
	limit = before;
	limit.rlim_cur = 3;
	setrlimit(RLIMIT_NOFILE, &limit);
	g_assert_false(pool_run(&session, &request, &report));
	setrlimit(RLIMIT_NOFILE, &before);
	g_assert_cmpuint(session.problems->len, ==, 1);
	report_release(&report);
	session_release(&session);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pool/many_jobs", test_many_jobs);
	g_test_add_func("/pool/no_jobs", test_no_jobs);
	g_test_add_func("/pool/losses", test_losses);
	g_test_add_func("/pool/slow", test_slow);
	g_test_add_func("/pool/all_lost", test_all_lost);
	g_test_add_func("/pool/large_reports", test_large_reports);
	g_test_add_func("/pool/recycling", test_recycling);
	g_test_add_func("/pool/half", test_half);
	g_test_add_func("/pool/progress", test_progress);
	g_test_add_func("/pool/few_descriptors", test_few_descriptors);
	g_test_add_func("/pool/no_descriptors", test_no_descriptors);
	return g_test_run();
}
