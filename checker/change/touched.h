/* SPDX-License-Identifier: GPL-2.0-only */
/* Which lines differ between two texts; private to change/. */
#ifndef VMALINT_CHANGE_TOUCHED_H
#define VMALINT_CHANGE_TOUCHED_H

#include <glib.h>

/*
 * The lines of `after` that `before` has not, in order, as an owned array of
 * struct line_span. Either text may be NULL, which is empty.
 */
GArray *touched_lines(GBytes *before, GBytes *after);

#endif
