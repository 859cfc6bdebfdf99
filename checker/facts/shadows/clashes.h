/* SPDX-License-Identifier: GPL-2.0-only */
/* Flags of a tree that are one bit, and should not be. */
#ifndef VMALINT_FACTS_SHADOWS_CLASHES_H
#define VMALINT_FACTS_SHADOWS_CLASHES_H

#include <glib.h>

struct flag_definition;
struct shadows;

enum clash_kind {
	CLASH_SHARED, /* two flags have one bit under one configuration */
	CLASH_TWIN,   /* a mask is of another bit than the number of its name */
};

struct flag_clash {
	enum clash_kind kind;
	/* The later of two flags; the mask. And the other one. */
	const struct flag_definition *definition, *other;
	int bit, other_bit;
};

/* All of them, each pair once: an owned array of struct flag_clash. */
GArray *shadows_clashes(const struct shadows *shadows);

#endif
