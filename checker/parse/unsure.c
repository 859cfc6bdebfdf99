// SPDX-License-Identifier: GPL-2.0-only
/*
 * Headers that come precompiled can only declare too much, or too little for a
 * file that sets macros before it includes. Other errors are there without
 * them as well: 30 of 31 files of 6.12 that have any.
 */
#include "facts/facts.h"
#include "parse.h"
#include "pch.h"
#include "text/directive.h"

/* Only what messages begin with, which no header depends on. */
static bool is_harmless(const struct directive *directive)
{
	g_autofree char *name = directive_name(directive);

	return name && (g_str_has_prefix(name, "pr_fmt") ||
			g_str_has_prefix(name, "dev_fmt"));
}

static bool sets_macros(const char *text, gsize length)
{
	struct directive_reader reader;
	struct directive directive;
	bool has_macros = false;

	directive_reader_init(&reader, text, length);
	while (directive_next(&reader, &directive)) {
		if (has_macros && directive_is_include(&directive))
			return true;
		if (directive.word == DIRECTIVE_DEFINE ||
		    directive.word == DIRECTIVE_UNDEF)
			has_macros = has_macros || !is_harmless(&directive);
	}
	return false;
}

bool pch_is_unsure(const struct parse_outcome *outcome,
		   const struct unit_facts *facts)
{
	return !outcome->is_parsed || outcome->has_clash ||
	       (outcome->nr_errors > 0 &&
		sets_macros(facts->text, facts->text_length));
}
