/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Headers without the bodies of their inline functions. A file that includes
 * one only needs to know what there is to call; to parse the bodies takes half
 * of the time that a file of 6.12 takes over a precompiled header.
 */
#ifndef VMALINT_PARSE_BODILESS_H
#define VMALINT_PARSE_BODILESS_H

#include <glib.h>

#include "base/stamp.h"

struct bodiless_headers;
struct view;

/* A header as long as it is on disk, its lines and columns where they were. */
struct bodiless_header {
	const char *path; /* absolute, without . and .. */
	const char *text;
	gsize length;
	struct stamp stamp; /* of the header when it was read */
};

/* What is to be parsed. What is not known is NULL. */
struct bodiless_request {
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
 * view says itself keeps its bodies.
 */
struct bodiless_headers *bodiless_headers_new(const struct view *view);

/* Takes NULL. */
void bodiless_headers_free(struct bodiless_headers *bodiless);

/*
 * The headers that the file may include, under whatever condition, so far as
 * they have inline functions: an owned array of struct bodiless_header, in no
 * order. What they point to is good until the next call. A header that is
 * being changed is left out; one that is not found here may be found by the
 * parser all the same, and is then parsed as it is.
 */
GArray *bodiless_headers_find(struct bodiless_headers *bodiless,
			      const struct bodiless_request *request);

#endif
