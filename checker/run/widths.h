/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The same code at the other width of a long: it is reasoned about and not
 * parsed again.
 */
#ifndef VMALINT_RUN_WIDTHS_H
#define VMALINT_RUN_WIDTHS_H

#include <glib.h>

struct compile_job;
struct compile_jobs;
struct compile_target;
struct inputs;
struct unit_facts;

/*
 * Before facts_derive(): notes in the facts that a file which was parsed at 32
 * bits is also built at 64. What was looked at since a time joins the inputs.
 */
void widths_note_long(const struct compile_jobs *jobs,
		      const struct compile_job *job,
		      const struct compile_target *target,
		      struct unit_facts *facts, struct inputs *inputs,
		      gint64 since_ns);

/* After it: that one which was parsed at 64 bits is also built at 32. */
void widths_note_short(const struct compile_jobs *jobs,
		       const struct compile_job *job, struct unit_facts *facts,
		       struct inputs *inputs, gint64 since_ns);

#endif
