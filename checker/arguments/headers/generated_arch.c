// SPDX-License-Identifier: GPL-2.0-only
/* Makes headers of single architectures out of lists, read as data. */
#include "generated_arch.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define WORDS_LIMIT 8

/* Words of a line up to its comment; all point into the line. */
struct line {
	char *words[WORDS_LIMIT];
	guint nr;
};

static void split_line(char *text, struct line *line)
{
	static const char blank[] = " \t\r";

	line->nr = 0;
	for (;;) {
		text += strspn(text, blank);
		if (*text == '\0' || *text == '#' || line->nr == WORDS_LIMIT)
			return;
		line->words[line->nr++] = text;
		text += strcspn(text, blank);
		if (*text != '\0')
			*text++ = '\0';
	}
}

/* Calls append for each line that has words. */
static void each_line(const char *list,
		      void (*append)(const struct line *line, void *data),
		      void *data)
{
	g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
	struct line line;

	for (guint i = 0; lines[i]; i++) {
		split_line(lines[i], &line);
		if (line.nr > 0)
			append(&line, data);
	}
}

struct cpucaps {
	GString *text;
	guint nr;
};

static void append_cpucap(const struct line *line, void *data)
{
	struct cpucaps *caps = data;

	g_string_append_printf(caps->text, "#define ARM64_%s %u\n",
			       line->words[0], caps->nr++);
}

char *generated_cpucaps(const char *list)
{
	struct cpucaps caps = { .text = g_string_new(NULL) };

	each_line(list, append_cpucap, &caps);
	g_string_append_printf(caps.text, "#define ARM64_NCAPS %u\n", caps.nr);
	return g_string_free(caps.text, FALSE);
}

char *generated_hwcaps(const char *list)
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

static void append_register(struct sysregs *sysregs, const struct line *line)
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

static void append_field(struct sysregs *sysregs, const struct line *line)
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

static void append_mask(struct sysregs *sysregs, const struct line *line)
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

static void append_sysreg_line(const struct line *line, void *data)
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

char *generated_sysregs(const char *list)
{
	struct sysregs sysregs = { .text = g_string_new(NULL) };

	for (gsize i = 0; i < G_N_ELEMENTS(sysregs.masks); i++)
		sysregs.masks[i] = g_string_new("UL(0)");
	each_line(list, append_sysreg_line, &sysregs);
	for (gsize i = 0; i < G_N_ELEMENTS(sysregs.masks); i++)
		g_string_free(sysregs.masks[i], TRUE);
	g_free(sysregs.name);
	g_free(sysregs.field);
	return g_string_free(sysregs.text, FALSE);
}

char *generated_vdso(const char *image, const char *tail)
{
	static const char *const symbols[] = {
		"fw_ftr_fixup_end",  "fw_ftr_fixup_start",
		"ftr_fixup_end",     "ftr_fixup_start",
		"lwsync_fixup_end",  "lwsync_fixup_start",
		"mmu_ftr_fixup_end", "mmu_ftr_fixup_start",
		"restart_syscall",   "rt_sigreturn",
		"sigreturn",	     "sigtramp",
		"sigtramp32",	     "sigtramp_rt",
		"sigtramp_rt32",     "sigtramp_rt64",
	};
	GString *text = g_string_new(NULL);

	/* riscv has the name before its number, all others behind. */
	for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++)
		g_string_append_printf(text,
				       "#define %s_offset_%s 0\n"
				       "#define __%s_%s%s_offset 0\n",
				       image, symbols[i], image, symbols[i],
				       tail);
	return g_string_free(text, FALSE);
}

char *generated_facilities(const char *list)
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

/* A machine with a number of its own is asked for at run time. */
static void append_numbered(GString *text, const struct line *line)
{
	if (line->nr == 4)
		g_string_append_printf(text,
				       "#define MACH_TYPE_%s %s\n"
				       "#ifdef CONFIG_%s\n"
				       "#define machine_is_%s() "
				       "(machine_arch_type == MACH_TYPE_%s)\n"
				       "#endif\n",
				       line->words[2], line->words[3],
				       line->words[1], line->words[0],
				       line->words[2]);
	g_string_append_printf(text,
			       "#ifndef machine_is_%s\n"
			       "#define machine_is_%s() (0)\n"
			       "#endif\n",
			       line->words[0], line->words[0]);
}

static void append_machine(const struct line *line, void *data)
{
	const char *name = line->words[0];
	g_autofree char *lower = g_ascii_strdown(name, -1);

	if (line->nr >= 3) {
		append_numbered(data, line);
		return;
	}
	if (line->nr != 2)
		return;
	g_string_append_printf(data,
			       "#ifdef CONFIG_%s\n"
			       "#define MACH_%s 1\n"
			       "#else\n"
			       "#define MACH_%s 0\n"
			       "#endif\n"
			       "#define mach_is_%s() (MACH_%s)\n",
			       line->words[1], name, name, lower, name);
}

char *generated_machines(const char *list)
{
	GString *text =
		g_string_new("extern unsigned int __machine_arch_type;\n"
			     "#define machine_arch_type __machine_arch_type\n");

	each_line(list, append_machine, text);
	return g_string_free(text, FALSE);
}

char *generated_feature_masks(const char *list)
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
