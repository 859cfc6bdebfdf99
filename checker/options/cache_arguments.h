/* SPDX-License-Identifier: GPL-2.0-only */
/* The words of `vmalint cache`; private to options/. */
#ifndef VMALINT_OPTIONS_CACHE_ARGUMENTS_H
#define VMALINT_OPTIONS_CACHE_ARGUMENTS_H

#include <stdbool.h>

struct reader;

/* Takes what is to be done off the words; false with a problem recorded. */
bool cache_words_read(struct reader *reader);

#endif
