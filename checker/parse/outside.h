/* SPDX-License-Identifier: GPL-2.0-only */
/* Files that a unit has read, and that are none of what it may read. */
#ifndef VMALINT_PARSE_OUTSIDE_H
#define VMALINT_PARSE_OUTSIDE_H

#include <stdbool.h>

struct compile_jobs;
struct parse_outcome;
struct unit_facts;

/*
 * True if a unit has read a file that lies, behind all links, in none of the
 * folders that may be read, as far as the kernel does not see to that: then no
 * word of the unit is to be shown, be it of an error. Sets the outcome's
 * failure.
 */
bool outside_was_read(const struct compile_jobs *jobs, struct unit_facts *facts,
		      struct parse_outcome *outcome);

#endif
