// SPDX-License-Identifier: GPL-2.0-only
/*
 * One look at the braces of a header and one at its declarations, as a
 * compiler would tell code from comments, literals and directives, but without
 * macros: a function whose head a macro makes is no function here, and keeps
 * its body.
 */
#include "blank.h"

#include <stdbool.h>
#include <string.h>

#include "lexer.h"

/* A brace that opens, and what is up to the one that closes it. */
struct braces {
	gsize start, end; /* offsets of both; end is 0 if none closes it */
	bool has_directive;
};

/* Where the pass is, and what it knows of the declaration that it is in. */
struct blanker {
	char *text;
	gsize length;
	struct lexer lexer;
	const GArray *braces; /* struct braces, in the order of the text */
	guint nr_passed;      /* those of them that are no more of interest */
	bool has_begun;	      /* the declaration has a token */
	bool has_inline;
	bool is_odd; /* it is initialised, or a directive is in its midst */
	gint parentheses;
	bool is_behind_close; /* the last token was a ')' */
	bool has_no_column;   /* no brace in column one is left */
	guint nr_blanked;
};

static void forget(struct blanker *blanker)
{
	blanker->has_begun = blanker->has_inline = blanker->is_odd = false;
	blanker->parentheses = 0;
	blanker->is_behind_close = false;
}

/* Closes the brace that was opened last; those around it know of its lines. */
static void close_brace(GArray *found, GArray *open, gsize end)
{
	struct braces *braces;
	bool has_directive;

	if (open->len == 0)
		return;
	braces = &g_array_index(found, struct braces,
				g_array_index(open, guint, open->len - 1));
	braces->end = end;
	has_directive = braces->has_directive;
	g_array_set_size(open, open->len - 1);
	if (open->len > 0 && has_directive)
		g_array_index(found, struct braces,
			      g_array_index(open, guint, open->len - 1))
			.has_directive = true;
}

/* All pairs of braces of a text, in one pass whatever they look like. */
static GArray *find_braces(const char *text, gsize length)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct braces));
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		struct braces braces = { .start = (gsize)(token.start - text) };

		if (token.in_directive) {
			if (open->len > 0)
				g_array_index(found, struct braces,
					      g_array_index(open, guint,
							    open->len - 1))
					.has_directive = true;
			lexer_skip_line(&lexer);
		} else if (lex_token_is(&token, "{")) {
			g_array_append_val(open, found->len);
			g_array_append_val(found, braces);
		} else if (lex_token_is(&token, "}")) {
			close_brace(found, open,
				    braces.start + token.length - 1);
		}
	}
	return found;
}

/* The pair that opens at an offset, which only grows; NULL if there is none. */
static const struct braces *braces_at(struct blanker *blanker, gsize start)
{
	for (; blanker->nr_passed < blanker->braces->len;
	     blanker->nr_passed++) {
		const struct braces *braces = &g_array_index(
			blanker->braces, struct braces, blanker->nr_passed);

		if (braces->start >= start)
			return braces->start == start && braces->end > 0 ?
				       braces :
				       NULL;
	}
	return NULL;
}

static void blank(struct blanker *blanker, const struct braces *braces)
{
	for (gsize i = braces->start; i <= braces->end; i++) {
		if (blanker->text[i] != '\n' && blanker->text[i] != '\r')
			blanker->text[i] = ' ';
	}
	blanker->text[braces->start] = ';';
	blanker->nr_blanked++;
}

static void go_on_at(struct blanker *blanker, const char *next)
{
	blanker->lexer.next = next;
	blanker->lexer.at_line_start = false;
	blanker->lexer.place = LEX_IN_CODE;
}

/* Two halves under two conditions may have one brace too many. */
static void skip_odd_braces(struct blanker *blanker)
{
	const char *next = blanker->lexer.next;
	const char *end = NULL;

	if (!blanker->has_no_column)
		end = memmem(next, (gsize)(blanker->lexer.end - next), "\n}",
			     2);
	blanker->has_no_column = !end;
	if (end)
		go_on_at(blanker, end + 2);
	forget(blanker);
}

static void take_brace(struct blanker *blanker, const struct lex_token *token)
{
	bool is_function = blanker->is_behind_close &&
			   blanker->parentheses == 0;
	const struct braces *braces =
		braces_at(blanker, (gsize)(token->start - blanker->text));

	if (!braces || (is_function && braces->has_directive)) {
		skip_odd_braces(blanker);
		return;
	}
	go_on_at(blanker, blanker->text + braces->end + 1);
	if (is_function && blanker->has_inline && !blanker->is_odd)
		blank(blanker, braces);
	blanker->is_behind_close = false;
	if (is_function)
		forget(blanker);
}

static void take_sign(struct blanker *blanker, const struct lex_token *token)
{
	blanker->is_behind_close = *token->start == ')';
	if (*token->start == '(')
		blanker->parentheses++;
	else if (*token->start == ')')
		blanker->parentheses--;
	else if (*token->start == '=' && blanker->parentheses == 0)
		blanker->is_odd = true;
	else if (lex_token_is(token, "}") ||
		 (*token->start == ';' && blanker->parentheses == 0))
		forget(blanker);
}

static void take_token(struct blanker *blanker, const struct lex_token *token)
{
	blanker->has_begun = true;
	if (lex_token_is(token, "{")) {
		take_brace(blanker, token);
	} else if (token->kind == LEX_PUNCTUATOR) {
		take_sign(blanker, token);
	} else {
		/* inline, __inline__, __always_inline, __no_kasan_or_inline */
		if (memmem(token->start, token->length, "inline",
			   strlen("inline")) &&
		    token->kind == LEX_IDENTIFIER)
			blanker->has_inline = true;
		blanker->is_behind_close = false;
	}
}

guint blank_bodies(char *text, gsize length)
{
	g_autoptr(GArray) braces = NULL;
	struct blanker blanker = { .text = text, .length = length };
	struct lex_token token;

	/* Tables of registers are long, and have none. */
	if (!memmem(text, length, "inline", strlen("inline")))
		return 0;
	braces = find_braces(text, length);
	blanker.braces = braces;
	lexer_init(&blanker.lexer, text, length);
	while (lexer_next(&blanker.lexer, &token)) {
		if (!token.in_directive) {
			take_token(&blanker, &token);
			continue;
		}
		blanker.is_odd |= blanker.has_begun;
		lexer_skip_line(&blanker.lexer);
	}
	return blanker.nr_blanked;
}
