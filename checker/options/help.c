// SPDX-License-Identifier: GPL-2.0-only
/* Puts the texts of --help together; the options come from their table. */
#include "options/help.h"

#include "options/commands.h"
#include "options/table.h"

/* Wide enough for the longest option, "--format NAME[:FILE]". */
#define OPTION_COLUMN 24

/* The one thing that is asked for without a command. */
#define VERSION_USAGE \
	"  vmalint --version                   versions of vmalint and libclang\n"

static void append_option(GString *text, const struct option_row *row)
{
	g_autoptr(GString) words = g_string_new("  ");
	g_autofree char *help = option_help(row);
	g_auto(GStrv) lines = g_strsplit(help, "\n", -1);

	if (row->letter)
		g_string_append_printf(words, "-%c, ", row->letter);
	g_string_append_printf(words, "--%s", row->name);
	if (row->argument)
		g_string_append_printf(words, "%s%s",
				       row->argument[0] == '[' ? "" : " ",
				       row->argument);
	for (char **line = lines; *line; line++)
		g_string_append_printf(text, "%-*s%s\n", OPTION_COLUMN,
				       line == lines ? words->str : "", *line);
}

static void append_options(GString *text, enum option_scope scope)
{
	for (size_t i = 0; i < nr_option_rows; i++) {
		if (option_is_of(&option_rows[i], scope))
			append_option(text, &option_rows[i]);
	}
}

static void append_program(GString *text)
{
	g_string_append(text, command_rows[COMMAND_HELP]->head);
	g_string_append(text, "\nUsage:\n");
	for (size_t i = 0; command_names[i]; i++)
		g_string_append(text, command_rows[i]->usage);
	g_string_append(text, VERSION_USAGE "\nOptions of check:\n");
}

char *help_text(enum command topic)
{
	GString *text = g_string_new(NULL);
	const struct command_row *row = command_rows[topic];

	if (topic == COMMAND_HELP) {
		append_program(text);
		row = command_rows[COMMAND_CHECK];
	} else {
		g_string_append(text, row->head);
		g_string_append(text, "\nOptions:\n");
	}
	append_options(text, row->listed);
	g_string_append(text, row->tail);
	return g_string_free(text, FALSE);
}
