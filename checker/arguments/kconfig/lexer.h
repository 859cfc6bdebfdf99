/* SPDX-License-Identifier: GPL-2.0-only */
/* Cuts a Kconfig file into statements: the tokens of one logical line. */
#ifndef VMALINT_ARGUMENTS_KCONFIG_LEXER_H
#define VMALINT_ARGUMENTS_KCONFIG_LEXER_H

#include "macro.h"

enum kconfig_token_kind {
	TOKEN_END, /* of the statement */
	TOKEN_WORD,
	TOKEN_EXPANDED, /* a word that came out of a macro: no keyword */
	TOKEN_QUOTED,
	TOKEN_VALUE, /* the right side of an assignment, not yet expanded */
	TOKEN_OR,
	TOKEN_AND,
	TOKEN_NOT,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_EQUAL,
	TOKEN_UNEQUAL,
	TOKEN_LESS,
	TOKEN_LESS_EQUAL,
	TOKEN_GREATER,
	TOKEN_GREATER_EQUAL,
	TOKEN_COLON_EQUAL,
	TOKEN_PLUS_EQUAL,
};

struct kconfig_token {
	enum kconfig_token_kind kind;
	const char *text; /* of words and quoted text; lives in the tree */
};

/* A file being read; parent is the one that sources it. */
struct kconfig_lexer {
	struct kconfig_lexer *parent;
	const char *path; /* in the tree */
	char *bytes;
	const char *at;
	const char *end;
	unsigned int line;	     /* of the next byte */
	struct kconfig_entry *block; /* innermost when the file began */
	GQueue pending; /* char *, files to source before going on */
};

/*
 * Fills tokens with the next statement, a TOKEN_END last. Returns the line on
 * which it starts, or 0 at the end of the file.
 */
unsigned int kconfig_lexer_next(struct kconfig_lexer *lexer,
				struct kconfig_macros *macros, GArray *tokens);

/* Skips a help text; to be called right behind the line that says "help". */
void kconfig_lexer_skip_help(struct kconfig_lexer *lexer);

#endif
