/* SPDX-License-Identifier: GPL-2.0-only */
/* The database file: which one, opening and replacing it; private to keep/. */
#ifndef VMALINT_KEEP_DATABASE_H
#define VMALINT_KEEP_DATABASE_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

/*
 * Opens the database of a folder for reading and writing; for reading only
 * where it cannot be written. NULL with a reason, owned, if there is none to
 * be had; *ret_replaced tells that a broken one was given up.
 */
sqlite3 *database_open(const char *folder, bool *ret_replaced,
		       char **ret_reason);

/* Begins a new database, empty, and removes the one in use. */
void database_replace(const char *folder);

/* True if a file of this path and name is a database of ours, or its journal.
 */
bool database_is_ours(const char *path, const char *name);

/* Counts the results in a database file; 0 if it cannot be read. */
guint64 database_count(const char *path);

/*
 * Removes all that a database holds, while others may have it open. False if
 * that cannot be done, with a reason, owned.
 */
bool database_empty(const char *path, char **ret_reason);

#endif
