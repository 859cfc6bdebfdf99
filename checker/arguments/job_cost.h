/* SPDX-License-Identifier: GPL-2.0-only */
/* What a job may take, before it was ever done. */
#ifndef VMALINT_ARGUMENTS_JOB_COST_H
#define VMALINT_ARGUMENTS_JOB_COST_H

#include <glib.h>

struct compile_job;

/*
 * Milliseconds, from the file alone and without a clock: two machines agree
 * on it. 0 for a job that is skipped.
 */
guint job_cost_ms(const struct compile_job *job);

#endif
