/* SPDX-License-Identifier: GPL-2.0-only */
/* Which relevant lines a parse has really seen. */
#ifndef VMALINT_PARSE_COVERAGE_H
#define VMALINT_PARSE_COVERAGE_H

#include <glib.h>

struct lowering;
struct parse_outcome;

/*
 * Counts errors, marks functions with errors inside, and says for each
 * relevant line (guint32) of the lowered file whether it was analysed: inside
 * a declaration without an error, or a directive of an active branch.
 */
void coverage_fill(struct lowering *lowering, const GArray *relevant,
		   struct parse_outcome *outcome);

#endif
