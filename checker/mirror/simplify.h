/* SPDX-License-Identifier: GPL-2.0-only */
/* Writing one thing in one way. Private to mirror/. */
#ifndef VMALINT_MIRROR_SIMPLIFY_H
#define VMALINT_MIRROR_SIMPLIFY_H

#include <stdbool.h>

struct normal_rules;
struct definitions;
struct term;

struct simplification {
	const struct normal_rules *rules;
	bool is_bool;	     /* what is returned is true or false */
	bool is_void;	     /* nothing is returned */
	bool keeps_branches; /* statements stay as they are written */
};

/* A body; what it holds is changed. */
struct term *simplify_body(const struct simplification *how,
			   struct term *block);

/* Sorts operands whose order is no matter. */
void simplify_order(const struct definitions *side, struct term *term);

#endif
