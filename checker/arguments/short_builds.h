/* SPDX-License-Identifier: GPL-2.0-only */
/* At which widths of a long files are built. */
#ifndef VMALINT_ARGUMENTS_SHORT_BUILDS_H
#define VMALINT_ARGUMENTS_SHORT_BUILDS_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct compile_target;

/*
 * True of a file that kernels of both widths may have: the tree's own, of no
 * architecture, and no configuration was given.
 */
bool compile_widths_vary(const struct compile_jobs *jobs,
			 const struct compile_job *job);

/*
 * True unless a file cannot be built where a long has 32 bits: by the lines of
 * the Makefiles above it that name it or its folder, and what the Kconfig files
 * beside these say of the symbols on such lines. What is not found there, as an
 * included file, counts as built everywhere. False for files of arch/, of
 * modules outside of the tree and of user space, and where a configuration was
 * given, which has its width. Adds the files that it looked for, absolute and
 * owned, to looked.
 */
bool compile_builds_short(const struct compile_jobs *jobs,
			  const struct compile_job *job, GPtrArray *looked);

/*
 * True if a file of arch/ that a target parses at 32 bits is also built where a
 * long has 64: its architecture has both, and the file no row of its own.
 */
bool compile_builds_long(const struct compile_jobs *jobs,
			 const struct compile_job *job,
			 const struct compile_target *target,
			 GPtrArray *looked);

#endif
