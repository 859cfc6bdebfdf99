// SPDX-License-Identifier: GPL-2.0-only
#include "prepare.h"

#include <glib.h>

#include "arguments/arguments.h"
#include "base/session.h"
#include "options/options.h"
#include "pool/pool.h"
#include "reach.h"

/* Longer than a file system takes for two changes of one time. */
enum { SETTLE_US = 25000 };

/* What the pool's callbacks share. */
struct preparation {
	struct compile_jobs *jobs;
	GArray *wanted; /* guint: targets to prepare */
};

static void prepare_target(void *context, guint index,
			   const struct pool_line *line, struct report *report)
{
	const struct preparation *preparation = context;
	struct session session;

	(void)line;
	(void)report;
	/* The main process meets the same problem again, and records it. */
	session_init(&session);
	compile_target_prepare(
		&session, preparation->jobs,
		g_array_index(preparation->wanted, guint, index));
	session_release(&session);
}

static void lose_target(void *context, guint index, const char *reason,
			struct report *report)
{
	(void)context;
	(void)index;
	(void)reason;
	(void)report;
}

/* Prepares each of the wanted targets, in parallel. */
static bool run_workers(struct session *session, const struct options *options,
			struct preparation *preparation, struct report *report)
{
	struct reach *reach = reach_of_targets(options, preparation->jobs);
	const struct pool_request request = {
		.nr_jobs = preparation->wanted->len,
		.nr_workers = options->run.jobs,
		.timeout_seconds = options->run.timeout_seconds,
		.confinement = reach_confinement(reach),
		.context = preparation,
		.run = prepare_target,
		.lost = lose_target,
	};
	bool done = pool_run(session, &request, report);

	reach_free(reach);
	return done;
}

static bool is_wanted(const struct compile_jobs *jobs, guint target)
{
	return g_array_index(jobs->targets, struct compile_target, target)
		.is_wanted;
}

bool targets_prepare(struct session *session, const struct options *options,
		     struct compile_jobs *jobs, struct report *report)
{
	g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(guint));
	struct preparation preparation = { .jobs = jobs, .wanted = wanted };

	for (guint i = 0; i < jobs->targets->len; i++) {
		if (is_wanted(jobs, i) && !compile_target_is_made(jobs, i))
			g_array_append_val(wanted, i);
	}
	if (wanted->len > 0 &&
	    !run_workers(session, options, &preparation, report))
		return false;
	for (guint i = 0; i < jobs->targets->len; i++) {
		if (is_wanted(jobs, i) &&
		    !compile_target_prepare(session, jobs, i))
			return false;
	}
	/* What is read right behind its making could pass for changing. */
	if (wanted->len > 0)
		g_usleep(SETTLE_US);
	return true;
}
