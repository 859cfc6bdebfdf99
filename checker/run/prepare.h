/* SPDX-License-Identifier: GPL-2.0-only */
/* Has workers make the headers that a build would have made. */
#ifndef VMALINT_RUN_PREPARE_H
#define VMALINT_RUN_PREPARE_H

#include <stdbool.h>

struct compile_jobs;
struct options;
struct report;
struct session;

/*
 * Makes the headers of all wanted targets that are not there already. False
 * with a problem recorded.
 */
bool targets_prepare(struct session *session, const struct options *options,
		     struct compile_jobs *jobs, struct report *report);

#endif
