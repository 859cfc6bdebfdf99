/* SPDX-License-Identifier: GPL-2.0-only */
/* The terminal that standard error may be; private to output/. */
#ifndef VMALINT_OUTPUT_TERMINAL_H
#define VMALINT_OUTPUT_TERMINAL_H

#include <glib.h>
#include <stdbool.h>

bool terminal_is_there(void);

/* How many columns it has; 80 if it does not say. */
glong terminal_columns(void);

#endif
