// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/ia64/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_64.h",
	  "__NR_", "__NR_Linux + ", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_ia64[] = {
	{
		.name = "ia64",
		.folder = "ia64",
		.width = 64,
		.kconfig_arch = "ia64",
		.target = STAND_IN_LITTLE_64,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__ia64__", "-D__ia64",
				  "-DHAVE_WORKING_TEXT_ALIGN",

				  "-DHAVE_SERIALIZE_DIRECTIVE"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
