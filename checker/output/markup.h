/* SPDX-License-Identifier: GPL-2.0-only */
/* Any text made fit for XML and HTML, in attributes too; private to output/. */
#ifndef VMALINT_OUTPUT_MARKUP_H
#define VMALINT_OUTPUT_MARKUP_H

#include <glib.h>

/*
 * Appends a text so that a reader gets it back, line ends and tabs included.
 * What XML cannot hold at all (most control characters) and what would change
 * the order of reading is written as an escape, such as \x1b.
 */
void markup_append(GString *out, const char *text);

/* The same for what stands in an element, where tabs and LF stay as is. */
void markup_append_content(GString *out, const char *text, gsize length);

/* Appends one line of a CDATA section, around which the caller writes. */
void markup_append_cdata(GString *out, const char *text);

#endif
