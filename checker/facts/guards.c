// SPDX-License-Identifier: GPL-2.0-only
/* The conditions of the preprocessor around a line, as text. */
#include <string.h>

#include "facts.h"

/* The rest of a directive's line, with the lines that are spliced to it. */
static char *rest_of_line(const char *text)
{
	const char *end = text;

	while (*end && !(*end == '\n' && end[-1] != '\\'))
		end++;
	return g_strndup(text, (gsize)(end - text));
}

static const char *skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t')
		text++;
	return text;
}

/* #elif and #else stand for what the branches before them did not take. */
static void take_directive(GPtrArray *conditions, const char *word)
{
	if (g_str_has_prefix(word, "if")) {
		g_ptr_array_add(conditions, rest_of_line(word));
	} else if (conditions->len == 0) {
		return;
	} else if (g_str_has_prefix(word, "endif")) {
		g_ptr_array_set_size(conditions, (int)conditions->len - 1);
	} else if (g_str_has_prefix(word, "el")) {
		char **last = (char **)&conditions->pdata[conditions->len - 1];
		g_autofree char *before = *last;
		g_autofree char *now = rest_of_line(word);

		*last = g_strconcat(before, " ", now, NULL);
	}
}

char *facts_guards(const struct unit_facts *facts, guint line)
{
	g_autoptr(GPtrArray) conditions =
		g_ptr_array_new_with_free_func(g_free);
	const char *text = facts->text;

	for (guint i = 1; i < line && text; i++) {
		const char *word = skip_blanks(text);

		if (*word == '#')
			take_directive(conditions, skip_blanks(word + 1));
		text = strchr(text, '\n');
		if (text)
			text++;
	}
	g_ptr_array_add(conditions, NULL);
	return g_strjoinv(" && ", (char **)conditions->pdata);
}
