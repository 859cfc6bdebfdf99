/* SPDX-License-Identifier: GPL-2.0-only */
/* Lists of system call headers, one an architecture; for the table of rows. */
#ifndef VMALINT_ARGUMENTS_ARCH_ARCH_SYSCALLS_H
#define VMALINT_ARGUMENTS_ARCH_ARCH_SYSCALLS_H

#include "arch.h"

extern const struct syscall_header syscalls_alpha[];
extern const struct syscall_header syscalls_arc[];
extern const struct syscall_header syscalls_arm[];
extern const struct syscall_header syscalls_arm64[];
extern const struct syscall_header syscalls_csky[];
extern const struct syscall_header syscalls_hexagon[];
extern const struct syscall_header syscalls_ia64[];
extern const struct syscall_header syscalls_loongarch[];
extern const struct syscall_header syscalls_m68k[];
extern const struct syscall_header syscalls_microblaze[];
extern const struct syscall_header syscalls_mips[];
extern const struct syscall_header syscalls_nios2[];
extern const struct syscall_header syscalls_openrisc[];
extern const struct syscall_header syscalls_parisc[];
extern const struct syscall_header syscalls_powerpc[];
extern const struct syscall_header syscalls_riscv[];
extern const struct syscall_header syscalls_s390[];
extern const struct syscall_header syscalls_sh[];
extern const struct syscall_header syscalls_sparc[];
extern const struct syscall_header syscalls_x86[];
extern const struct syscall_header syscalls_xtensa[];

#endif
