/* SPDX-License-Identifier: GPL-2.0-only */
/* Learns from the errors of a parse what makes the next one better. */
#ifndef VMALINT_PARSE_IMPROVE_H
#define VMALINT_PARSE_IMPROVE_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"

struct compile_job;
struct compile_jobs;

/* Whose errors they are, and how far help goes. */
struct improvement {
	struct compile_jobs *jobs;
	const struct compile_job *job;
	guint target;	   /* that it was parsed for */
	GHashTable *reads; /* char *: gets the files that were asked; owned */
	bool invents_constants; /* gives values to those that nobody defines */
};

/*
 * Adds arguments (char *, owned by the array) for the errors of a unit: above
 * all folders of headers that were not found. True if any of them is new.
 */
bool improve_arguments(CXTranslationUnit unit,
		       const struct improvement *improvement,
		       GPtrArray *arguments);

#endif
