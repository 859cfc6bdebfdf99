/* SPDX-License-Identifier: GPL-2.0-only */
/* What the Makefile of a part in user space says of its programs. */
#ifndef VMALINT_ARGUMENTS_PROGRAM_H
#define VMALINT_ARGUMENTS_PROGRAM_H

#include <glib.h>

struct arch;
struct compile_job;
struct tree;

/*
 * Adds the arguments that the nearest Makefile above a program passes to the
 * compiler, as far as they change what the source means.
 */
void program_add_arguments(GPtrArray *arguments, const struct tree *tree,
			   const struct arch *arch, const char *source);

#endif
