/* SPDX-License-Identifier: GPL-2.0-only */
/* Values of symbols as texts, and their comparison. */
#ifndef VMALINT_ARGUMENTS_KCONFIG_COMPARE_H
#define VMALINT_ARGUMENTS_KCONFIG_COMPARE_H

#include "tree.h"

/* True if the values are y, n and perhaps m. */
bool kconfig_symbol_is_logical(const struct kconfig_symbol *symbol);

/* "y", "m", "n", or the text. Valid once the symbol is evaluated. */
const char *kconfig_symbol_text(const struct kconfig_symbol *symbol);

/* True if a comparison holds of its symbols, which are evaluated. */
bool kconfig_comparison_holds(const struct kconfig_expression *expression);

#endif
