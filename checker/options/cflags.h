/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef VMALINT_OPTIONS_CFLAGS_H
#define VMALINT_OPTIONS_CFLAGS_H

#include <stdbool.h>

struct reader;

/*
 * Adds the words of a text, quoted as for a shell, to the options: -I, -D, -U
 * and -include, nothing else. Paths count from the folder, or where we are if
 * it is NULL. False with a problem that names the word.
 */
bool cflags_apply(struct reader *reader, const char *text, const char *folder);

#endif
