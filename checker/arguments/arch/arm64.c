// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "list_lines.h"

struct cpucaps {
	GString *text;
	guint nr;
};

static void append_cpucap(const struct list_line *line, void *data)
{
	struct cpucaps *caps = data;

	g_string_append_printf(caps->text, "#define ARM64_%s %u\n",
			       line->words[0], caps->nr++);
}

/*
 * tools/cpucaps: one name a line, numbered in order. */
static char *make_cpucaps(const char *list)
{
	struct cpucaps caps = { .text = g_string_new(NULL) };

	list_each_line(list, append_cpucap, &caps);
	g_string_append_printf(caps.text, "#define ARM64_NCAPS %u\n", caps.nr);
	return g_string_free(caps.text, FALSE);
}

/* include/uapi/asm/hwcap.h (6.18 and later): a name for the kernel's own
 * numbers beside each name of a bit.
 */
static char *make_hwcaps(const char *list)
{
	g_autoptr(GRegex) regex =
		g_regex_new("^#define HWCAP([0-9]*)_([A-Z0-9_]+)",
			    G_REGEX_MULTILINE, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	GString *text = g_string_new(NULL);

	g_regex_match(regex, list, 0, &match);
	while (g_match_info_matches(match)) {
		g_autofree char *word = g_match_info_fetch(match, 1);
		g_autofree char *name = g_match_info_fetch(match, 2);

		g_string_append_printf(
			text,
			"#define KERNEL_HWCAP_%s __khwcap%s_feature(%s)\n",
			name, word, name);
		g_match_info_next(match, NULL);
	}
	return g_string_free(text, FALSE);
}

/* The register and the field whose lines are being read. */
struct sysregs {
	GString *text;
	char *name;
	char *field;
	GString *masks[3]; /* RES0, RES1, UNKN: what fixed bits add up to */
	bool has_fields;   /* described elsewhere, by a Fields line */
};

static const char *const mask_words[] = { "Res0", "Res1", "Unkn" };
static const char *const mask_names[] = { "RES0", "RES1", "UNKN" };

static void begin_register(struct sysregs *sysregs, const char *name)
{
	g_free(sysregs->name);
	sysregs->name = g_strdup(name);
	sysregs->has_fields = false;
	for (gsize i = 0; i < G_N_ELEMENTS(sysregs->masks); i++)
		g_string_assign(sysregs->masks[i], "UL(0)");
}

static void append_register(struct sysregs *sysregs,
			    const struct list_line *line)
{
	static const char *const parts[] = { "Op0", "Op1", "CRn", "CRm",
					     "Op2" };
	char *const *number = line->words + 2;
	const char *name = line->words[1];

	begin_register(sysregs, name);
	g_string_append_printf(
		sysregs->text, "#define REG_%s S%s_%s_C%s_C%s_%s\n", name,
		number[0], number[1], number[2], number[3], number[4]);
	g_string_append_printf(
		sysregs->text, "#define SYS_%s sys_reg(%s, %s, %s, %s, %s)\n",
		name, number[0], number[1], number[2], number[3], number[4]);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_string_append_printf(sysregs->text, "#define SYS_%s_%s %s\n",
				       name, parts[i], number[i]);
}

static void end_register(struct sysregs *sysregs)
{
	for (gsize i = 0;
	     !sysregs->has_fields && i < G_N_ELEMENTS(sysregs->masks); i++)
		g_string_append_printf(sysregs->text, "#define %s_%s (%s)\n",
				       sysregs->name, mask_names[i],
				       sysregs->masks[i]->str);
}

static bool read_bits(const char *word, guint *high, guint *low)
{
	if (sscanf(word, "%u:%u", high, low) == 2)
		return *high < 64 && *low <= *high;
	if (sscanf(word, "%u", high) != 1)
		return false;
	*low = *high;
	return *high < 64;
}

static void append_field(struct sysregs *sysregs, const struct list_line *line)
{
	const char *name = sysregs->name, *field = line->words[2];
	guint high, low;

	if (!read_bits(line->words[1], &high, &low))
		return;
	g_free(sysregs->field);
	sysregs->field = g_strdup(field);
	g_string_append_printf(sysregs->text,
			       "#define %s_%s GENMASK(%u, %u)\n"
			       "#define %s_%s_MASK GENMASK(%u, %u)\n"
			       "#define %s_%s_SHIFT %u\n"
			       "#define %s_%s_WIDTH %u\n",
			       name, field, high, low, name, field, high, low,
			       name, field, low, name, field, high - low + 1);
	if (strcmp(line->words[0], "SignedEnum") == 0)
		g_string_append_printf(sysregs->text,
				       "#define %s_%s_SIGNED true\n", name,
				       field);
	if (strcmp(line->words[0], "UnsignedEnum") == 0)
		g_string_append_printf(sysregs->text,
				       "#define %s_%s_SIGNED false\n", name,
				       field);
}

static void append_mask(struct sysregs *sysregs, const struct list_line *line)
{
	guint high, low;

	for (gsize i = 0; i < G_N_ELEMENTS(mask_words); i++) {
		if (strcmp(line->words[0], mask_words[i]) == 0 &&
		    read_bits(line->words[1], &high, &low))
			g_string_append_printf(sysregs->masks[i],
					       " | GENMASK_ULL(%u, %u)", high,
					       low);
	}
}

static void append_sysreg_line(const struct list_line *line, void *data)
{
	struct sysregs *sysregs = data;
	const char *word = line->words[0];

	if (strcmp(word, "Sysreg") == 0 && line->nr == 7)
		append_register(sysregs, line);
	else if (strcmp(word, "SysregFields") == 0 && line->nr == 2)
		begin_register(sysregs, line->words[1]);
	else if (!sysregs->name)
		return;
	else if (g_str_has_prefix(word, "EndSysreg"))
		end_register(sysregs);
	else if (strcmp(word, "Fields") == 0)
		sysregs->has_fields = true;
	else if (strcmp(word, "Field") == 0 || g_str_has_suffix(word, "Enum")) {
		if (line->nr == 3)
			append_field(sysregs, line);
	} else if (g_str_has_prefix(word, "0b") && line->nr == 2 &&
		   sysregs->field)
		g_string_append_printf(
			sysregs->text, "#define %s_%s_%s UL(%s)\n",
			sysregs->name, sysregs->field, line->words[1], word);
	else if (line->nr == 2)
		append_mask(sysregs, line);
}

/* tools/sysreg: blocks of registers, fields and their values. */
static char *make_sysregs(const char *list)
{
	struct sysregs sysregs = { .text = g_string_new(NULL) };

	for (gsize i = 0; i < G_N_ELEMENTS(sysregs.masks); i++)
		sysregs.masks[i] = g_string_new("UL(0)");
	list_each_line(list, append_sysreg_line, &sysregs);
	for (gsize i = 0; i < G_N_ELEMENTS(sysregs.masks); i++)
		g_string_free(sysregs.masks[i], TRUE);
	g_free(sysregs.name);
	g_free(sysregs.field);
	return g_string_free(sysregs.text, FALSE);
}

#define MADE "arch/arm64/include/generated/asm/"

static const struct made_header headers[] = {
	{ "arch/arm64/tools/cpucaps", MADE "cpucap-defs.h", make_cpucaps },
	{ "arch/arm64/tools/cpucaps", MADE "cpucaps.h", make_cpucaps },
	{ "arch/arm64/include/uapi/asm/hwcap.h", MADE "kernel-hwcap.h",
	  make_hwcaps },
	{ "arch/arm64/tools/sysreg", MADE "sysreg-defs.h", make_sysregs },
	{ NULL, NULL, NULL },
};

static const struct syscall_header syscalls[] = {
	{ "arch/arm64/tools/syscall_64.tbl",
	  "common,64,renameat,rlimit,memfd_secret", "uapi/asm/unistd_64.h",
	  "__NR_", "", "__NR_syscalls" },
	{ "arch/arm64/tools/syscall_32.tbl", "common,32", "asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	{ "arch/arm64/tools/syscall_32.tbl", "common,32",
	  "asm/unistd_compat_32.h", "__NR_compat32_", "",
	  "__NR_compat32_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_arm64[] = {
	{
		.name = "arm64",
		.folder = "arm64",
		.aliases = LIST("aarch64"),
		.width = 64,
		.kconfig_arch = "arm64",
		.pins = PINS({ "CPU_BIG_ENDIAN", "n" }),
		.target = "aarch64-linux-gnu",
		.arguments = LIST("-mgeneral-regs-only",
				  "-DKASAN_SHADOW_SCALE_SHIFT=3",
				  "-DARM64_ASM_ARCH=\"armv8.5-a\""),
		.syscalls = syscalls,
		.headers = headers,
	},
	{ .name = NULL },
};
