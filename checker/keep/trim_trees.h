/* SPDX-License-Identifier: GPL-2.0-only */
/* Keeps what is made for trees within a limit; private to keep/. */
#ifndef VMALINT_KEEP_TRIM_TREES_H
#define VMALINT_KEEP_TRIM_TREES_H

#include <glib.h>

/*
 * Removes headers, configurations and precompiled headers down to a limit:
 * those of the target that was not of use for the longest time go first, and
 * of them the precompiled header. Nothing goes while a run uses the folder,
 * or if nothing was made since the last time.
 */
void trim_trees(const char *folder, guint64 limit);

#endif
