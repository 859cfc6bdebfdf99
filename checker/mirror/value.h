/* SPDX-License-Identifier: GPL-2.0-only */
/* The values of constant expressions. Private to mirror/. */
#ifndef VMALINT_MIRROR_VALUE_H
#define VMALINT_MIRROR_VALUE_H

#include <glib.h>
#include <stdbool.h>

struct term;

/* The value of a name or of a call; false if it has none. */
typedef bool value_lookup(void *context, const struct term *term,
			  gint64 *ret_value);

/* The value of an expression of integers, 64 bits wide; false without one. */
bool term_value(const struct term *term, value_lookup *lookup, void *context,
		gint64 *ret_value);

#endif
