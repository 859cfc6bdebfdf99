/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A listing as it was kept: three flat tables that are compared where they
 * lie, as a tree has 60,000 sources (6.12). Private to select/.
 */
#ifndef VMALINT_SELECT_SAVED_LISTING_H
#define VMALINT_SELECT_SAVED_LISTING_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

/* A checksum, folders, entries, and paths, each with a NUL. */
#define LISTING_TYPE "(tatatay)"

/* Both of these consist of 64 bit words, as their tables do. */
struct saved_folder {
	guint64 path; /* where it begins among the paths */
	struct stamp stamp;
	guint64 device;
	guint64 first, nr; /* its entries, sorted by entry_compare() */
};

/* A source, or a folder within a folder. */
struct saved_entry {
	guint64 path;
	struct stamp stamp; /* of sources */
	guint64 marks;	    /* enum entry_mark, added up */
};

enum entry_mark {
	MARK_FOLDER = 1,
	MARK_HIT = 2,
};

struct saved_listing;

/* NULL if the value, of LISTING_TYPE, is none; it may be from anywhere. */
struct saved_listing *saved_listing_open(GVariant *value);
/* Takes NULL. */
void saved_listing_free(struct saved_listing *kept);

/* NULL if the folder was not there. Takes NULL. */
const struct saved_folder *saved_listing_find(const struct saved_listing *kept,
					      const char *path);
const char *saved_listing_path(const struct saved_listing *kept, guint64 path);
/* All entries; counts from 0. */
const struct saved_entry *saved_listing_entries(
	const struct saved_listing *kept, gsize *ret_nr);

/*
 * Orders names as whole paths with them come: as if the name of a folder ended
 * in a slash.
 */
int entry_compare(const char *a, bool a_is_folder, const char *b,
		  bool b_is_folder);

/* Collects tables to keep; begin with zeros. */
struct saved_tables {
	GArray *folders, *entries; /* of the structs above */
	GByteArray *paths;
};

void saved_tables_init(struct saved_tables *tables);
void saved_tables_release(struct saved_tables *tables);
/* Where the path is among the paths. */
guint64 saved_tables_add_path(struct saved_tables *tables, const char *path);
/* A floating value of LISTING_TYPE. */
GVariant *saved_tables_pack(const struct saved_tables *tables);

#endif
