/* SPDX-License-Identifier: GPL-2.0-only */
/* Decides the conditions of #if and its like. Private to mirror/. */
#ifndef VMALINT_MIRROR_CONDITION_H
#define VMALINT_MIRROR_CONDITION_H

#include <glib.h>
#include <stdbool.h>

/* True if a name is defined; *ret_value is what it stands for, or NULL. */
typedef bool condition_lookup(void *context, const char *name,
			      const char **ret_value);

/*
 * Decides the words (struct word) behind an #if, or the one name behind an
 * #ifdef or #ifndef. What cannot be read is false.
 */
bool condition_holds(const GArray *words, bool is_name, bool is_negated,
		     condition_lookup *lookup, void *context);

#endif
