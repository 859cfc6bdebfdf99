/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The sources below some folders as they are now, and which of them are as
 * they were. Private to select/.
 *
 * A source is looked at in each run. A folder that is as it was has the same
 * entries as it had, as nothing comes or goes without moving the folder's
 * times; what its entries hold is another matter.
 */
#ifndef VMALINT_SELECT_LISTING_H
#define VMALINT_SELECT_LISTING_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

struct saved_listing;
struct session;

/* A C file or header. */
struct listed {
	const char *path; /* absolute; belongs to the listing */
	struct stamp stamp;
	guint32 was;   /* its number among the entries kept, from 1; or 0 */
	bool is_known; /* it is as it was */
	bool is_hit;   /* it held a name, then; or, set by others, now */
};

enum listing_depth {
	LISTING_PATHS,	/* stamps are zeros, nothing is known */
	LISTING_STAMPS, /* sources are looked at as well */
};

struct listing;

/* An empty one; before, which must outlive it, is what was kept, or NULL. */
struct listing *listing_new(const struct saved_listing *before,
			    enum listing_depth depth);
void listing_free(struct listing *listing);

/*
 * Adds the sources below a folder (absolute), on all cores. Symbolic links and
 * hidden folders are not followed, so loops cannot happen; a folder that
 * cannot be read is a problem.
 */
void listing_add_folder(struct session *session, struct listing *listing,
			const char *folder);

/* Adds files (char *, absolute), once and before any folder. */
void listing_add_files(struct listing *listing, const GPtrArray *paths);

/* All sources, struct listed *: each once, and sorted if they are of one
 * folder. */
const GPtrArray *listing_sources(const struct listing *listing);

/*
 * How many sources were kept that are not there now; *ret_has_header says
 * whether a header that held a name is among them.
 */
guint listing_lost(const struct listing *listing, bool *ret_has_header);

/*
 * A floating value to keep, see saved_listing.h. What may have changed since a
 * time counts as changed next time.
 */
GVariant *listing_pack(const struct listing *listing, gint64 since_ns);

#endif
