/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Answers for what Kconfig files ask of the toolchain and the shell. Nothing
 * is executed; the answers are those of clang 19.1.7 with lld and the
 * integrated assembler, without Rust, pahole and GCC plugins.
 */
#ifndef VMALINT_ARGUMENTS_KCONFIG_PROBE_H
#define VMALINT_ARGUMENTS_KCONFIG_PROBE_H

#include <glib.h>

/*
 * The answer to $(name,arguments...), or NULL if name is no probe. The array
 * of arguments ends with NULL. Free with g_free().
 */
char *kconfig_probe_answer(const char *srcarch, const char *name,
			   char *const *arguments);

/* Adds what Kbuild exports to conf beyond the names of the architecture. */
void kconfig_probe_add_environment(GHashTable *environment);

#endif
