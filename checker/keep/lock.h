/* SPDX-License-Identifier: GPL-2.0-only */
/* Who uses a cache folder, and who clears it; private to keep/. */
#ifndef VMALINT_KEEP_LOCK_H
#define VMALINT_KEEP_LOCK_H

#define LOCK_NAME "lock"

enum lock_kind {
	LOCK_TO_USE,   /* by any number of runs; waits a while */
	LOCK_TO_CLEAR, /* by one, while no run uses the folder; never waits */
};

/*
 * The descriptor of a lock, to be closed; a child that is forked has it, too.
 * -1 with errno if there is none to be had: EWOULDBLOCK if others are in the
 * way.
 */
int lock_take(const char *folder, enum lock_kind kind);

/* Removes the file of a lock to clear, and closes it. */
void lock_remove(const char *folder, int lock);

#endif
