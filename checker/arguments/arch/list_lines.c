// SPDX-License-Identifier: GPL-2.0-only
#include "list_lines.h"

#include <string.h>

static void split_line(char *text, struct list_line *line)
{
	static const char blank[] = " \t\r";

	line->nr = 0;
	for (;;) {
		text += strspn(text, blank);
		if (*text == '\0' || *text == '#' ||
		    line->nr == LIST_WORDS_LIMIT)
			return;
		line->words[line->nr++] = text;
		text += strcspn(text, blank);
		if (*text != '\0')
			*text++ = '\0';
	}
}

void list_each_line(const char *list,
		    void (*append)(const struct list_line *line, void *data),
		    void *data)
{
	g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
	struct list_line line;

	for (guint i = 0; lines[i]; i++) {
		split_line(lines[i], &line);
		if (line.nr > 0)
			append(&line, data);
	}
}

/* A machine with a number of its own is asked for at run time. */
static void append_numbered(GString *text, const struct list_line *line)
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

static void append_machine(const struct list_line *line, void *data)
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

char *list_make_machines(const char *list)
{
	GString *text =
		g_string_new("extern unsigned int __machine_arch_type;\n"
			     "#define machine_arch_type __machine_arch_type\n");

	list_each_line(list, append_machine, text);
	return g_string_free(text, FALSE);
}
