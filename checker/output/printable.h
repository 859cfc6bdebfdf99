/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Text of a tree that may be hostile, made fit for a line of output: it cannot
 * end the line, steer a terminal or change the order of what is read. Private
 * to output/.
 */
#ifndef VMALINT_OUTPUT_PRINTABLE_H
#define VMALINT_OUTPUT_PRINTABLE_H

#include <glib.h>

/*
 * Appends one character, as it is or as an escape (\n, \x1b, \u202e). length
 * is that of text and at least 1. Returns the bytes of text that were used;
 * *ret_width is the number of columns that were appended.
 */
gsize printable_append_one(GString *out, const char *text, gsize length,
			   unsigned int *ret_width);

/* Appends a whole text. */
void printable_append(GString *out, const char *text);

#endif
