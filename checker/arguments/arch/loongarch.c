// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,64", "uapi/asm/unistd_64.h", "__NR_", "",
	  "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_loongarch[] = {
	{
		.name = "loongarch",
		.folder = "loongarch",
		.aliases = LIST("loongarch64"),
		.width = 64,
		.kconfig_arch = "loongarch",
		.target = "loongarch64-linux-gnu",
		.arguments = LIST("-DVMLINUX_LOAD_ADDRESS=0x9000000000200000"),
		.includes_compiler = true,
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
