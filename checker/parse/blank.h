/* SPDX-License-Identifier: GPL-2.0-only */
/* Takes the bodies of inline functions out of a text; private to parse/. */
#ifndef VMALINT_PARSE_BLANK_H
#define VMALINT_PARSE_BLANK_H

#include <glib.h>

/*
 * Replaces the body of each inline function by a semicolon and blanks; lines
 * stay. A body that holds a directive is left alone, as what it defines may be
 * used behind it. The text ends in a NUL. Returns how many were replaced.
 *
 * Appends the names in #include lines to ret_names (char *, owned by the
 * array), each behind the '"' or '<' that it had.
 */
guint blank_bodies(char *text, gsize length, GPtrArray *ret_names);

#endif
