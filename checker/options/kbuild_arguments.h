/* SPDX-License-Identifier: GPL-2.0-only */
/* The words that Kbuild hands to its checker; private to options/. */
#ifndef VMALINT_OPTIONS_KBUILD_ARGUMENTS_H
#define VMALINT_OPTIONS_KBUILD_ARGUMENTS_H

#include <stdbool.h>

struct reader;

/*
 * Sorts what is in options->paths: our own options, as CF= brings them, are
 * applied, a compiler's words go to options->words, the last one is the file
 * and stays. False with a problem recorded.
 */
bool kbuild_words_read(struct reader *reader);

#endif
