// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/alpha/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_alpha[] = {
	{
		.name = "alpha",
		.folder = "alpha",
		.width = 64,
		.kconfig_arch = "alpha",
		.target = STAND_IN_LITTLE_64,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__alpha__", "-D__alpha"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
