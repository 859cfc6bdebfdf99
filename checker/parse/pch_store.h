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
struct kept_prefix {
	char *path;
	struct asked *asked; /* its reads are the files in it, and more */
};

/* False if there is none of a base at all. */
bool kept_prefix_exists(const char *base);

/* One of a base, if it is for a key and would be made alike; or NULL. */
struct kept_prefix *kept_prefix_load(const char *base, const char *key);
void kept_prefix_free(gpointer prefix);

/*
 * Writes a unit under a name of its own, as another run may be reading the
 * last one, and its list. asked: what the parse has asked, to which the files
 * in the unit are added; a file that may have changed meanwhile makes it one
 * that is never loaded.
 */
bool kept_prefix_save(CXTranslationUnit unit, const char *key, const char *base,
		      struct asked *asked);

/*
 * Waits until nobody else makes one in the folder of a base; -1 if it cannot
 * be opened. To be given to kept_prefix_unlock().
 */
int kept_prefix_lock(const char *base);
void kept_prefix_unlock(int lock);

/* Removes all of a base. Who still reads it parses without it from now on. */
void kept_prefix_remove(const char *base);

#endif
