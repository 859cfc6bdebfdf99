/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A C lexer that knows just enough for selection: identifiers, punctuation
 * and directives, with comments and literals left out.
 */
#ifndef VMALINT_SELECT_LEXER_H
#define VMALINT_SELECT_LEXER_H

#include <glib.h>
#include <stdbool.h>

enum lex_kind {
	LEX_END,
	LEX_IDENTIFIER,
	LEX_NUMBER,
	LEX_PUNCTUATOR, /* one character; "##" is one token */
	LEX_LITERAL,	/* a string or character constant, whole */
};

/* A token; start points into the text that is lexed. */
struct lex_token {
	enum lex_kind kind;
	const char *start;
	gsize length;
	guint32 line;	    /* from 1 */
	bool first_on_line; /* only blanks before it on its logical line */
};

struct lexer {
	const char *next, *end;
	guint32 line;
	bool at_line_start;
};

void lexer_init(struct lexer *lexer, const char *text, gsize length);

/* Reads the next token; false at the end of the text. */
bool lexer_next(struct lexer *lexer, struct lex_token *ret_token);

/* True if the token is this identifier or punctuator. */
bool lex_token_is(const struct lex_token *token, const char *text);

#endif
