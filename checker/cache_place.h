/* SPDX-License-Identifier: GPL-2.0-only */
/* Where a run keeps what it makes. */
#ifndef VMALINT_CACHE_PLACE_H
#define VMALINT_CACHE_PLACE_H

struct options;
struct session;

/* The folder of --cache-dir or of XDG, absolute; owned by the session. */
const char *cache_place_find(struct session *session,
			     const struct options *options);

/*
 * Makes the folder and puts it into the options. If it cannot be written, with
 * a notice, a passing one takes its place and nothing is kept; its path is
 * returned, for cache_place_leave(). NULL otherwise.
 */
char *cache_place_enter(struct session *session, struct options *options);

/* Removes the passing folder. Takes NULL. */
void cache_place_leave(char *passing);

#endif
