// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of architectures, as the Makefiles of 6.1 and 6.12 have it. A
 * program that knows an architecture by name anywhere else is wrong.
 */
#include "arch.h"

#include <string.h>

static const char *const none[] = {NULL};

static const char *const x86_arguments[] = {
	"-m64",
	"-mno-red-zone",
	"-mfentry",
	"-DCC_USING_FENTRY",
	NULL,
};

static const struct syscall_header x86_syscalls[] = {
	{"entry/syscalls/syscall_32.tbl", "i386", "uapi/asm/unistd_32.h",
	 "__NR_", ""},
	{"entry/syscalls/syscall_64.tbl", "common,64", "uapi/asm/unistd_64.h",
	 "__NR_", ""},
	{"entry/syscalls/syscall_64.tbl", "common,x32",
	 "uapi/asm/unistd_x32.h", "__NR_", "__X32_SYSCALL_BIT + "},
	{"entry/syscalls/syscall_32.tbl", "i386", "asm/unistd_32_ia32.h",
	 "__NR_ia32_", ""},
	{"entry/syscalls/syscall_64.tbl", "x32", "asm/unistd_64_x32.h",
	 "__NR_x32_", ""},
	{NULL, NULL, NULL, NULL, NULL},
};

static const char *const x86_empty[] = {
	"asm/syscalls_32.h", "asm/syscalls_64.h", "asm/syscalls_x32.h",
	"asm/xen-hypercalls.h", NULL,
};

const struct arch arch_table[] = {
	{
		.name = "x86",
		.kconfig_arch = "x86_64",
		.target = "x86_64-linux-gnu",
		.arguments = x86_arguments,
		.includes = none,
		.syscalls = x86_syscalls,
		.empty = x86_empty,
	},
};

const size_t nr_arches = sizeof(arch_table) / sizeof(arch_table[0]);

const struct arch *arch_find(const char *name)
{
	for (size_t i = 0; i < nr_arches; i++) {
		if (strcmp(arch_table[i].name, name) == 0)
			return &arch_table[i];
	}
	return NULL;
}
