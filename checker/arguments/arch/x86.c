// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

/*
 * include/asm/cpufeatures.h (6.15 and later): as many masks as it has
 * words of features; no feature is required, none ruled out.
 */
static char *make_feature_masks(const char *list)
{
	const char *count = strstr(list, "NCAPINTS");
	GString *text = g_string_new(NULL);
	guint nr = 0;

	if (count)
		sscanf(count, "NCAPINTS %u", &nr);
	for (guint i = 0; i < MIN(nr, 64u); i++)
		g_string_append_printf(text,
				       "#define REQUIRED_MASK%u 0U\n"
				       "#define DISABLED_MASK%u 0U\n",
				       i, i);
	g_string_append(text, "#define REQUIRED_MASK_BIT_SET(x) 0\n"
			      "#define DISABLED_MASK_BIT_SET(x) 0\n");
	return g_string_free(text, FALSE);
}

static const struct made_header headers[] = {
	{ "arch/x86/include/asm/cpufeatures.h",
	  "arch/x86/include/generated/asm/cpufeaturemasks.h",
	  make_feature_masks },
	{ NULL, NULL, NULL },
};

const struct syscall_header syscalls_x86[] = {
	{ "arch/x86/entry/syscalls/syscall_32.tbl", "i386",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "common,x32",
	  "uapi/asm/unistd_x32.h", "__NR_", "__X32_SYSCALL_BIT + ",
	  "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_32.tbl", "i386",
	  "asm/unistd_32_ia32.h", "__NR_ia32_", "", "__NR_ia32_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "x32",
	  "asm/unistd_64_x32.h", "__NR_x32_", "", "__NR_x32_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_x86[] = {
	{
		.name = "x86",
		.folder = "x86",
		.aliases = LIST("x86_64", "x86-64", "amd64", "i386", "i486",
				"i586", "i686"),
		.width = 64,
		.takes_neutral = true,
		.kconfig_arch = "x86_64",
		.target = "x86_64-linux-gnu",
		.arguments = LIST("-m64", "-mno-red-zone", "-mfentry",
				  "-DCC_USING_FENTRY"),
		.syscalls = syscalls_x86,
		.headers = headers,
	},
	{
		.name = "x86-32",
		.folder = "x86",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "i386",
		.target = "i386-linux-gnu",
		.arguments = LIST("-m32", "-mregparm=3", "-mfentry",
				  "-DCC_USING_FENTRY"),
		.syscalls = syscalls_x86,
		.headers = headers,
	},
	{ .name = NULL },
};
