// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,nios2,time32,stat64,renameat,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_nios2[] = {
	{
		.name = "nios2",
		.folder = "nios2",
		.width = 32,
		.kconfig_arch = "nios2",
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__nios2__", "-D__NIOS2__",
				  "-D__nios2_little_endian__", "-D__ELF__",
				  "-DUTS_SYSNAME=\"Linux\""),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
