// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/xtensa/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_xtensa[] = {
	{
		.name = "xtensa",
		.folder = "xtensa",
		.width = 32,
		.kconfig_arch = "xtensa",
		.pins = PINS(
			{ "XTENSA_VARIANT_CUSTOM", "y" },
			{ "XTENSA_VARIANT_CUSTOM_NAME", "test_mmuhifi_c3" },
			{ "HAVE_SMP", "y" }, { "SMP", "y" }, { "MMU", "y" }),
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__xtensa__", "-D__XTENSA__",
				  "-D__XTENSA_EL__",
				  "-D__XTENSA_WINDOWED_ABI__"),
		.includes = LIST("arch/xtensa/variants/test_mmuhifi_c3/include",
				 "arch/xtensa/platforms/iss/include"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
