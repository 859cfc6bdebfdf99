// SPDX-License-Identifier: GPL-2.0-only
/* Asks how files are built elsewhere, where the answer matters. */
#include "widths.h"

#include "arguments/short_builds.h"
#include "facts/facts.h"
#include "keep/inputs.h"

void widths_note_long(const struct compile_jobs *jobs,
		      const struct compile_job *job,
		      const struct compile_target *target,
		      struct unit_facts *facts, struct inputs *inputs,
		      gint64 since_ns)
{
	g_autoptr(GPtrArray) looked = g_ptr_array_new_with_free_func(g_free);

	facts->is_long_too = facts->word_bits == 32 &&
			     compile_builds_long(jobs, job, target, looked);
	inputs_add_all(inputs, looked, since_ns);
}

void widths_note_short(const struct compile_jobs *jobs,
		       const struct compile_job *job, struct unit_facts *facts,
		       struct inputs *inputs, gint64 since_ns)
{
	g_autoptr(GPtrArray) looked = g_ptr_array_new_with_free_func(g_free);

	if (facts->word_bits != 64 || !compile_widths_vary(jobs, job) ||
	    !facts_names_far_bits(facts))
		return;
	facts->is_short_too = compile_builds_short(jobs, job, looked);
	facts->is_long_only = !facts->is_short_too;
	inputs_add_all(inputs, looked, since_ns);
}
