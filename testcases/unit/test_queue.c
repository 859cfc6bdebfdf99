// SPDX-License-Identifier: GPL-2.0-only
/* Tests of who gets which job: checker/pool/queue.h. */
#include <glib.h>

#include "pool/pool.h"
#include "pool/queue.h"
#include "pool/worker.h"

enum { NR_WORKERS = 2 };

/* Two jobs of group 1, three of group 2, one of group 3, and two of none. */
static const guint groups[] = { 1, 1, 2, 2, 2, 3, 0, 0 };

static guint group_of(void *context, guint job)
{
	return ((const guint *)context)[job];
}

static struct pool_request request_of(const guint *of_jobs, guint nr)
{
	return (struct pool_request){
		.nr_jobs = nr,
		.context = (void *)of_jobs,
		.group = group_of,
	};
}

static guint give(struct queue *queue, struct worker *workers, guint who)
{
	guint job = queue_next(queue, workers, NR_WORKERS, &workers[who]);

	queue_take(queue, &workers[who], job);
	return job;
}

static void test_stays_with_its_group(void)
{
	struct pool_request request = request_of(groups, G_N_ELEMENTS(groups));
	struct worker workers[NR_WORKERS] = { { .pid = 1 }, { .pid = 2 } };
	struct queue queue;

	queue_init(&queue, &request);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 0);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 2);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 3);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 1);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 5);
	/* What is left of groups belongs to another. */
	g_assert_cmpuint(give(&queue, workers, 0), ==, 6);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 4);
	g_assert_cmpuint(queue.left, ==, 1);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 7);
	g_assert_cmpuint(queue.left, ==, 0);
	queue_release(&queue);
}

/* No worker is idle while something is left, whose group it may be. */
static void test_helps_out(void)
{
	static const guint all_one[] = { 1, 1, 1 };
	struct pool_request request = request_of(all_one, 3);
	struct worker workers[NR_WORKERS] = { { .pid = 1 }, { .pid = 2 } };
	struct queue queue;

	queue_init(&queue, &request);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 0);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 1);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 2);
	g_assert_cmpuint(queue.left, ==, 0);
	queue_release(&queue);
}

/* The group of a worker that is gone is nobody's. */
static void test_takes_over(void)
{
	struct pool_request request = request_of(groups, G_N_ELEMENTS(groups));
	struct worker workers[NR_WORKERS] = { { .pid = 1 }, { .pid = 2 } };
	struct queue queue;

	queue_init(&queue, &request);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 0);
	workers[0] = (struct worker){ 0 };
	g_assert_cmpuint(give(&queue, workers, 1), ==, 1);
	queue_release(&queue);
}

/* Jobs 2 and 3 wait for job 0, which is of group 1, as job 1 is. */
static guint after_first(void *context, guint job)
{
	(void)context;
	return job >= 2 ? 0 : POOL_NONE;
}

static void test_waits_for_what_comes_before(void)
{
	static const guint of_jobs[] = { 1, 1, 0, 0 };
	struct pool_request request = request_of(of_jobs, 4);
	struct worker workers[NR_WORKERS] = { { .pid = 1 }, { .pid = 2 } };
	struct queue queue;

	request.after = after_first;
	queue_init(&queue, &request);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 0);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 1);
	g_assert_cmpuint(queue_next(&queue, workers, NR_WORKERS, &workers[1]),
			 ==, POOL_NONE);
	g_assert_cmpuint(queue.left, ==, 2);
	queue_end(&queue, 1);
	g_assert_cmpuint(queue_next(&queue, workers, NR_WORKERS, &workers[1]),
			 ==, POOL_NONE);
	queue_end(&queue, 0);
	g_assert_cmpuint(give(&queue, workers, 1), ==, 2);
	g_assert_cmpuint(give(&queue, workers, 0), ==, 3);
	queue_release(&queue);
}

static void test_in_order_without_groups(void)
{
	const struct pool_request request = { .nr_jobs = 3 };
	struct worker workers[NR_WORKERS] = { { .pid = 1 }, { .pid = 2 } };
	struct queue queue;

	queue_init(&queue, &request);
	for (guint job = 0; job < request.nr_jobs; job++)
		g_assert_cmpuint(give(&queue, workers, job % NR_WORKERS), ==,
				 job);
	queue_release(&queue);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/queue/group", test_stays_with_its_group);
	g_test_add_func("/queue/help", test_helps_out);
	g_test_add_func("/queue/gone", test_takes_over);
	g_test_add_func("/queue/before", test_waits_for_what_comes_before);
	g_test_add_func("/queue/none", test_in_order_without_groups);
	return g_test_run();
}
