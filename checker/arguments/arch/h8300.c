// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

/* <asm-generic/unistd.h> has them all. */
static const struct syscall_header syscalls[] = {
	NO_MORE_SYSCALLS,
};

/* Up to 5.18. */
const struct arch arch_h8300[] = {
	{
		.name = "h8300",
		.folder = "h8300",
		.width = 32,
		.kconfig_arch = "h8300",
		.target = STAND_IN_BIG_32,
		.hidden = stand_in_hides_sparc,
		.arguments = LIST("-D__H8300H__", "-DUTS_SYSNAME=\"uClinux\""),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
