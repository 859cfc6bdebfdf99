// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

/* <asm-generic/unistd.h> has them all. */
static const struct syscall_header syscalls[] = {
	NO_MORE_SYSCALLS,
};

/* Up to 5.17. */
const struct arch arch_nds32[] = {
	{
		.name = "nds32",
		.folder = "nds32",
		.width = 32,
		.kconfig_arch = "nds32",
		.target = STAND_IN_LITTLE_32,
		.hidden = stand_in_hides_loongarch,
		.arguments = LIST("-D__nds32__", "-D__NDS32_EL__"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
