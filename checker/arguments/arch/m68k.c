// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/m68k/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_m68k[] = {
	{
		.name = "m68k",
		.folder = "m68k",
		.width = 32,
		.kconfig_arch = "m68k",
		.pins = PINS({ "M68KCLASSIC", "y" }, { "MMU", "y" }),
		.target = "m68k-linux-gnu",
		.syscalls = syscalls,
	},
	{
		.name = "m68k-coldfire",
		.folder = "m68k",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "m68k",
		.pins = PINS({ "COLDFIRE", "y" }, { "MMU", "y" },
			     { "M547x", "y" }),
		.target = "m68k-linux-gnu",
		.arguments = LIST("-D__mcoldfire__"),
		.files = LIST("arch/m68k/*mcf*", "arch/m68k/coldfire/*"),
		.syscalls = syscalls,
	},
	{
		.name = "m68k-sun3",
		.folder = "m68k",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "m68k",
		/* One kernel runs on all others, but its MMU is unlike theirs.
		 */
		.pins = PINS({ "M68KCLASSIC", "y" }, { "MMU", "y" },
			     { "AMIGA", "n" }, { "ATARI", "n" }, { "MAC", "n" },
			     { "APOLLO", "n" }, { "VME", "n" },
			     { "HP300", "n" }, { "SUN3X", "n" }, { "Q40", "n" },
			     { "VIRT", "n" }, { "SUN3", "y" }),
		.target = "m68k-linux-gnu",
		.files = LIST("arch/m68k/*sun3*"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
