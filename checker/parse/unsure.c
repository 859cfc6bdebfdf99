// SPDX-License-Identifier: GPL-2.0-only
/*
 * Headers that come precompiled can only declare too much, or too little for a
 * file that sets macros before it includes. Other errors are there without
 * them as well: 30 of 31 files of 6.12 that have any.
 */
#include <string.h>

#include "facts/facts.h"
#include "parse.h"
#include "pch.h"

/* The word behind `#` in a line, of a text that ends; NULL: no directive. */
static const char *directive_word(const char *line)
{
	line += strspn(line, " \t");
	if (*line != '#')
		return NULL;
	return line + 1 + strspn(line + 1, " \t");
}

/* Only what messages begin with, which no header depends on. */
static bool is_harmless(const char *word)
{
	const char *name = word + strcspn(word, " \t");

	name += strspn(name, " \t");
	return g_str_has_prefix(name, "pr_fmt") ||
	       g_str_has_prefix(name, "dev_fmt");
}

static bool sets_macros(const char *text)
{
	bool has_macros = false;

	for (const char *line = text; line; line = strchr(line, '\n')) {
		const char *word;

		line += *line == '\n';
		word = directive_word(line);
		if (!word)
			continue;
		if (has_macros && g_str_has_prefix(word, "include"))
			return true;
		if (g_str_has_prefix(word, "define") ||
		    g_str_has_prefix(word, "undef"))
			has_macros = has_macros || !is_harmless(word);
	}
	return false;
}

bool prefix_is_in_doubt(const struct parse_outcome *outcome,
			const struct unit_facts *facts)
{
	return !outcome->is_parsed || outcome->has_clash ||
	       (outcome->nr_errors > 0 && sets_macros(facts->text));
}
