// SPDX-License-Identifier: GPL-2.0-only
/* Tokens, directives and conditionals of a text: each tells what others do. */
#include "fuzz.h"

#include <stdbool.h>
#include <string.h>

#include "text/conditional.h"
#include "text/directive.h"
#include "text/lexer.h"

/* A lexer on its way, and where its last token ended. */
struct walk {
	struct lexer lexer;
	struct lex_token token;
	const char *text, *from;
};

static void walk_init(struct walk *walk, const char *text, gsize size)
{
	lexer_init(&walk->lexer, text, size);
	walk->text = walk->from = text;
}

/* Behind a token comes no other but a later one, on the line that it says. */
static bool walk_next(struct walk *walk)
{
	const struct lex_token *token = &walk->token;
	g_autofree char *said = NULL;

	if (!lexer_next(&walk->lexer, &walk->token))
		return false;
	g_assert(token->start >= walk->from && token->length > 0);
	walk->from = token->start + token->length;
	g_assert(walk->from == walk->lexer.next &&
		 walk->from <= walk->lexer.end);
	g_assert(!token->first_on_line || token->line == 1 ||
		 token->start > walk->text);
	said = lex_token_text(token);
	g_assert(lex_token_is(token, said) || strlen(said) < token->length);
	g_assert(token->kind == LEX_COMMENT || !strpbrk(said, "\r\n"));
	return true;
}

/* Comments are between the same tokens, whether they are kept or not. */
static void check_comments(const char *text, gsize size)
{
	struct walk with, without;
	bool is_there = true;

	walk_init(&with, text, size);
	walk_init(&without, text, size);
	with.lexer.keeps_comments = true;
	while (is_there) {
		bool has_token = walk_next(&with);

		if (has_token && with.token.kind == LEX_COMMENT)
			continue;
		is_there = walk_next(&without);
		g_assert(has_token == is_there);
		g_assert(!is_there ||
			 (with.token.start == without.token.start &&
			  with.token.line == without.token.line &&
			  with.token.first_on_line ==
				  without.token.first_on_line &&
			  with.token.in_directive ==
				  without.token.in_directive));
	}
	g_assert(without.lexer.line == 1 + lex_count_lines(text, text + size));
	g_assert(with.lexer.line == without.lexer.line);
}

static void check_include(const struct directive *directive)
{
	struct include include = directive_include(directive);

	g_assert((include.form == INCLUDE_NONE) == !include.name);
	g_assert(!include.name || !strpbrk(include.name, "\r\n"));
	g_free(include.name);
}

/* Directives are where the lexer has its hashes; returns how many branch. */
static guint check_directives(const char *text, gsize size)
{
	struct directive_reader reader;
	struct directive directive;
	struct walk walk;
	guint nr = 0;

	walk_init(&walk, text, size);
	directive_reader_init(&reader, text, size);
	while (walk_next(&walk)) {
		g_autofree char *rest = NULL;

		if (!walk.token.in_directive || !walk.token.first_on_line)
			continue;
		g_assert(directive_next(&reader, &directive));
		g_assert(directive.start == walk.token.start &&
			 directive.line == walk.token.line);
		g_assert(directive.start < directive.rest &&
			 directive.rest <= directive.end);
		g_assert(lex_line_start(text, directive.start) <=
			 directive.start);
		rest = directive_rest(&directive);
		g_assert(!strpbrk(rest, "\r\n"));
		check_include(&directive);
		nr += directive_is_conditional(&directive);
	}
	g_assert(!directive_next(&reader, &directive));
	return nr;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	/* No NUL behind it: whoever looks there is told of. */
	g_autofree char *text = g_memdup2(data, size);
	g_autoptr(GArray) conditionals = conditionals_read(text, size);

	check_comments(text, size);
	g_assert(check_directives(text, size) >= conditionals->len);
	return 0;
}
