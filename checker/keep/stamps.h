/* SPDX-License-Identifier: GPL-2.0-only */
/* Lists of files with their stamps, as a GVariant that may rest on disk. */
#ifndef VMALINT_KEEP_STAMPS_H
#define VMALINT_KEEP_STAMPS_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

/* Paths are byte strings, absolute. */
#define STAMPS_TYPE "a(ay" STAMP_TYPE ")"

/* Adds a file to a builder of STAMPS_TYPE. */
void stamps_add(GVariantBuilder *list, const char *path,
		const struct stamp *stamp);

/*
 * A floating value of the stamps that files have now; NULL if one may have
 * changed since a time, see stamp_is_before().
 */
GVariant *stamps_pack(const char *const *paths, guint nr_paths,
		      gint64 since_ns);

/* The next file, as g_variant_iter_next(); the path is the value's. */
bool stamps_next(GVariantIter *iter, const char **ret_path,
		 struct stamp *ret_stamp);

/*
 * The stamp of a file, of now or of when it was looked at: looked (owned char *
 * to owned struct stamp) says what files were, and is added to; or NULL.
 */
struct stamp stamps_look(const char *path, GHashTable *looked);

/* True if all files are what they were. */
bool stamps_are_current(GVariant *stamps, GHashTable *looked);

/* The paths; an owned array of owned strings. */
GPtrArray *stamps_paths(GVariant *stamps);

#endif
