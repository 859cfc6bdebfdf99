/* SPDX-License-Identifier: GPL-2.0-only */
/* Findings and lines of each part of the kernel; private to output/. */
#ifndef VMALINT_OUTPUT_SUBSYSTEM_H
#define VMALINT_OUTPUT_SUBSYSTEM_H

#include <glib.h>

struct report;

/* A part of the tree: "mm", "drivers/gpu". */
struct subsystem {
	char *name;
	unsigned int findings[3]; /* by severity */
	unsigned int files;	  /* selected */
	unsigned int relevant;	  /* lines that hold a flag */
	unsigned int unseen;	  /* of them */
};

/* The part that a path is in: one folder, or two where one says little. */
char *subsystem_name(const char *path);

unsigned int subsystem_count(const struct subsystem *subsystem);

/*
 * All parts with a selected file or a finding, those with most errors,
 * warnings, notes, lines first. struct subsystem *, owned by the array.
 */
GPtrArray *subsystems_of(const struct report *report);

#endif
