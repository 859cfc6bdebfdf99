// SPDX-License-Identifier: GPL-2.0-only
/* The main job: a selection, one pass over it, what counts of it. */
#include "check.h"

#include "base/run_stats.h"
#include "base/session.h"
#include "change/change.h"
#include "check_change.h"
#include "commands.h"
#include "findings/findings.h"
#include "options/options.h"
#include "output/output.h"
#include "run/cache_folder.h"
#include "run/pass.h"
#include "run/shard.h"
#include "run/triage.h"
#include "select/select.h"
#include "watch.h"

static int check_selection(struct session *session,
			   const struct options *options,
			   const struct selection *selection,
			   struct check_pass *pass)
{
	gint64 at_us;

	switch (check_pass_run(session, options, selection, pass)) {
	case CHECK_DONE:
		at_us = g_get_monotonic_time();
		if (options->run.shard_count > 0)
			check_shard_triage(session, options, pass);
		else
			triage_report(session, options, &selection->tree, NULL,
				      &pass->report);
		triage_baseline(session, options, &selection->tree, NULL,
				&pass->report);
		run_stats_spend(&pass->report.stats, STATS_TRIAGE_US, at_us);
		return check_pass_write(session, options, pass, NULL);
	case CHECK_DUMPED:
		return 0;
	case CHECK_FAILED:
		break;
	}
	return output_failure(session, NULL);
}

int check_all(struct session *session, const struct options *options)
{
	struct selection selection;
	struct check_pass pass;
	int status;

	if (options->change.kind != CHANGE_NONE)
		return check_change(session, options);
	if (options->run.watch)
		return watch_run(session, options);
	check_pass_init(&pass);
	if (files_select(session, &options->select, &options->keep,
			 &selection)) {
		triage_patterns(session, options, &selection);
		status = check_selection(session, options, &selection, &pass);
	} else {
		status = output_failure(session, NULL);
	}
	check_pass_release(&pass);
	selection_release(&selection);
	return status;
}

int check_run(struct session *session, const struct options *options)
{
	return cache_folder_use(session, options, check_all);
}
