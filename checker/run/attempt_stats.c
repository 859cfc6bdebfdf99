// SPDX-License-Identifier: GPL-2.0-only
/* Counts parses and what they were for. */
#include "attempt_stats.h"

#include "arguments/arguments.h"
#include "base/run_stats.h"
#include "parse/parse.h"

gint64 attempt_stats_note(struct run_stats *stats,
			  const struct compile_job *job,
			  const struct parse_attempt *attempt,
			  const struct parse_outcome *outcome, gint64 begin_us)
{
	gint64 now_us = run_stats_spend(stats, STATS_VISIT_US, begin_us);

	/* All that is not libclang's parser is a visit of what it gives. */
	stats->amounts[STATS_VISIT_US] -= outcome->parse_us + outcome->build_us;
	stats->amounts[STATS_PARSE_US] += outcome->parse_us;
	stats->amounts[STATS_PRECOMPILE_US] += outcome->build_us;
	stats->amounts[STATS_PCH_BUILT] += outcome->has_built;
	stats->amounts[STATS_PARSES] += outcome->nr_parses;
	stats->amounts[STATS_OVER_PCH] += outcome->nr_over_pch;
	stats->amounts[STATS_DISCARDED] += outcome->is_second;
	stats->amounts[STATS_ATTEMPTS]++;
	stats->amounts[STATS_VARIANTS] += attempt->variant != NULL;
	stats->amounts[STATS_RETARGETS] += attempt->target != job->target;
	return now_us;
}
