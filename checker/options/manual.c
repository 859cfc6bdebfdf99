// SPDX-License-Identifier: GPL-2.0-only
/* The manual page: what the helps say, in the order of man(7). */
#include "options/manual.h"

#include <string.h>

#include "options/commands.h"
#include "options/help.h"
#include "options/reader.h"
#include "options/table.h"

char *manual_choices(const struct choice *choice)
{
	GString *words = g_string_new(NULL);

	for (; choice && choice->word; choice++)
		g_string_append_printf(words, "%s%s", words->len ? " " : "",
				       choice->word);
	return g_string_free(words, FALSE);
}

char *manual_actions(enum command command)
{
	GString *names;

	if (command != COMMAND_HELP)
		return manual_choices(command_rows[command]->actions);
	names = g_string_new(NULL);
	for (gsize i = 0; command_names[i]; i++) {
		if (i != COMMAND_HELP)
			g_string_append_printf(names, "%s%s",
					       names->len ? " " : "",
					       command_names[i]);
	}
	return g_string_free(names, FALSE);
}

bool manual_takes_file(const struct option_row *row)
{
	return row->type == OPTION_FILE || row->type == OPTION_FOLDER ||
	       strcmp(row->name, "patch") == 0;
}

/* roff takes a dot or a quote that begins a line, and backslashes, for its own.
 */
static void append_text(GString *out, const char *text)
{
	bool is_start = true;

	for (; *text; text++) {
		if (is_start && (*text == '.' || *text == '\''))
			g_string_append(out, "\\&");
		if (*text == '\\')
			g_string_append(out, "\\e");
		else if (*text == '-')
			g_string_append(out, "\\-");
		else
			g_string_append_c(out, *text);
		is_start = *text == '\n';
	}
}

static void append_option(GString *out, const struct option_row *row)
{
	g_autofree char *help = g_strdelimit(option_help(row), "\n", ' ');

	g_string_append(out, ".TP\n.B ");
	if (row->letter)
		g_string_append_printf(out, "\\-%c, ", row->letter);
	append_text(out, "--");
	append_text(out, row->name);
	if (row->argument)
		g_string_append_printf(out, "%s\\fI%s\\fR",
				       row->argument[0] == '[' ? "" : " ",
				       row->argument);
	g_string_append_c(out, '\n');
	append_text(out, help);
	g_string_append_c(out, '\n');
}

/* The help as it is, in a type that keeps its columns. */
static void append_command(GString *out, enum command command)
{
	g_autofree char *help = help_text(command);

	g_string_append_printf(out, ".SS vmalint %s\n.nf\n",
			       command_names[command]);
	append_text(out, help);
	g_string_append(out, ".fi\n");
}

/* Of "  vmalint rules [NAME]    what it does" the words of the command. */
static void append_synopsis(GString *out, const char *usage)
{
	const char *words = usage + strspn(usage, " ");
	const char *end = strstr(words, "  ");
	g_autofree char *text = g_strndup(words, end ? (gsize)(end - words) :
						       strcspn(words, "\n"));

	g_string_append(out, ".B ");
	append_text(out, text);
	g_string_append(out, "\n.br\n");
}

static const char head[] =
	".SH NAME\n"
	"vmalint \\- find misuse of VMA flags in Linux kernel sources\n"
	".SH SYNOPSIS\n";

static const char description[] =
	".SH DESCRIPTION\n"
	"The compiler takes the number of a bit and a mask both for an int, and\n"
	"a cast takes the const off the flag word of a VMA.\n"
	".B vmalint\n"
	"reads a kernel tree, fresh or configured, and reports where VMA flags\n"
	"are used as what they are not, or changed past the helpers that lock\n"
	"the VMA.\n"
	"Findings go to standard output, all else to standard error.\n"
	".SH OPTIONS\n"
	"These are the options of\n"
	".B vmalint check\n"
	"and of all other commands that check something.\n";

static const char tail[] =
	".SH FILES\n"
	".TP\n.I .vmalint\n"
	"settings of a project: rules, severities, paths, allowances\n"
	".TP\n.I $XDG_CACHE_HOME/vmalint\n"
	"made-up and precompiled headers; may be deleted\n"
	".SH ENVIRONMENT\n"
	".TP\n.B NO_COLOR\n"
	"if set and not empty, no colours on a terminal\n"
	".TP\n.B CLICOLOR_FORCE\n"
	"if set and not 0, colours also where there is no terminal\n"
	".TP\n.B srctree, objtree, SRCARCH, KBUILD_VERBOSE\n"
	"what Kbuild tells\n.B vmalint kbuild\n"
	".SH SEE ALSO\n"
	".BR sparse (1),\n.BR make (1),\n.BR git (1)\n"
	".PP\nIn share/doc/vmalint of where this is installed:\n"
	".I \\%DEFINITIONS.md\n(what the words of findings mean, suppressions,\n"
	"settings),\n.I \\%integration.md\n(make, build folders, modules, hooks),\n"
	".I \\%ci.md\n(recipes and formats),\n.I \\%editors.md\n(the language server).\n";

char *manual_page(const char *version)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(
		out, ".TH VMALINT 1 \"\" \"vmalint %s\" \"User Commands\"\n",
		version);
	g_string_append(out, head);
	for (gsize i = 0; command_names[i]; i++)
		append_synopsis(out, command_rows[i]->usage);
	g_string_append(out, description);
	for (gsize i = 0; i < nr_option_rows; i++) {
		const struct option_row *row = &option_rows[i];

		if (i == 0 || row->group != row[-1].group)
			g_string_append_printf(out, ".SS %s\n",
					       option_group_title(row->group));
		append_option(out, row);
	}
	g_string_append(out, ".SH COMMANDS\n");
	for (gsize i = 0; command_names[i]; i++) {
		if (i != COMMAND_CHECK && i != COMMAND_HELP)
			append_command(out, (enum command)i);
	}
	g_string_append(out, ".SH EXIT STATUS\n"
			     "0: complete, and nothing found at or above "
			     "\\-\\-fail\\-on.\n1: something found.\n"
			     "2: misused or incomplete.\n");
	g_string_append(out, tail);
	return g_string_free(out, FALSE);
}
