/* SPDX-License-Identifier: GPL-2.0-only */
/* Names for what a packed value holds, so that it can be written as JSON. */
#ifndef VMALINT_BASE_VARIANT_NAMES_H
#define VMALINT_BASE_VARIANT_NAMES_H

/*
 * Of a tuple, or of each tuple in a list: the name of each child, and the
 * names of what it holds itself. Both end where the tuple does.
 */
struct variant_names {
	const char *const *names;
	/* NULL for texts, numbers and lists of them; or NULL: all are such */
	const struct variant_names *const *members;
};

#endif
