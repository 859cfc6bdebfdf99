/* SPDX-License-Identifier: GPL-2.0-only */
/* The asm-generic wrappers that Kbuild makes before it compiles anything. */
#ifndef VMALINT_ARGUMENTS_HEADERS_KBUILD_LISTS_H
#define VMALINT_ARGUMENTS_HEADERS_KBUILD_LISTS_H

#include <stdbool.h>

struct arch;
struct session;
struct tree;

/*
 * Writes arch/NAME/include/generated/[uapi/]asm/X.h below folder for every X
 * that the Kbuild files list as generic-y, or as mandatory-y where the
 * architecture has no own X.h (scripts/Makefile.asm-headers, 6.12). What is
 * listed as generated-y or syscall-y comes from generated_write(), which has to
 * run before; what that does not know is made empty.
 */
bool kbuild_lists_write(struct session *session, const struct tree *tree,
			const struct arch *arch, const char *folder);

#endif
