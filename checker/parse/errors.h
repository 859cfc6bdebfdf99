/* SPDX-License-Identifier: GPL-2.0-only */
/* The errors of a unit, and which lines and functions they cost. */
#ifndef VMALINT_PARSE_ERRORS_H
#define VMALINT_PARSE_ERRORS_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"
#include "parse.h"

struct lowering;

/* An error in the lowered file. */
struct source_error {
	guint32 line, offset;
	const char *text;
	bool is_asm; /* costs the line that it is on, and no more */
	bool is_clash;
	bool is_meaning; /* of what was read: the parser went on behind it */
	/* In a function's body: it costs its statement, and no more. */
	bool is_local;
	struct line_range statement; /* if it is local */
};

/* Where an error is; NULL if it is none, or has no place. */
CXFile error_place(CXDiagnostic diagnostic, struct source_error *error,
		   guint *ret_column);

/*
 * All errors of the unit but those of settled files: those of the lowered file
 * are returned (struct source_error; owned), the outcome counts all. Those
 * about flags become facts instead.
 */
GArray *errors_collect(struct lowering *lowering, const GHashTable *settled,
		       struct parse_outcome *outcome);

/* Marks the functions that errors have changed, and errors that cost less. */
void errors_mark_functions(struct lowering *lowering, GArray *errors);

/* The error that makes a line untrustworthy; or NULL. */
const char *error_around(const struct lowering *lowering, const GArray *errors,
			 guint32 line);

/*
 * What an error in a function has left of it: a line of its body counts if
 * there is something on it that was read. True for other lines.
 */
bool errors_leave_line(const struct lowering *lowering, const GArray *errors,
		       guint32 line);

#endif
