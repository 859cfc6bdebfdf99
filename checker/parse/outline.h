/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Headers without the bodies of their inline functions. A file that includes
 * one only needs to know what there is to call; to parse the bodies takes half
 * of the time that a file of 6.12 takes over a precompiled header.
 */
#ifndef VMALINT_PARSE_OUTLINE_H
#define VMALINT_PARSE_OUTLINE_H

#include <glib.h>

#include "base/stamp.h"

struct outlines;
struct view;

/* A header as long as it is on disk, its lines and columns where they were. */
struct outline {
	const char *path; /* absolute, without . and .. */
	const char *text;
	gsize length;
	struct stamp stamp; /* of the header when it was read */
};

/* What is to be parsed. What is not known is NULL. */
struct outline_request {
	const char *source;	    /* path of the main file */
	const char *text;	    /* lines that it is included behind */
	const GPtrArray *arguments; /* char *: -I and -include count */
	const GHashTable *closed;   /* path: what is not to be read at all */
	/* Headers below keep their bodies; NULL: none do. */
	const char *module;
	const char *tree; /* .. but those of the tree do not */
};

/*
 * The headers of one process; view (or NULL for the disk) is borrowed. What a
 * view says itself has no outline.
 */
struct outlines *outlines_new(const struct view *view);

/* Takes NULL. */
void outlines_free(struct outlines *outlines);

/*
 * The outlines of the headers that the file may include, under whatever
 * condition, so far as they have inline functions: an owned array of struct
 * outline, in no order. What the outlines point to is good until the next
 * call. A header that is being changed has none; one that is not found here
 * may be found by the parser all the same, and is then parsed as it is.
 */
GArray *outlines_find(struct outlines *outlines,
		      const struct outline_request *request);

#endif
