// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,or1k,time32,stat64,rlimit,renameat",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_openrisc[] = {
	{
		.name = "openrisc",
		.folder = "openrisc",
		.aliases = LIST("or1k"),
		.width = 32,
		.kconfig_arch = "openrisc",
		.target = STAND_IN_BIG_32,
		.hidden = stand_in_hides_sparc,
		.arguments = LIST("-D__OR1K__", "-D__or1k__"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
