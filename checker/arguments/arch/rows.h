/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * For the files that have the rows of an architecture, one each and named as
 * its folder of arch/. They say what the Makefiles of 5.15 to 7.x say. A
 * program that knows an architecture by name anywhere else is wrong.
 */
#ifndef VMALINT_ARGUMENTS_ARCH_ROWS_H
#define VMALINT_ARGUMENTS_ARCH_ROWS_H

#include <stddef.h>

#include "arch.h"
#include "arguments/kconfig/kconfig.h"

/*
 * LLVM 19 has no alpha, arc, h8300, ia64, microblaze, nds32, nios2, openrisc,
 * parisc, sh or xtensa. These stand in for them; none may be taken for itself,
 * so that its own macros are hidden.
 */
#define STAND_IN_LITTLE_32 "loongarch32-linux-gnu"
#define STAND_IN_LITTLE_64 "loongarch64-linux-gnu"
#define STAND_IN_BIG_32	   "sparc-linux-gnu"
extern const char *const stand_in_hides_loongarch[];
extern const char *const stand_in_hides_sparc[];

/* The lists of a row stand in it; at file scope they live for ever. */
#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define PINS(...) ((const struct kconfig_pin[]){ __VA_ARGS__, { NULL, NULL } })

/* The table of system calls that many architectures share since 6.11. */
#define SHARED_TABLE	 "scripts/syscall.tbl"
#define NO_MORE_SYSCALLS { NULL, NULL, NULL, NULL, NULL, NULL }

/* x86's are those of um as well. */
extern const struct syscall_header syscalls_x86[];

/* The rows of each, sorted by name; the last has no name. */
#define ARCH(folder) extern const struct arch arch_##folder[];
#include "arches.def"
#undef ARCH

#endif
