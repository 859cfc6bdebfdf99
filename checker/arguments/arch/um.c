// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

const struct arch arch_um[] = {
	{
		.name = "um",
		.folder = "um",
		.aliases = LIST("uml"),
		.width = 64,
		.kconfig_arch = "um",
		.pins = PINS({ "64BIT", "y" }),
		.target = "x86_64-linux-gnu",
		.arguments = LIST("-m64", "-D__arch_um__", "-DSUBARCH=\"x86\"",
				  "-mno-sse"),
		.host = "x86",
		.includes = LIST("arch/um/include/shared", "arch/x86/um/shared",
				 "arch/um/include/shared/skas", "arch/x86/um"),
		.files = LIST("arch/x86/um/*"),
		.syscalls = syscalls_x86,
	},
	{
		.name = "um-32",
		.folder = "um",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "um",
		.pins = PINS({ "64BIT", "n" }),
		.target = "i386-linux-gnu",
		.arguments = LIST("-m32", "-D__arch_um__", "-DSUBARCH=\"x86\"",
				  "-mno-sse"),
		.host = "x86",
		.includes = LIST("arch/um/include/shared", "arch/x86/um/shared",
				 "arch/um/include/shared/skas", "arch/x86/um"),
		.files = LIST("arch/x86/um/*_32.[ch]"),
		.syscalls = syscalls_x86,
	},
	{ .name = NULL },
};
