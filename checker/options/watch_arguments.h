/* SPDX-License-Identifier: GPL-2.0-only */
/* --watch, and what does not go with it; private to options/. */
#ifndef VMALINT_OPTIONS_WATCH_ARGUMENTS_H
#define VMALINT_OPTIONS_WATCH_ARGUMENTS_H

#include <stdbool.h>

struct reader;

/* False with a problem recorded if other options speak against it. */
bool watch_words_check(struct reader *reader);

#endif
