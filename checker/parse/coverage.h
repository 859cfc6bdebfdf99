/* SPDX-License-Identifier: GPL-2.0-only */
/* Which relevant lines a parse has really seen. */
#ifndef VMALINT_PARSE_COVERAGE_H
#define VMALINT_PARSE_COVERAGE_H

#include <glib.h>
#include <stdbool.h>

struct lowering;
struct parse_outcome;

/* True if the unit has an error outside of the lowered file. */
bool coverage_has_outer_errors(const struct lowering *lowering);

/*
 * Counts errors, marks functions with errors inside, and says for each
 * relevant line (guint32) of the lowered file whether it was analysed: inside
 * a declaration without an error, or a directive of an active branch. Errors
 * in settled (char *: names of files; or NULL) are none of the file's.
 */
void coverage_fill(struct lowering *lowering, const GArray *relevant,
		   const GHashTable *settled, struct parse_outcome *outcome);

#endif
