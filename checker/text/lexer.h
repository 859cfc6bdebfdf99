/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The one reader of C as text: it tells words, signs and literals from blanks,
 * comments and directives as clang 19 does in the kernel's dialect (gnu11, so
 * no trigraphs and no raw strings). It knows no keywords and expands nothing.
 *
 * A line ends at LF, CR LF or CR. A backslash, blanks and a line end are a
 * splice: the logical line goes on. NULs are blanks. Any bytes can be read, in
 * time that grows with their number.
 */
#ifndef VMALINT_TEXT_LEXER_H
#define VMALINT_TEXT_LEXER_H

#include <glib.h>
#include <stdbool.h>

enum lex_kind {
	LEX_END,
	LEX_IDENTIFIER,
	LEX_NUMBER,
	LEX_PUNCTUATOR, /* one character; "##" and digraphs are one token */
	LEX_LITERAL,	/* string, character or name of a header, whole; an open
			   one ends with its line */
	LEX_COMMENT,	/* only if the lexer keeps them */
};

/* A token; start points into the text that is lexed. */
struct lex_token {
	enum lex_kind kind;
	const char *start;
	gsize length;	    /* bytes, those of splices included */
	guint32 line;	    /* where it begins, from 1 */
	bool first_on_line; /* only blanks before it on its logical line */
	bool in_directive;  /* from the # on to the end of the line */
	bool is_odd;	    /* a digraph or spliced: see lex_token_text() */
};

/* Where in a directive the lexer is: behind #include a "<" is a quote. */
enum lex_place { LEX_IN_CODE, LEX_BEHIND_HASH, LEX_BEHIND_INCLUDE, LEX_BEHIND };

struct lexer {
	const char *next, *end;
	guint32 line; /* of next */
	bool at_line_start;
	bool keeps_comments; /* for who wants them to set */
	enum lex_place place;
};

/* Begins at the start of a text, which is borrowed and may hold NULs. */
void lexer_init(struct lexer *lexer, const char *text, gsize length);

/* Reads the next token; false at the end of the text. */
bool lexer_next(struct lexer *lexer, struct lex_token *ret_token);

/* Moves to the end of the logical line that the lexer is in. */
void lexer_skip_line(struct lexer *lexer);

/* True if the token is this identifier or punctuator, however written. */
bool lex_token_is(const struct lex_token *token, const char *text);

/* What a token says, without splices, and no digraph; owned. */
char *lex_token_text(const struct lex_token *token);

/* Behind all splices that begin at p; p if none does. */
const char *lex_skip_splices(const char *p, const char *end);

/* The start of the logical line that holds p, in a text that begins at text. */
const char *lex_line_start(const char *text, const char *p);

/* How many lines end between two places of a text. */
guint32 lex_count_lines(const char *start, const char *end);

#endif
