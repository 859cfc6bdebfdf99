/* SPDX-License-Identifier: GPL-2.0-only */
/* Runs whose rules ask for no unit. Private to run/. */
#ifndef VMALINT_RUN_UNASKED_H
#define VMALINT_RUN_UNASKED_H

#include <stdbool.h>

struct compile_jobs;
struct options;
struct report;

/* True if a rule that is enabled reads the facts of units. */
bool units_are_asked(const struct options *options);

/*
 * Tells of all files what is known without a parse: what there is to know of
 * them for such rules is known.
 */
void units_leave(const struct compile_jobs *jobs, struct report *report);

#endif
