/* SPDX-License-Identifier: GPL-2.0-only */
/* What a build makes of one tree and not of another. */
#ifndef VMALINT_RUN_BUILT_H
#define VMALINT_RUN_BUILT_H

#include <glib.h>

struct options;
struct tree;

/* A header that a build makes; one side may be NULL: it makes none. */
struct built_header {
	char *path; /* as if it lay in the tree; owned */
	GBytes *before, *after;
};

/*
 * Adds the headers that differ between two views of a tree, for one
 * architecture or another: owned struct built_header *, freed by
 * built_header_free(). Where they cannot be made there are none: that is told
 * when the tree is checked.
 */
void built_differences(const struct options *options, const struct tree *before,
		       const struct tree *after, GPtrArray *ret_headers);

void built_header_free(gpointer header);

#endif
