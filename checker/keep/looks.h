/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which paths were there when somebody looked for them, as a GVariant that may
 * rest on disk; see base/asked.h.
 */
#ifndef VMALINT_KEEP_LOOKS_H
#define VMALINT_KEEP_LOOKS_H

#include <glib.h>
#include <stdbool.h>

#include "base/asked.h"

/* Paths are byte strings, absolute; then an enum look. */
#define LOOKS_TYPE "a(ayy)"

/*
 * A floating value of looks (path -> enum look). What is known otherwise is
 * left out: folders, which only matter by what is in them, and the keys of
 * read, which are files that were read.
 */
GVariant *looks_pack(GHashTable *looks, GHashTable *read);

/* The next one, as g_variant_iter_next(); the path is the value's. */
bool looks_next(GVariantIter *iter, const char **ret_path, enum look *ret_look);

/* Adds those of a value to looks (path -> enum look). */
void looks_take(GVariant *value, GHashTable *looks);

/*
 * True if all of them are there, or are not, as they were; what was refused may
 * be open by now, behind another link or in another run.
 */
bool looks_are_current(GVariant *value);

#endif
