/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Files in a folder of our own, found and written by name without following
 * a symbolic link: whatever a name is, and whatever was put in the way, all
 * stays in the folder.
 */
#ifndef VMALINT_BASE_BENEATH_H
#define VMALINT_BASE_BENEATH_H

#include <glib.h>
#include <stdbool.h>

/* The modes of what is ours, whatever umask says. */
enum { OWN_FOLDER_MODE = 0700, OWN_FILE_MODE = 0600 };

/*
 * Makes a folder and those above it that are missing, for us alone. False with
 * errno set.
 */
bool beneath_make(const char *folder);

/*
 * True if the folder of a name is there without a link on the way, or could be
 * made so. False with errno set.
 */
bool beneath_is_clear(const char *folder, const char *name);

/*
 * Waits until nobody else holds an open folder, for 20 s at most. Who closes
 * the descriptor, or ends, lets go of it. -1 with errno set, and it is closed;
 * also for a descriptor that is none.
 */
int beneath_hold_open(int folder);

/* Makes the folder of a name and holds it as above. -1 with errno set. */
int beneath_hold(const char *folder, const char *name);

/* True if folder/name holds just this text. */
bool beneath_holds(const char *folder, const char *name, const char *text);

/*
 * Writes folder/name in one step, with the folders between, so that others see
 * all or nothing of it. A file that is replaced is on the disk before. False
 * with errno set: EXDEV if the name leads out of the folder, ELOOP or ENOTDIR
 * if a link is in the way.
 */
bool beneath_write(const char *folder, const char *name, const char *text);

#endif
