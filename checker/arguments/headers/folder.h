/* SPDX-License-Identifier: GPL-2.0-only */
/* Where the headers of one tree and architecture are generated to. */
#ifndef VMALINT_ARGUMENTS_HEADERS_FOLDER_H
#define VMALINT_ARGUMENTS_HEADERS_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct keep_options;
struct session;
struct tree;

/*
 * The generated counterpart of the tree's root for one architecture, below
 * --cache-dir or the XDG cache folder; owned. The same tree and architecture
 * give the same folder in every run.
 */
char *folder_of(const struct keep_options *keep, const char *config,
		const struct tree *tree, const char *arch);

/* False with a problem if a link or a file is in the place of a folder. */
bool folder_check(struct session *session, const char *folder);

/*
 * Waits until no other process makes headers there, and keeps them out until
 * the descriptor is closed. -1 if that cannot be done, or takes too long: what
 * is made without it is as good, but two may be in each other's way.
 */
int folder_hold(const char *folder);

/*
 * Writes folder/name, with the folders above it, unless it already holds just
 * this text: a file that does not change keeps its time. The change is atomic,
 * so runs at the same time do not see half a file. No link is followed, and
 * nothing is written outside of the folder. False with a problem.
 */
bool folder_write(struct session *session, const char *folder, const char *name,
		  const char *text);

#endif
