// SPDX-License-Identifier: GPL-2.0-only
/* Completions for bash, zsh and fish, out of the tables of the options. */
#include <string.h>

#include "options/commands.h"
#include "options/manual.h"
#include "options/table.h"

/* How a shell learns the names of rules: from the program itself. */
#define RULE_NAMES \
	"vmalint rules 2>/dev/null | sed -n 's/^\\([a-z_]*\\)  *.*/\\1/p'"

static bool takes_rules(const struct option_row *row)
{
	return strcmp(row->name, "select") == 0 ||
	       strcmp(row->name, "ignore") == 0;
}

static bool takes_next_word(const struct option_row *row)
{
	return row->argument && row->argument[0] != '[';
}

/* The first line of a help, without what would end a string of a shell. */
static char *summary_of(const struct option_row *row)
{
	char *help = option_help(row);

	g_strdelimit(help, "\n", ' ');
	return g_strdelimit(help, "'\"[]:\\`$", ' ');
}

static void append_bash_values(GString *out, const struct option_row *row)
{
	g_autofree char *words = manual_choices(row->choices);

	if (!takes_next_word(row))
		return;
	g_string_append_printf(out, "\t--%s", row->name);
	if (row->letter)
		g_string_append_printf(out, "|-%c", row->letter);
	g_string_append(out, ")\n\t\t");
	if (*words)
		g_string_append_printf(
			out, "COMPREPLY=($(compgen -W '%s' -- \"$word\"))",
			words);
	else if (takes_rules(row))
		g_string_append(out, "COMPREPLY=($(compgen -W \"$(" RULE_NAMES
				     ")\" -- \"$word\"))");
	else if (manual_takes_file(row))
		g_string_append(out, "COMPREPLY=($(compgen -f -- \"$word\"))");
	else
		g_string_append(out, "COMPREPLY=()");
	g_string_append(out, "\n\t\treturn ;;\n");
}

char *manual_bash(void)
{
	GString *out = g_string_new("# bash completion for vmalint\n"
				    "_vmalint()\n{\n"
				    "\tlocal word=$2 before=$3 words=\n"
				    "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n"
				    "\t\twords='");

	for (gsize i = 0; command_names[i]; i++)
		g_string_append_printf(out, "%s ", command_names[i]);
	g_string_append(
		out, "--help --version'\n"
		     "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
		     "\t\treturn\n\tfi\n\tcase $before in\n");
	for (gsize i = 0; i < nr_option_rows; i++)
		append_bash_values(out, &option_rows[i]);
	g_string_append(out,
			"\trules)\n\t\tCOMPREPLY=($(compgen -W \"$(" RULE_NAMES
			")\" -- \"$word\"))\n\t\treturn ;;\n");
	for (gsize i = 0; command_names[i]; i++) {
		g_autofree char *words = manual_actions((enum command)i);

		if (*words)
			g_string_append_printf(
				out,
				"\t%s)\n\t\tCOMPREPLY=($(compgen -W '%s' -- "
				"\"$word\"))\n\t\treturn ;;\n",
				command_names[i], words);
	}
	g_string_append(out, "\tesac\n\tcase $word in\n\t-*) words='");
	for (gsize i = 0; i < nr_option_rows; i++)
		g_string_append_printf(out, "--%s ", option_rows[i].name);
	g_string_append(
		out,
		"'\n"
		"\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
		"\t*) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
		"\tesac\n}\ncomplete -o filenames -F _vmalint vmalint\n");
	return g_string_free(out, FALSE);
}

/* What stands behind "--name[help]" in zsh: how its argument is completed. */
static char *zsh_action(const struct option_row *row)
{
	g_autofree char *words = manual_choices(row->choices);

	if (!takes_next_word(row))
		return g_strdup("");
	if (*words)
		return g_strdup_printf(":%s:(%s)", row->name, words);
	if (takes_rules(row))
		return g_strdup_printf(":%s:_vmalint_rules", row->name);
	return g_strdup_printf(":%s:%s", row->name,
			       manual_takes_file(row) ? "_files" : "");
}

char *manual_zsh(void)
{
	GString *out = g_string_new(
		"#compdef vmalint\n"
		"_vmalint_rules() { compadd -- $(" RULE_NAMES ") }\n"
		"_vmalint() {\n\tif (( CURRENT == 2 )); then\n"
		"\t\tlocal -a commands=(\n");

	for (gsize i = 0; command_names[i]; i++)
		g_string_append_printf(out, "\t\t\t'%s:%s'\n", command_names[i],
				       command_rows[i]->summary);
	g_string_append(out, "\t\t)\n\t\t_describe command commands\n"
			     "\t\treturn\n\tfi\n\tcase $words[2] in\n"
			     "\trules) _vmalint_rules; return ;;\n");
	for (gsize i = 0; command_names[i]; i++) {
		g_autofree char *words = manual_actions((enum command)i);

		if (*words)
			g_string_append_printf(
				out,
				"\t%s) (( CURRENT == 3 )) && { compadd %s; "
				"return } ;;\n",
				command_names[i], words);
	}
	g_string_append(out, "\tesac\n\tshift words; (( CURRENT-- ))\n"
			     "\t_arguments \\\n");
	for (gsize i = 0; i < nr_option_rows; i++) {
		g_autofree char *help = summary_of(&option_rows[i]);
		g_autofree char *action = zsh_action(&option_rows[i]);

		g_string_append_printf(out, "\t\t'*--%s[%s]%s' \\\n",
				       option_rows[i].name, help, action);
	}
	g_string_append(out, "\t\t'*:path:_files'\n}\n_vmalint \"$@\"\n");
	return g_string_free(out, FALSE);
}

static void append_fish_option(GString *out, const struct option_row *row)
{
	g_autofree char *help = summary_of(row);
	g_autofree char *words = manual_choices(row->choices);

	g_string_append_printf(out, "complete -c vmalint -l %s", row->name);
	if (row->letter)
		g_string_append_printf(out, " -s %c", row->letter);
	if (takes_next_word(row))
		g_string_append(out, manual_takes_file(row) ? " -r" : " -x");
	if (*words)
		g_string_append_printf(out, " -a '%s'", words);
	else if (takes_rules(row))
		g_string_append(out, " -a \"(" RULE_NAMES ")\"");
	g_string_append_printf(out, " -d '%s'\n", help);
}

char *manual_fish(void)
{
	GString *out = g_string_new("# fish completion for vmalint\n");

	for (gsize i = 0; command_names[i]; i++) {
		g_autofree char *words = manual_actions((enum command)i);

		g_string_append_printf(
			out,
			"complete -c vmalint -n __fish_use_subcommand -f -a %s "
			"-d '%s'\n",
			command_names[i], command_rows[i]->summary);
		if (*words)
			g_string_append_printf(
				out,
				"complete -c vmalint -n "
				"'__fish_seen_subcommand_from %s' -f -a '%s'\n",
				command_names[i], words);
	}
	g_string_append(
		out, "complete -c vmalint -n "
		     "'__fish_seen_subcommand_from rules' -f -a \"(" RULE_NAMES
		     ")\"\n");
	for (gsize i = 0; i < nr_option_rows; i++)
		append_fish_option(out, &option_rows[i]);
	return g_string_free(out, FALSE);
}
