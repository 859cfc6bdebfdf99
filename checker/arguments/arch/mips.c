// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/mips/kernel/syscalls/syscall_n32.tbl", "",
	  "uapi/asm/unistd_n32.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_n32.tbl", "",
	  "asm/unistd_nr_n32.h", NULL, "", "__NR_N32_Linux_syscalls" },
	{ "arch/mips/kernel/syscalls/syscall_n64.tbl", "",
	  "uapi/asm/unistd_n64.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_n64.tbl", "",
	  "asm/unistd_nr_n64.h", NULL, "", "__NR_64_Linux_syscalls" },
	{ "arch/mips/kernel/syscalls/syscall_o32.tbl", "",
	  "uapi/asm/unistd_o32.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_o32.tbl", "",
	  "asm/unistd_nr_o32.h", NULL, "", "__NR_O32_Linux_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_mips[] = {
	{
		.name = "mips",
		.folder = "mips",
		.aliases = LIST("mipsel", "mips64", "mips64el"),
		.width = 32,
		.kconfig_arch = "mips",
		.pins = PINS({ "32BIT", "y" }, { "CPU_BIG_ENDIAN", "y" }),
		.target = "mips-linux-gnu",
		.arguments = LIST("-DVMLINUX_LOAD_ADDRESS=0x80100000",
				  "-DDATAOFFSET=0",
				  "-DTOOLCHAIN_SUPPORTS_VIRT"),
		.includes = LIST("arch/mips/include/asm/mach-generic"),
		.syscalls = syscalls,
	},
	{
		.name = "mips-64",
		.folder = "mips",
		.width = 64,
		.is_variant = true,
		.kconfig_arch = "mips",
		.pins = PINS({ "64BIT", "y" }, { "CPU_BIG_ENDIAN", "y" },
			     { "CAVIUM_OCTEON_SOC", "y" }),
		.target = "mips64-linux-gnuabi64",
		.arguments = LIST("-DVMLINUX_LOAD_ADDRESS=0xffffffff81100000",
				  "-DDATAOFFSET=0"),
		.includes = LIST("arch/mips/include/asm/mach-cavium-octeon",
				 "arch/mips/include/asm/mach-generic"),
		.files = LIST("arch/mips/include/asm/hugetlb.h",
			      "arch/mips/mm/c-octeon.c",
			      "arch/mips/cavium-octeon/*"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
