// SPDX-License-Identifier: GPL-2.0-only
/* Counts parses and what they were for. */
#include "attempt_work.h"

#include "arguments/arguments.h"
#include "base/work.h"
#include "parse/parse.h"

gint64 attempt_work_note(struct work *work, const struct compile_job *job,
			 const struct parse_attempt *attempt,
			 const struct parse_outcome *outcome, gint64 begin_us)
{
	gint64 now_us = work_spend(work, WORK_VISIT_US, begin_us);

	/* All that is not libclang's parser is a visit of what it gives. */
	work->amounts[WORK_VISIT_US] -= outcome->parse_us + outcome->build_us;
	work->amounts[WORK_PARSE_US] += outcome->parse_us;
	work->amounts[WORK_PRECOMPILE_US] += outcome->build_us;
	work->amounts[WORK_PCH_BUILT] += outcome->has_built;
	work->amounts[WORK_PARSES] += outcome->nr_parses;
	work->amounts[WORK_OVER_PCH] += outcome->nr_over_pch;
	work->amounts[WORK_DISCARDED] += outcome->is_second;
	work->amounts[WORK_ATTEMPTS]++;
	work->amounts[WORK_VARIANTS] += attempt->variant != NULL;
	work->amounts[WORK_RETARGETS] += attempt->target != job->target;
	return now_us;
}
