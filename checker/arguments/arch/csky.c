// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,csky,time32,stat64,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_csky[] = {
	{
		.name = "csky",
		.folder = "csky",
		.width = 32,
		.kconfig_arch = "csky",
		.pins = PINS({ "CPU_CK860", "y" }),
		.target = "csky-linux-gnu",
		.arguments = LIST("-fheinous-gnu-extensions",
				  "-DCSKYCPU_DEF_NAME=\"ck860\""),
		.includes = LIST("arch/csky/abiv2/inc"),
		.syscalls = syscalls,
	},
	{
		.name = "csky-abiv1",
		.folder = "csky",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "csky",
		.pins = PINS({ "CPU_CK610", "y" }),
		.target = "csky-linux-gnu",
		.arguments = LIST("-fheinous-gnu-extensions", "-U__CSKYABI__",
				  "-D__CSKYABI__=1",
				  "-DCSKYCPU_DEF_NAME=\"ck610\""),
		.includes = LIST("arch/csky/abiv1/inc"),
		.files = LIST("arch/csky/abiv1/*"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
