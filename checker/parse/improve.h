/* SPDX-License-Identifier: GPL-2.0-only */
/* Learns from the errors of a parse what makes the next one better. */
#ifndef VMALINT_PARSE_IMPROVE_H
#define VMALINT_PARSE_IMPROVE_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"

struct compile_job;
struct compile_jobs;

enum improvement {
	IMPROVE_INCLUDES,  /* folders of headers that were not found */
	IMPROVE_CONSTANTS, /* also values of constants that nobody defines */
};

/*
 * Adds arguments (char *, owned by the array) for the errors of a unit. True
 * if any of them is new.
 */
bool improve_arguments(CXTranslationUnit unit, struct compile_jobs *jobs,
		       const struct compile_job *job,
		       enum improvement improvement, GPtrArray *arguments);

#endif
