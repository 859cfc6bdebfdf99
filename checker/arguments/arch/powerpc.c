// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/powerpc/kernel/syscalls/syscall.tbl", "common,nospu,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/powerpc/kernel/syscalls/syscall.tbl", "common,nospu,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_powerpc[] = {
	{
		.name = "powerpc",
		.folder = "powerpc",
		.aliases =
			LIST("ppc", "ppc64", "ppc64le", "ppc64el", "powerpc64"),
		.width = 64,
		.kconfig_arch = "powerpc",
		.pins = PINS({ "PPC64", "y" }, { "CPU_LITTLE_ENDIAN", "y" },
			     { "PPC_BOOK3S_64", "y" }),
		.target = "powerpc64le-linux-gnu",
		.arguments = LIST("-msoft-float"),
		.includes = LIST("arch/powerpc"),
		.syscalls = syscalls,
	},
	{
		.name = "powerpc-32",
		.folder = "powerpc",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "powerpc",
		.pins = PINS({ "PPC64", "n" }, { "PPC_BOOK3S_32", "y" }),
		.target = "powerpc-linux-gnu",
		.includes = LIST("arch/powerpc"),
		.files = LIST("arch/powerpc/*book3s/32/*",
			      "arch/powerpc/*/book3s32/*",
			      "arch/powerpc/*page_32.h"),
		.syscalls = syscalls,
	},
	{
		.name = "powerpc-8xx",
		.folder = "powerpc",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "powerpc",
		.pins = PINS({ "PPC64", "n" }, { "PPC_8xx", "y" }),
		.target = "powerpc-linux-gnu",
		.includes = LIST("arch/powerpc"),
		.files = LIST("arch/powerpc/*nohash/32/*8xx.[ch]",
			      "arch/powerpc/*nohash/8xx.c"),
		.syscalls = syscalls,
	},
	{
		.name = "powerpc-e500",
		.folder = "powerpc",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "powerpc",
		.pins = PINS({ "PPC64", "n" }, { "PPC_85xx", "y" },
			     { "PPC_E500", "y" }),
		.target = "powerpc-linux-gnu",
		.includes = LIST("arch/powerpc"),
		.files = LIST("arch/powerpc/*nohash/*",
			      "arch/powerpc/kvm/*e500*"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
