/* SPDX-License-Identifier: GPL-2.0-only */
/* Takes the bodies of inline functions out of a text. */
#ifndef VMALINT_TEXT_BLANK_H
#define VMALINT_TEXT_BLANK_H

#include <glib.h>

/*
 * Replaces the body of each inline function by a semicolon and blanks; lines
 * stay. A body that holds a directive is left alone, as what it defines may be
 * used behind it. Returns how many were replaced.
 */
guint blank_bodies(char *text, gsize length);

#endif
