// SPDX-License-Identifier: GPL-2.0-only
/*
 * The .X.o.cmd files that Kbuild keeps beside its objects: a line of make that
 * holds the command, and one that names the source (scripts/basic/fixdep.c,
 * 5.4 to 6.18).
 */
#include <string.h>

#include "command_database.h"

/* Behind "NAME_X := " of a line that begins with a name; owned, or NULL. */
static char *assigned(const char *text, const char *name)
{
	for (const char *line = text; line; line = strchr(line, '\n')) {
		const char *end, *value;

		line += *line == '\n';
		if (!g_str_has_prefix(line, name))
			continue;
		end = line + strcspn(line, "\n");
		value = g_strstr_len(line, end - line, " := ");
		if (!value)
			return NULL;
		value += strlen(" := ");
		return g_strndup(value, (gsize)(end - value));
	}
	return NULL;
}

static void replace(char **text, const char *from, const char *to)
{
	g_auto(GStrv) parts = g_strsplit(*text, from, -1);

	g_free(*text);
	*text = g_strjoinv(to, parts);
}

/* What follows the compiler in one command line is objtool's. */
static void cut_commands(char **words)
{
	for (char **word = words; *word; word++) {
		gsize length = strlen(*word);
		bool is_end = strcmp(*word, "&&") == 0;

		if (!is_end && (length == 0 || (*word)[length - 1] != ';'))
			continue;
		if (!is_end && length > 1) {
			(*word)[length - 1] = '\0';
			word++;
		}
		for (; *word; word++)
			g_clear_pointer(word, g_free);
		return;
	}
}

struct recorded_command *cmd_text_read(const char *text, const char *folder,
				       char **ret_source)
{
	struct recorded_command *command = NULL;
	char *line = assigned(text, "savedcmd_");
	char **words = NULL;

	*ret_source = assigned(text, "source_");
	if (!line)
		line = assigned(text, "cmd_");
	if (!line)
		return NULL;
	replace(&line, "\\#", "#");
	replace(&line, "$(pound)", "#");
	replace(&line, "$$", "$");
	if (g_shell_parse_argv(line, NULL, &words, NULL)) {
		cut_commands(words);
		command = g_new0(struct recorded_command, 1);
		command->folder = g_strdup(folder);
		command->words = words;
	}
	g_free(line);
	return command;
}
