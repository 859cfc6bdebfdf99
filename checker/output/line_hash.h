/* SPDX-License-Identifier: GPL-2.0-only */
/* The identity that GitHub gives to a line; private to output/. */
#ifndef VMALINT_OUTPUT_LINE_HASH_H
#define VMALINT_OUTPUT_LINE_HASH_H

#include <glib.h>

/*
 * For each line of a file, from the first on, the text that GitHub's upload
 * action computes as primaryLocationLineHash. char *, owned by the array; the
 * end of the file counts as a line when it stands on one.
 */
GPtrArray *line_hashes(const char *bytes, gsize length);

#endif
