// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/microblaze/kernel/syscalls/syscall.tbl", "",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_microblaze[] = {
	{
		.name = "microblaze",
		.folder = "microblaze",
		.width = 32,
		.kconfig_arch = "microblaze",
		.pins = PINS({ "CPU_LITTLE_ENDIAN", "y" }),
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__MICROBLAZE__", "-D__microblaze__",
				  "-D__MICROBLAZEEL__",
				  "-DUTS_SYSNAME=\"Linux\""),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
