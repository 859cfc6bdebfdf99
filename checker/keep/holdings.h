/* SPDX-License-Identifier: GPL-2.0-only */
/* Which files of a cache folder are ours, and of what kind; private. */
#ifndef VMALINT_KEEP_HOLDINGS_H
#define VMALINT_KEEP_HOLDINGS_H

#include <glib.h>

#include "keep.h"

/* In each folder of a target; its time says when that was of use. */
#define MANIFEST_NAME "manifest"

/* A file of the cache. */
struct holding {
	char *path; /* absolute */
	enum cache_kind kind;
	guint64 bytes;
	gint64 used_ns; /* since 1970: when it was made, or of use */
};

enum holdings_extent {
	HOLDINGS_ALL,
	HOLDINGS_SCANNED,  /* scans and names of flags */
	HOLDINGS_OF_TREES, /* headers, configurations, precompiled headers */
};

/*
 * All files in the folder that vmalint has made, sorted by path: struct
 * holding; the array frees them. What else is there is only counted. Symbolic
 * links are not followed, so that nothing outside is taken for ours.
 */
GArray *holdings_list(const char *folder, enum holdings_extent extent,
		      guint *ret_nr_foreign);

/*
 * Removes the folders around the path of a file that is gone, as far as they
 * are empty, up to the cache folder (absolute) itself.
 */
void holdings_remove_folders(const char *folder, const char *path);

#endif
