/* SPDX-License-Identifier: GPL-2.0-only */
/* Where a run keeps what it makes. */
#ifndef VMALINT_RUN_CACHE_FOLDER_H
#define VMALINT_RUN_CACHE_FOLDER_H

struct options;
struct session;

/* The folder of --cache-dir or of XDG, absolute; owned by the session. */
const char *cache_place_find(struct session *session,
			     const struct options *options);

struct cache_place;

/*
 * Makes the folder, puts it into a copy of the options and keeps it from being
 * cleared while run() has that copy; returns what run() does. If it cannot be
 * written, with a notice, a passing one takes its place and nothing is kept.
 */
int cache_place_use(struct session *session, const struct options *options,
		    int (*run)(struct session *session,
			       const struct options *options));

/*
 * For when the folder has no room any more: likewise, but of a passing folder
 * and copied options. errno says why.
 */
struct cache_place *cache_place_escape(struct session *session,
				       const struct options *options,
				       struct options *ret_options);

/* Removes a passing folder. Takes NULL. */
void cache_place_leave(struct cache_place *place);

#endif
