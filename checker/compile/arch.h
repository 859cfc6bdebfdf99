/* SPDX-License-Identifier: GPL-2.0-only */
/* What is special about each architecture: one row each, nothing elsewhere. */
#ifndef VMALINT_COMPILE_ARCH_H
#define VMALINT_COMPILE_ARCH_H

#include <stddef.h>

/* A header of system call numbers that the build makes from a table. */
struct syscall_header {
	const char *table;  /* relative to arch/NAME */
	const char *abis;   /* comma separated; "" takes all */
	const char *output; /* relative to the generated include folder */
	const char *prefix; /* of the macro, before the call's name */
	const char *offset; /* added to the number, as text; "" is none */
};

struct arch {
	const char *name;	  /* folder of arch/ */
	const char *kconfig_arch; /* the ARCH= word of make */
	const char *target;	  /* of clang; a stand-in where LLVM has none */
	const char *const *arguments; /* NULL-terminated, beyond the target */
	const char *const *includes;  /* NULL-terminated, below arch/NAME */
	const struct syscall_header *syscalls; /* ends with a NULL table */
	const char *const *empty; /* generated headers left empty, as above */
};

/* All rows, sorted by name. */
extern const struct arch arch_table[];
extern const size_t nr_arches;

/* The row of this name, or NULL. */
const struct arch *arch_find(const char *name);

#endif
