// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,arc,time32,renameat,stat64,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_arc[] = {
	{
		.name = "arc",
		.folder = "arc",
		.width = 32,
		.kconfig_arch = "arc",
		.pins = PINS({ "CPU_BIG_ENDIAN", "n" }),
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__arc__", "-D__ARC__", "-D__ARCHS__"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
