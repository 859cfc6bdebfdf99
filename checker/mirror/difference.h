/* SPDX-License-Identifier: GPL-2.0-only */
/* The smallest part in which two terms differ. Private to mirror/. */
#ifndef VMALINT_MIRROR_DIFFERENCE_H
#define VMALINT_MIRROR_DIFFERENCE_H

#include <stdbool.h>

struct definitions;
struct term;
struct terms;

/* Where two terms come from. */
struct both_sides {
	struct terms *terms;
	const struct definitions *copies, *kernel;
};

/* Borrowed from the terms; NULL: one side has nothing there. */
struct difference {
	const struct term *mine, *theirs;
};

/* True if they differ, by more than how one value is written. */
bool terms_differ(const struct both_sides *comparison, const struct term *mine,
		  const struct term *theirs, struct difference *ret);

#endif
