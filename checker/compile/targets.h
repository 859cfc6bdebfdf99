/* SPDX-License-Identifier: GPL-2.0-only */
/* The targets of a run: which architectures, where their headers are. */
#ifndef VMALINT_COMPILE_TARGETS_H
#define VMALINT_COMPILE_TARGETS_H

#include <stdbool.h>

struct compile_jobs;
struct session;

/*
 * Fills jobs->targets and jobs->arches with what --arch names, else with all
 * that the tree has and the table knows. False with a problem recorded.
 */
bool targets_resolve(struct session *session, struct compile_jobs *jobs);

#endif
