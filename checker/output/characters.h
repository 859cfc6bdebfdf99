/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Characters in bytes that need not be UTF-8, cut as the readers of our
 * outputs cut them. Private to output/.
 */
#ifndef VMALINT_OUTPUT_CHARACTERS_H
#define VMALINT_OUTPUT_CHARACTERS_H

#include <glib.h>

/*
 * Takes the first character; length is at least 1. Bytes that are no UTF-8
 * count as one U+FFFD for each longest beginning of a character, as the
 * Encoding Standard of the WHATWG has it. Returns the bytes used, at least 1.
 */
gsize character_take(const char *text, gsize length, gunichar *ret_character);

/* How many characters begin in so many bytes. */
unsigned int characters_count(const char *text, gsize length);

#endif
