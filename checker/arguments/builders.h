/* SPDX-License-Identifier: GPL-2.0-only */
/* Which configurations build a file. */
#ifndef VMALINT_ARGUMENTS_BUILDERS_H
#define VMALINT_ARGUMENTS_BUILDERS_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;

/*
 * The first of some targets (guint) whose configuration builds a file, by the
 * Makefile of its folder (`obj-$(CONFIG_X) += file.o' and parts of objects).
 * False if none does, or if the file's own target does. Appends the targets
 * that were asked to an array; their sources decide the answer.
 */
bool compile_find_builder(const struct compile_jobs *jobs,
			  const struct compile_job *job, const GArray *targets,
			  GArray *ret_asked, guint *ret_target);

#endif
