/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A long list of files with their stamps, kept as a flat table that is read
 * where it lies: GLib takes a call for each byte to check the form of a path,
 * and some for each file to unpack it (2.74).
 */
#ifndef VMALINT_KEEP_STAMP_TABLE_H
#define VMALINT_KEEP_STAMP_TABLE_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

/* Rows, and paths with a NUL each. */
#define STAMP_TABLE_TYPE "(atay)"

/* Consists of 64 bit words, as its table does. */
struct stamp_row {
	guint64 path; /* where it begins among the paths */
	struct stamp stamp;
};

struct stamp_table {
	const struct stamp_row *rows;
	gsize nr;
	const char *paths;
};

/*
 * Opens a value of STAMP_TABLE_TYPE, of which all pointers are. False if it is
 * none; it may be from anywhere.
 */
bool stamp_table_open(GVariant *value, struct stamp_table *ret_table);

/* The path of row i. */
const char *stamp_table_path(const struct stamp_table *table, gsize i);

/* True if all files are what they were; looked is as in keep/stamps.h. */
bool stamp_table_is_current(const struct stamp_table *table,
			    GHashTable *looked);

/* A floating value of paths (char *) and stamps of the same index. */
GVariant *stamp_table_pack(const GPtrArray *paths, const GArray *stamps);

#endif
