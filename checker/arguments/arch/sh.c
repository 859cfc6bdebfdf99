// SPDX-License-Identifier: GPL-2.0-only
#include "list_lines.h"
#include "rows.h"

static const struct made_header headers[] = {
	{ "arch/sh/tools/mach-types", "include/generated/machtypes.h",
	  list_make_machines },
	{ NULL, NULL, NULL },
};

static const struct syscall_header syscalls[] = {
	{ "arch/sh/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_sh[] = {
	{
		.name = "sh",
		.folder = "sh",
		.aliases = LIST("sh4"),
		.width = 32,
		.kconfig_arch = "sh",
		.pins = PINS({ "CPU_LITTLE_ENDIAN", "y" },
			     { "CPU_SUBTYPE_SH7786", "y" }, { "SMP", "y" },
			     { "MMU", "y" }),
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__sh__", "-D__SH4__", "-D__SH4_NOFPU__"),
		.includes = LIST("arch/sh/include/cpu-sh4a",
				 "arch/sh/include/cpu-sh4",
				 "arch/sh/include/cpu-common",
				 "arch/sh/include/mach-common"),
		.syscalls = syscalls,
		.headers = headers,
	},
	{ .name = NULL },
};
