/* SPDX-License-Identifier: GPL-2.0-only */
/* Keeps the flag names that headers declare; private to select/. */
#ifndef VMALINT_SELECT_NAMES_CACHE_H
#define VMALINT_SELECT_NAMES_CACHE_H

#include <glib.h>
#include <stdbool.h>

struct keep_options;
struct selection_scope;

/*
 * Adds the names kept for a scope's key to a set, which may be NULL. False if
 * there are none: nothing kept, another key, no key.
 */
bool names_cache_load(const struct keep_options *keep,
		      const struct selection_scope *scope, GHashTable *names);

/* Keeps names for the scope's key; a cache that cannot be written is none. */
void names_cache_store(const struct keep_options *keep,
		       const struct selection_scope *scope, GHashTable *names);

#endif
