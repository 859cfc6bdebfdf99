/* SPDX-License-Identifier: GPL-2.0-only */
/* The flag names of a tree: fixed seeds plus what its headers declare. */
#ifndef VMALINT_SELECT_NAMES_H
#define VMALINT_SELECT_NAMES_H

#include <glib.h>

/* A set of owned strings with the names that every kernel era may use. */
GHashTable *names_new(void);

/* The name of a flag without VM_, VMA_ and _BIT; owned, NULL of others. */
char *names_flag_stem(const char *name);

/*
 * Learns from a header that declares the flag API (include/linux/mm.h and
 * mm_types.h, 6.1 to 7.x): masks, bit enumerators, and functions that take or
 * return a flag type.
 */
void names_learn_api(GHashTable *names, const char *text, gsize length);

/*
 * Learns from the same headers which flags are not always there; kept as
 * "X:CONFIG_Y" for each symbol that a definition of VM_X, VMA_X or VMA_X_BIT is
 * under, "X:empty" for one without any bit, and "X:alias" for a bit that has
 * the number of another: no names that a file could hold.
 */
void names_learn_guards(GHashTable *names, const char *text, gsize length);

/*
 * Adds macros of any text whose body holds a flag name or pastes one from
 * VM_ or VMA_. Returns how many were new; call until it is 0.
 */
guint names_learn_macros(GHashTable *names, const char *text, gsize length);

/* Before the size of vma_flags_t, as it is written: a name of the set. */
#define NAMES_BITMAP_SIZE "NUM_VMA_FLAG_BITS:"

#endif
