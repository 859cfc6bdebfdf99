/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The one reader of Rust as text: it tells words, signs and literals from
 * blanks and comments (Rust 2021, with C string literals). It knows no
 * keywords and expands nothing. Any bytes can be read, in time that grows with
 * their number.
 */
#ifndef VMALINT_TEXT_RUST_H
#define VMALINT_TEXT_RUST_H

#include <glib.h>
#include <stdbool.h>

enum rust_kind {
	RUST_END,
	RUST_IDENTIFIER, /* a raw one, r#name, without its r# */
	RUST_NUMBER,
	RUST_PUNCTUATOR, /* the longest that fits: "::", "|=", "=>", "..=" */
	RUST_LITERAL,	 /* string or character of any form, whole */
	RUST_LIFETIME,	 /* 'name, also of a loop */
	RUST_COMMENT,	 /* only if the lexer keeps them; one of docs, too */
};

/* A token; start points into the text that is lexed. */
struct rust_token {
	enum rust_kind kind;
	const char *start;
	gsize length;  /* bytes; of an open literal or comment, to the end */
	guint32 line;  /* where it begins, from 1 */
	bool is_first; /* only blanks and comments before it on its line */
};

struct rust_lexer {
	const char *next, *end;
	guint32 line;	      /* of next */
	guint32 line_of_last; /* where the last token that was no comment ended
			       */
	bool keeps_comments;
};

/* Begins at the start of a text, which is borrowed and may hold NULs. */
void rust_lexer_init(struct rust_lexer *lexer, const char *text, gsize length);

/* Reads the next token; false at the end of the text. */
bool rust_lexer_next(struct rust_lexer *lexer, struct rust_token *ret_token);

/* True if the token is this identifier or punctuator. */
bool rust_token_is(const struct rust_token *token, const char *text);

/* What a token says; owned. */
char *rust_token_text(const struct rust_token *token);

#endif
