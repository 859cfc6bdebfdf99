/* SPDX-License-Identifier: GPL-2.0-only */
/* Puts into words what stands at a place, for who points at it. */
#ifndef VMALINT_RUN_DESCRIBE_H
#define VMALINT_RUN_DESCRIBE_H

#include <glib.h>

struct analysis;
struct compile_job;
struct report;

/*
 * Parses a job as it is, and says of the flag, or else the smallest expression
 * of flags, around a line and a column (in bytes, both from 1) what it is: as
 * the only problem of an empty report, which is how a worker says anything.
 * Nothing if there is none. May crash: call it in a worker.
 */
void describe_place(const struct analysis *analysis,
		    const struct compile_job *job, guint line, guint column,
		    struct report *report);

#endif
