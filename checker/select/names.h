/* SPDX-License-Identifier: GPL-2.0-only */
/* The flag names of a tree: fixed seeds plus what its headers declare. */
#ifndef VMALINT_SELECT_NAMES_H
#define VMALINT_SELECT_NAMES_H

#include <glib.h>

/* A set of owned strings with the names that every kernel era may use. */
GHashTable *names_new(void);

/*
 * Learns from a header that declares the flag API (include/linux/mm.h and
 * mm_types.h, 6.1 to 7.x): masks, bit enumerators, and functions that take or
 * return a flag type.
 */
void names_learn_api(GHashTable *names, const char *text, gsize length);

/*
 * Adds macros of any text whose body holds a flag name or pastes one from
 * VM_ or VMA_. Returns how many were new; call until it is 0.
 */
guint names_learn_macros(GHashTable *names, const char *text, gsize length);

#endif
