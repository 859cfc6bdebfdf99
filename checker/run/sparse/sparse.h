/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * sparse as a second opinion: the real program runs on a unit with the
 * arguments that vmalint parsed it with, and what it says of VMA flags is
 * merged with the findings.
 */
#ifndef VMALINT_RUN_SPARSE_SPARSE_H
#define VMALINT_RUN_SPARSE_SPARSE_H

#include <glib.h>
#include <stdbool.h>

struct report;

/* The rule of a finding that only sparse has. */
#define SPARSE_ONLY "sparse_only"

/* What is asked of sparse. All is borrowed. */
struct sparse_request {
	const char *program;
	const GPtrArray *arguments; /* char *, as for clang */
	const char *source;	    /* absolute path of the unit's main file */
	const char *path;	    /* the same, relative to the tree */
	const char *arch;	    /* for findings: folder of arch/ */
	bool only_confirm;	    /* report nothing that only sparse sees */
};

/* A warning about flags in the main file. */
struct sparse_warning {
	unsigned int line, column; /* from 1 */
	char *text; /* "incorrect type in ..; expected ..; got .."; owned */
	bool is_certain; /* about VMA flags by its types; else it may be */
};

/*
 * Runs sparse on a unit and merges: a finding on a line that sparse warns of
 * is confirmed by it, any other warning about VMA flags becomes a finding of
 * SPARSE_ONLY. That sparse could not be run, was killed, or met errors is a
 * problem of the report. A child that hangs ends with the caller.
 */
void sparse_confirm(const struct sparse_request *request,
		    struct report *report);

/*
 * The warnings about VMA flags in what sparse printed: struct sparse_warning,
 * the array frees their texts. ret_error becomes the first error, "line: text",
 * owned, or NULL.
 */
GArray *sparse_read_warnings(const char *output, const char *source,
			     char **ret_error);

#endif
