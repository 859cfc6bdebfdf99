// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ "arch/sparc/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/sparc/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_sparc[] = {
	{
		.name = "sparc",
		.folder = "sparc",
		.aliases = LIST("sparc64"),
		.width = 64,
		.kconfig_arch = "sparc64",
		.pins = PINS({ "64BIT", "y" }),
		.target = "sparc64-linux-gnu",
		.arguments = LIST("-m64"),
		.syscalls = syscalls,
	},
	{
		.name = "sparc-32",
		.folder = "sparc",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "sparc",
		.pins = PINS({ "64BIT", "n" }),
		.target = "sparc-linux-gnu",
		.arguments = LIST("-m32"),
		.files = LIST("arch/sparc/*_32.[ch]", "arch/sparc/mm/leon_mm.c",
			      "arch/sparc/mm/srmmu.c"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
