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

/* A precompiled header that is up to date. */
struct kept_prefix {
	char *path;
	GHashTable *files; /* path -> struct stamp * */
};

/* False if there is none of a base at all. */
bool kept_prefix_exists(const char *base);

/* One of a base, if it is for a key and no file in it has changed; or NULL. */
struct kept_prefix *kept_prefix_load(const char *base, const char *key);
void kept_prefix_free(gpointer prefix);

/*
 * Writes a unit under a name of its own, as another run may be reading the
 * last one, and its list. since_ns: when the parse began; a file that may have
 * changed since makes it one that is never loaded.
 */
bool kept_prefix_save(CXTranslationUnit unit, const char *key, const char *base,
		      gint64 since_ns);

/* Removes all of a base. Who still reads it parses without it from now on. */
void kept_prefix_remove(const char *base);

#endif
