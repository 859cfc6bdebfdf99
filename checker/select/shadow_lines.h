/* SPDX-License-Identifier: GPL-2.0-only */
/* Which lines of Rust and of documents are about VMA flags. */
#ifndef VMALINT_SELECT_SHADOW_LINES_H
#define VMALINT_SELECT_SHADOW_LINES_H

#include <glib.h>

#include "base/path_kind.h"

/*
 * Appends the relevant lines of a text that is no C (guint32, ascending, each
 * once): of Rust those with a flag name, of bindgen's parameters those that
 * block one, of documents those with names that the kernel prints for flags.
 */
void shadow_lines(GHashTable *names, enum path_language language,
		  const char *text, gsize length, GArray *ret_lines);

#endif
