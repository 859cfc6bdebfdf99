/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Precompiled headers on disk. One is named by a base, a path, and kept for a
 * key, which says all that it depends on but the files in it.
 */
#ifndef VMALINT_PARSE_PCH_STORE_H
#define VMALINT_PARSE_PCH_STORE_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"

struct asked;

/* A precompiled header that is up to date. */
struct stored_pch {
	char *path;
	struct asked *asked; /* its reads are the files in it, and more */
};

/* False if there is none of a base at all. */
bool stored_pch_exists(const char *base);

/* One of a base, if it is for a key and would be made alike; or NULL. */
struct stored_pch *stored_pch_load(const char *base, const char *key);
void stored_pch_free(gpointer pch);

/*
 * Writes a unit under a name of its own, as another run may be reading the
 * last one, and its list. asked: what the parse has asked, to which the files
 * in the unit are added; a file that may have changed meanwhile makes it one
 * that is never loaded.
 */
bool stored_pch_save(CXTranslationUnit unit, const char *key, const char *base,
		     struct asked *asked);

/*
 * Waits until nobody else makes one, or headers, in the folder of a base; -1 if
 * that takes too long, see beneath_hold_open(): two may be made then, each
 * under a name of its own. To be given to stored_pch_unlock().
 */
int stored_pch_lock(const char *base);
void stored_pch_unlock(int lock);

/* Removes all of a base. Who still reads it parses without it from now on. */
void stored_pch_remove(const char *base);

#endif
