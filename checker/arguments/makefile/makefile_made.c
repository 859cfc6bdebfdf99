// SPDX-License-Identifier: GPL-2.0-only
/* What recipes write with `echo` and `cp`. */
#include <string.h>

#include "makefile.h"
#include "makefile_parts.h"
#include "makefile_text.h"

/* The recipe of a target; NULL if no rule has one. */
static const struct makefile_rule *rule_for(const struct makefile *makefile,
					    const char *target)
{
	for (guint i = 0; i < makefile->rules->len; i++) {
		const struct makefile_rule *rule =
			g_ptr_array_index(makefile->rules, i);
		g_auto(GStrv) words = g_strsplit_set(rule->targets, " \t", -1);

		if (rule->recipe->len > 0 &&
		    g_strv_contains((const char *const *)words, target))
			return rule;
	}
	return NULL;
}

/* Adds what one command writes to a target; false: that is not known. */
static bool add_written(const struct makefile *makefile, char **words,
			const char *target, GString *text)
{
	const guint nr = g_strv_length(words);
	g_autofree char *path = NULL;
	g_autofree char *content = NULL;

	if (nr == 3 && strcmp(words[0], "cp") == 0 &&
	    strcmp(words[2], target) == 0) {
		path = g_canonicalize_filename(words[1], makefile->folder);
		content = makefile_read_below_root(makefile, path);
		g_string_assign(text, content ? content : "");
		return content != NULL;
	}
	if (nr < 2 || strcmp(words[nr - 1], target) != 0 ||
	    !g_str_has_prefix(words[nr - 2], ">"))
		return true;
	if (strcmp(words[0], "echo") != 0)
		return false;
	if (strcmp(words[nr - 2], ">") == 0)
		g_string_truncate(text, 0);
	for (guint i = 1; i < nr - 2; i++)
		g_string_append_printf(text, "%s%s", i > 1 ? " " : "",
				       words[i]);
	g_string_append_c(text, '\n');
	return true;
}

/* Behind what may stand before a command. */
static const char *skip_to_command(const char *command)
{
	command += strspn(command, " \t\n@+-");
	if (makefile_after_word(command, "then"))
		return skip_to_command(command + strlen("then"));
	return command;
}

char *makefile_made_text(const struct makefile *makefile, const char *target)
{
	const struct makefile_rule *rule = rule_for(makefile, target);
	g_autoptr(GString) text = g_string_new(NULL);
	bool is_known = rule != NULL;

	makefile_set(makefile->scope.variables, "@", target);
	for (guint i = 0; is_known && i < rule->recipe->len; i++) {
		g_autofree char *line = makefile_text_of(
			makefile, g_ptr_array_index(rule->recipe, i));
		g_auto(GStrv) commands = g_strsplit(line, ";", -1);

		for (guint k = 0; is_known && commands[k]; k++) {
			g_auto(GStrv) words = NULL;

			if (g_shell_parse_argv(skip_to_command(commands[k]),
					       NULL, &words, NULL))
				is_known = add_written(makefile, words, target,
						       text);
		}
	}
	g_hash_table_remove(makefile->scope.variables, "@");
	if (!is_known || text->len == 0 || strstr(text->str, MAKEFILE_UNKNOWN))
		return NULL;
	return g_strdup(text->str);
}
