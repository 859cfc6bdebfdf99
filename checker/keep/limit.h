/* SPDX-License-Identifier: GPL-2.0-only */
/* Keeps the database within its limit; private to keep/. */
#ifndef VMALINT_KEEP_LIMIT_H
#define VMALINT_KEEP_LIMIT_H

#include <glib.h>
#include <sqlite3.h>

/*
 * Removes results, the least recently used first, until well below the limit,
 * then inputs and places that no result has. Inside a transaction.
 */
void evict(sqlite3 *database, guint64 limit);

#endif
