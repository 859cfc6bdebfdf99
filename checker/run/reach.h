/* SPDX-License-Identifier: GPL-2.0-only */
/* What the workers of a run may reach: the tree, its build, the compiler. */
#ifndef VMALINT_RUN_REACH_H
#define VMALINT_RUN_REACH_H

#include "pool/pool.h"

struct compile_jobs;
struct options;

struct reach;

/* What it takes to make the headers of these jobs. */
struct reach *reach_of_targets(const struct options *options,
			       const struct compile_jobs *jobs);

/* What these jobs need. */
struct reach *reach_new(const struct options *options,
			const struct compile_jobs *jobs);

/* For a pool's request; NULL if workers run a program, as with --sparse. */
const struct confinement *reach_confinement(const struct reach *reach);

/* Folders to be looked at for each file that is read; NULL: the kernel does. */
const GPtrArray *reach_to_check(const struct reach *reach);

/* What confines them, for a message; owned. */
char *reach_describe(const struct reach *reach);

void reach_free(struct reach *reach);

#endif
