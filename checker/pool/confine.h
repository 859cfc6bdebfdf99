/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a worker needs, and no more: should what it parses ever get hold of it,
 * it can read the tree and write the cache, but reach nothing else.
 */
#ifndef VMALINT_POOL_CONFINE_H
#define VMALINT_POOL_CONFINE_H

#include <glib.h>
#include <stdbool.h>

/* Folders that a worker may reach: char *. What is not there is passed over. */
struct confinement {
	const GPtrArray *readable; /* folders, with all that is below */
	const GPtrArray *writable; /* such as well */
};

/*
 * Confines this process, for good, as far as the kernel can: files by Landlock
 * (5.13 and later), calls by seccomp; no program starts any more. A kernel that
 * cannot is no error. Other threads must not be running.
 */
void confine(const struct confinement *confinement);

/* True if confine() keeps a worker from all other files. */
bool confine_hides_files(void);

/* "Landlock (ABI 7) and seccomp", "seccomp" or "nothing": what there is. */
char *confine_describe(void);

#endif
