/* SPDX-License-Identifier: GPL-2.0-only */
/* What is configured whatever Kconfig says. */
#ifndef VMALINT_ARGUMENTS_TARGET_PINS_H
#define VMALINT_ARGUMENTS_TARGET_PINS_H

#include <glib.h>

struct arch;

/*
 * Of all rows, then of this one, unless it is NULL: struct kconfig_pin, in an
 * owned array.
 */
GArray *target_pins(const struct arch *arch);

#endif
