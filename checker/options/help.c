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

static void append_option(GString *text, const struct option_row *row,
			  const char *help)
{
	g_autoptr(GString) words = g_string_new("  ");
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

static guint append_group(GString *text, enum option_scope scope,
			  enum option_group group)
{
	guint nr = 0;

	for (size_t i = 0; i < nr_option_rows; i++) {
		const struct option_row *row = &option_rows[i];
		g_autofree char *help = option_help(row);

		if (row->group != group || !option_is_of(row, scope))
			continue;
		append_option(text, row, help);
		nr++;
	}
	return nr;
}

static bool is_long(enum option_scope scope)
{
	return scope == SCOPE_CHECK;
}

/* In groups with a title each, where there are many. */
static void append_options(GString *text, enum option_scope scope)
{
	if (!is_long(scope))
		g_string_append(text, "\nOptions:\n");
	for (int group = 0; group < NR_OPTION_GROUPS; group++) {
		g_autoptr(GString) part = g_string_new(NULL);

		if (append_group(part, scope, (enum option_group)group) &&
		    is_long(scope))
			g_string_append_printf(
				text, "\n%s:\n",
				option_group_title((enum option_group)group));
		g_string_append(text, part->str);
	}
}

/* Of all commands, or of the usual ones with the names of the others. */
static void append_usage(GString *text, bool is_short)
{
	g_autoptr(GString) others = g_string_new(NULL);

	g_string_append(text, command_rows[COMMAND_HELP]->head);
	g_string_append(text, "\nUsage:\n");
	for (size_t i = 0; command_names[i]; i++) {
		if (!is_short || !command_rows[i]->is_rare)
			g_string_append(text, command_rows[i]->usage);
		else
			g_string_append_printf(others, "%s%s",
					       others->len ? ", " : "",
					       command_names[i]);
	}
	g_string_append(text, VERSION_USAGE);
	if (is_short)
		g_string_append_printf(text, "also: %s\n", others->str);
}

char *help_text(enum command topic)
{
	GString *text = g_string_new(NULL);
	const struct command_row *row = command_rows[topic];

	if (topic == COMMAND_HELP) {
		append_usage(text, false);
		g_string_append(text, "\nOptions of check\n");
		row = command_rows[COMMAND_CHECK];
	} else {
		g_string_append(text, row->head);
	}
	append_options(text, row->listed);
	g_string_append(text, row->tail);
	return g_string_free(text, FALSE);
}

char *help_text_short(enum command topic)
{
	const struct command_row *row = command_rows[topic];
	GString *text;

	if (topic != COMMAND_HELP && !is_long(row->listed))
		return help_text(topic);
	text = g_string_new(NULL);
	if (topic == COMMAND_HELP) {
		append_usage(text, true);
		g_string_append(text, "\nThe usual options of check:\n");
	} else {
		g_string_append(text, row->head);
		g_string_append(text, "\nThe usual options:\n");
	}
	for (size_t i = 0; i < nr_option_rows; i++) {
		if (option_rows[i].brief)
			append_option(text, &option_rows[i],
				      option_rows[i].brief);
	}
	g_string_append_printf(text, "%-*sall of them, examples, exit codes\n",
			       OPTION_COLUMN, "  --help");
	return g_string_free(text, FALSE);
}
