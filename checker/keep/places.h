/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The table of places: a folder, and names of which it matters that they are
 * in it, or that they are not, or that they may not be opened. A result depends
 * on some; private to keep/.
 *
 * What was looked for in vain is found as soon as it comes. A tree has some
 * ten thousand such paths (6.12), but they are in few folders, and as long as a
 * folder is as it was nothing has come or gone in it.
 */
#ifndef VMALINT_CACHE_PLACES_H
#define VMALINT_CACHE_PLACES_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

#include "base/asked.h"

struct places;

struct places *places_new(sqlite3 *database);
void places_free(struct places *places);

/* True if all names of the place of this number are there, or are not. */
bool places_is_current(struct places *places, guint32 id);

/*
 * Adds the numbers of the places that a path (absolute) is a name of, made if
 * need be, to a set. False if it is not there, or is, against what is said; or
 * if it cannot be told. Inside a transaction.
 */
bool places_number(struct places *places, const char *path, enum look look,
		   GHashTable *ret_ids);

/* True if there is something for places_write_stamps() to write. */
bool places_are_touched(const struct places *places);

/* Writes the newer stamps of places in which something else has changed. */
void places_write_stamps(struct places *places);

#endif
