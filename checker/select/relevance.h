/* SPDX-License-Identifier: GPL-2.0-only */
/* Which lines of a text handle VMA flags. */
#ifndef VMALINT_SELECT_RELEVANCE_H
#define VMALINT_SELECT_RELEVANCE_H

#include <glib.h>

/*
 * Appends the relevant lines of a text to ret_lines (guint32, ascending, each
 * once): those with a flag name, with `flags` read from something called
 * *vma*, with a copy of a whole struct vm_area_struct, or, in a text that
 * handles faults, with a call that maps pages and sets flags.
 */
void relevant_lines(GHashTable *names, const char *text, gsize length,
		    GArray *ret_lines);

#endif
