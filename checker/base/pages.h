/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Memory for a text that is about to be read, taken as a whole: who touches it
 * for the first time page by page waits for the kernel longer than for the
 * text, and on a virtual machine much longer.
 */
#ifndef VMALINT_BASE_PAGES_H
#define VMALINT_BASE_PAGES_H

#include <glib.h>

/*
 * Bytes of this size, owned, which are to be written at *ret_start before
 * anyone else gets them; NULL if there is not that much memory.
 */
GBytes *pages_new(gsize size, void **ret_start);

#endif
