/* SPDX-License-Identifier: GPL-2.0-only */
/* What the names of Kconfig symbols say. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_SYMBOLS_H
#define VMALINT_FACTS_SHADOWS_SYMBOLS_H

#include <glib.h>
#include <stdbool.h>

/*
 * The architecture that a symbol is of, "CONFIG_ARM64" of CONFIG_ARM64_MTE;
 * NULL: of none. The same pointer for the same one.
 */
const char *symbol_arch(const char *symbol);

/* True for an architecture, 64 bits and an MMU, which select no flags. */
bool symbol_is_basic(const char *symbol);

/*
 * True unless the values of symbols (a bit for each) contradict each other: two
 * architectures, one without the symbol of its own, of another width.
 */
bool symbols_agree(const GPtrArray *symbols, guint values);

#endif
