/* SPDX-License-Identifier: GPL-2.0-only */
/* What of a compiler's command line changes what a source means. */
#ifndef VMALINT_ARGUMENTS_COMPILER_ARGUMENTS_H
#define VMALINT_ARGUMENTS_COMPILER_ARGUMENTS_H

#include <glib.h>

/*
 * Adds those of the words (ending in NULL) that say what the source means:
 * macros, folders of headers, forced includes, the language. All others, GCC's
 * own and those of sparse among them, are left out, and so is whatever would
 * write a file. Relative paths count from the folder.
 */
void compiler_arguments_keep(GPtrArray *arguments, char *const *words,
			     const char *folder);

#endif
