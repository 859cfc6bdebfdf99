// SPDX-License-Identifier: GPL-2.0-only
#include "list_lines.h"
#include "rows.h"

static const struct made_header headers[] = {
	{ "arch/arm/tools/mach-types",
	  "arch/arm/include/generated/asm/mach-types.h", list_make_machines },
	{ NULL, NULL, NULL },
};

static const struct syscall_header syscalls[] = {
	{ "arch/arm/tools/syscall.tbl", "common,eabi", "uapi/asm/unistd-eabi.h",
	  "__NR_", "__NR_SYSCALL_BASE + ", NULL },
	{ "arch/arm/tools/syscall.tbl", "common,oabi", "uapi/asm/unistd-oabi.h",
	  "__NR_", "__NR_SYSCALL_BASE + ", NULL },
	{ "arch/arm/tools/syscall.tbl", "", "asm/unistd-nr.h", NULL, "",
	  "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_arm[] = {
	{
		.name = "arm",
		.folder = "arm",
		.aliases = LIST("armel", "armhf", "armv7", "armv7l"),
		.width = 32,
		.kconfig_arch = "arm",
		.pins = PINS({ "CPU_BIG_ENDIAN", "n" }, { "MMU", "y" },
			     { "ARCH_MULTI_V4", "n" },
			     { "ARCH_MULTI_V4T", "n" },
			     { "ARCH_MULTI_V5", "n" }, { "ARCH_MULTI_V6", "n" },
			     { "ARCH_MULTI_V7", "y" }),
		.target = "armv7-linux-gnueabi",
		.arguments = LIST("-marm", "-msoft-float",
				  "-D__LINUX_ARM_ARCH__=7", "-Uarm"),
		.syscalls = syscalls,
		.headers = headers,
	},
	{
		.name = "arm-nommu",
		.folder = "arm",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "arm",
		.pins = PINS({ "CPU_BIG_ENDIAN", "n" }, { "MMU", "n" }),
		.target = "armv7-linux-gnueabi",
		.arguments = LIST("-marm", "-msoft-float",
				  "-D__LINUX_ARM_ARCH__=7", "-Uarm"),
		.files = LIST("arch/arm/*nommu.[ch]"),
		.syscalls = syscalls,
		.headers = headers,
	},
	{
		.name = "arm-v4",
		.folder = "arm",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "arm",
		.pins = PINS({ "CPU_BIG_ENDIAN", "n" }, { "MMU", "y" },
			     { "ARCH_MULTI_V4", "y" },
			     { "ARCH_MULTI_V4T", "n" },
			     { "ARCH_MULTI_V5", "n" }, { "ARCH_MULTI_V6", "n" },
			     { "ARCH_MULTI_V7", "n" }),
		.target = "armv4-linux-gnueabi",
		.arguments = LIST("-marm", "-msoft-float",
				  "-D__LINUX_ARM_ARCH__=4", "-Uarm",
				  "-DNO_DMA=255", "-DIRQ_EXPANSIONCARD=13"),
		.includes = LIST("arch/arm/mach-rpc/include"),
		.files =
			LIST("arch/arm/mach-rpc/*", "arch/arm/mm/fault-armv.c"),
		.syscalls = syscalls,
		.headers = headers,
	},
	{ .name = NULL },
};
