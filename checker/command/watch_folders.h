/* SPDX-License-Identifier: GPL-2.0-only */
/* Which files of some folders are saved, made, moved and removed. */
#ifndef VMALINT_COMMAND_WATCH_FOLDERS_H
#define VMALINT_COMMAND_WATCH_FOLDERS_H

#include <glib.h>
#include <stdbool.h>

struct watch_folders;

/* Watches nothing yet. NULL with errno if the system watches nothing at all. */
struct watch_folders *watch_folders_new(void);

/* Takes NULL. */
void watch_folders_free(struct watch_folders *folders);

/* Watches a folder, or that of a file, and unless it is a file all below. */
void watch_folders_add(struct watch_folders *folders, const char *path);

/* Folders that are watched, and those that the system does not watch. */
guint watch_folders_count(const struct watch_folders *folders);
guint watch_folders_lost(const struct watch_folders *folders);

/* What ended a wait. */
enum watch_end {
	WATCH_QUIET,	  /* nothing, for as long as was asked */
	WATCH_CHANGED,	  /* something */
	WATCH_INTERRUPT,  /* Ctrl-C */
	WATCH_TERMINATED, /* another signal to end */
	WATCH_UNREAD,	  /* nobody reads standard output any more */
};

/*
 * Waits until files change and then for a moment of rest, as editors save in
 * several steps; at most timeout_ms if that is not negative. ret_paths gets
 * the absolute paths (char *), each once; "" says that some were missed.
 */
enum watch_end watch_folders_wait(struct watch_folders *folders, int timeout_ms,
				  GHashTable *ret_paths);

#endif
