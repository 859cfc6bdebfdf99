/* SPDX-License-Identifier: GPL-2.0-only */
/* Keeps what lies beside the database within a limit; private to keep/. */
#ifndef VMALINT_KEEP_TRIM_H
#define VMALINT_KEEP_TRIM_H

#include <glib.h>

/* Bytes of scans and names that are kept beside results of a limit. */
guint64 trim_limit(guint64 limit_of_results);

/*
 * Removes scans and names, the least recently used first, down to that; the
 * last one used stays, however large.
 */
void trim(const char *folder, guint64 limit_of_results);

#endif
