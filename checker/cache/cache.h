/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Results kept between runs, in an SQLite database. A result is found by its
 * key and counts only while every file that went into it has the content it
 * had. Whatever is wrong with the database costs time and a notice, never a
 * result: a run without a cache says the same.
 */
#ifndef VMALINT_CACHE_CACHE_H
#define VMALINT_CACHE_CACHE_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

struct cache;
struct session;

/* A file that went into a result, as it was when it was read. */
struct cache_input {
	const char *path; /* absolute */
	struct stamp stamp;
};

/*
 * Opens the database of a folder, which is made if need be; at most about
 * limit bytes are kept. NULL, with a notice recorded, if that cannot be done.
 */
struct cache *cache_open(struct session *session, const char *folder,
			 guint64 limit);

/* Writes what is still to be written. Takes NULL. */
void cache_close(struct cache *cache);

/*
 * The result of a key whose files are all unchanged, owned; NULL if there is
 * none, or no cache.
 */
GBytes *cache_find(struct cache *cache, const char *key);

/* What the last result of a name took to make, in ms; 0 if not known. */
guint cache_cost_ms(struct cache *cache, const char *name);

/*
 * Keeps a result with the files it came from (struct cache_input). It is
 * dropped if one of them has changed since. The name is for cache_cost_ms().
 */
void cache_add(struct cache *cache, const char *key, const char *name,
	       const GArray *inputs, GBytes *result, guint cost_ms);

#endif
