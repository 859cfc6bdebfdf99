// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,hexagon,time32,stat64,rlimit,renameat",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_hexagon[] = {
	{
		.name = "hexagon",
		.folder = "hexagon",
		.width = 32,
		.kconfig_arch = "hexagon",
		.target = "hexagon-linux-musl",
		.arguments = LIST("-DTHREADINFO_REG=r19"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
