// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/parisc/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/parisc/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_parisc[] = {
	{
		.name = "parisc",
		.folder = "parisc",
		.aliases = LIST("hppa", "parisc64"),
		.width = 32,
		.kconfig_arch = "parisc",
		.pins = PINS({ "64BIT", "n" }),
		.target = STAND_IN_BIG_32,
		.hidden = stand_in_hides_sparc,
		.arguments = LIST("-D__hppa__=1", "-D__hppa=1"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
