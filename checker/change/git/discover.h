/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Finds plain repositories without git, as it would (2.39, setup.c): to start
 * it takes longer than a commit may. Private to git/.
 */
#ifndef VMALINT_CHANGE_GIT_DISCOVER_H
#define VMALINT_CHANGE_GIT_DISCOVER_H

#include <stdbool.h>

struct git;

/*
 * Sets top, merge, index and id_size for the folder and environment that are
 * set. False if git has to be asked: there is no repository, or one that its
 * configuration, the environment or its owner makes a special case.
 */
bool discover_plain(struct git *git);

/*
 * A file that git would read without end, as a FIFO or /dev/zero in the place
 * of one that belongs to the repository around the folder: its path, owned; or
 * NULL.
 */
char *discover_trap(const struct git *git);

#endif
