/* SPDX-License-Identifier: GPL-2.0-only */
/* Makes the flag word of struct vm_area_struct writable for the parser. */
#ifndef VMALINT_ARGUMENTS_OVERLAY_H
#define VMALINT_ARGUMENTS_OVERLAY_H

#include <glib.h>

/*
 * Replaces `const` by as many blanks in the member declarations of vm_flags
 * inside struct vm_area_struct; offsets, lines and columns stay. Returns how
 * many were blanked.
 */
guint overlay_blank_const(char *text, gsize length);

#endif
