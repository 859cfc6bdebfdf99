/* SPDX-License-Identifier: GPL-2.0-only */
/* Where a run keeps what it makes. */
#ifndef VMALINT_RUN_CACHE_FOLDER_H
#define VMALINT_RUN_CACHE_FOLDER_H

struct options;
struct session;

/* The folder of --cache-dir or of XDG, absolute; owned by the session. */
const char *cache_folder_find(struct session *session,
			      const struct options *options);

/*
 * Why there is no folder to keep anything in unless --cache-dir names one; NULL
 * if there is.
 */
const char *cache_folder_refusal(const struct options *options);

struct cache_folder;

/*
 * Makes the folder, puts it into a copy of the options and keeps it from being
 * cleared until cache_folder_leave(). If it cannot be written, with a notice, a
 * temporary one takes its place and nothing is kept.
 */
struct cache_folder *cache_folder_enter(struct session *session,
					const struct options *options,
					struct options *ret_options);

/* The same while run() has that copy; returns what run() does. */
int cache_folder_use(struct session *session, const struct options *options,
		     int (*run)(struct session *session,
				const struct options *options));

/*
 * For when the folder has no room any more: likewise, but of a temporary folder
 * and copied options. errno says why.
 */
struct cache_folder *cache_folder_fallback(struct session *session,
					   const struct options *options,
					   struct options *ret_options);

/* Removes a temporary folder. Takes NULL. */
void cache_folder_leave(struct cache_folder *place);

#endif
