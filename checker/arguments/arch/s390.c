// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

#include <glib.h>

/* tools/gen_facilities.c: only the names; no bit of them is set. */
static char *make_facilities(const char *list)
{
	g_autoptr(GRegex) regex =
		g_regex_new("\\.name\\s*=\\s*\"(\\w+)\"", 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	GString *text = g_string_new("#include <linux/const.h>\n");

	g_regex_match(regex, list, 0, &match);
	while (g_match_info_matches(match)) {
		g_autofree char *name = g_match_info_fetch(match, 1);

		g_string_append_printf(text, "#define %s _AC(0,UL)\n", name);
		g_match_info_next(match, NULL);
	}
	return g_string_free(text, FALSE);
}

static const struct made_header headers[] = {
	{ "arch/s390/tools/gen_facilities.c",
	  "arch/s390/include/generated/asm/facility-defs.h", make_facilities },
	{ NULL, NULL, NULL },
};

static const struct syscall_header syscalls[] = {
	{ "arch/s390/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", NULL },
	{ "arch/s390/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", NULL },
	{ "arch/s390/kernel/syscalls/syscall.tbl", "", "asm/unistd_nr.h", NULL,
	  "", "NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_s390[] = {
	{
		.name = "s390",
		.folder = "s390",
		.aliases = LIST("s390x"),
		.width = 64,
		.kconfig_arch = "s390",
		.target = "s390x-linux-gnu",
		.syscalls = syscalls,
		.headers = headers,
	},
	{ .name = NULL },
};
