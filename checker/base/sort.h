/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef VMALINT_BASE_SORT_H
#define VMALINT_BASE_SORT_H

#include <glib.h>

/* Sorts strings (char *) by their bytes, whatever the locale. */
void sort_strings(GPtrArray *strings);

#endif
