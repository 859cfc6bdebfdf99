/* SPDX-License-Identifier: GPL-2.0-only */
/* What one attempt at a file has read. */
#ifndef VMALINT_RUN_ATTEMPT_FILES_H
#define VMALINT_RUN_ATTEMPT_FILES_H

#include <glib.h>

struct compile_jobs;
struct parse_outcome;
struct report;

/*
 * Adds all that a parse for a target has read since a time to the inputs of the
 * report, and to its problems who makes those headers that are empty because
 * that is not understood.
 */
void attempt_files_note(struct compile_jobs *jobs, guint target,
			const struct parse_outcome *outcome, gint64 since_ns,
			struct report *report);

#endif
