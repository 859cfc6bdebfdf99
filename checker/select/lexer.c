// SPDX-License-Identifier: GPL-2.0-only
/* The light C lexer of the selection: no keywords, no numbers' values. */
#include "lexer.h"

#include <string.h>

void lexer_init(struct lexer *lexer, const char *text, gsize length)
{
	lexer->next = text;
	lexer->end = text + length;
	lexer->line = 1;
	lexer->at_line_start = true;
}

static bool is_identifier_byte(char byte)
{
	return g_ascii_isalnum(byte) || byte == '_';
}

/* Skips a backslash-newline; the logical line goes on. */
static bool skip_splice(struct lexer *lexer)
{
	const char *p = lexer->next;

	if (*p != '\\' || p + 1 >= lexer->end)
		return false;
	if (p[1] == '\r' && p + 2 < lexer->end)
		p++;
	if (p[1] != '\n')
		return false;
	lexer->next = p + 2;
	lexer->line++;
	return true;
}

static void skip_block_comment(struct lexer *lexer)
{
	for (lexer->next += 2; lexer->next < lexer->end; lexer->next++) {
		if (*lexer->next == '\n') {
			lexer->line++;
		} else if (*lexer->next == '*' &&
			   lexer->next + 1 < lexer->end &&
			   lexer->next[1] == '/') {
			lexer->next += 2;
			return;
		}
	}
}

static void skip_line_comment(struct lexer *lexer)
{
	while (lexer->next < lexer->end && *lexer->next != '\n') {
		if (!skip_splice(lexer))
			lexer->next++;
	}
}

/* Moves over blanks, newlines and comments. */
static void skip_space(struct lexer *lexer)
{
	while (lexer->next < lexer->end) {
		char byte = *lexer->next;
		bool more = lexer->next + 1 < lexer->end;

		if (byte == '\n') {
			lexer->line++;
			lexer->at_line_start = true;
			lexer->next++;
		} else if (g_ascii_isspace(byte)) {
			lexer->next++;
		} else if (byte == '/' && more && lexer->next[1] == '*') {
			skip_block_comment(lexer);
		} else if (byte == '/' && more && lexer->next[1] == '/') {
			skip_line_comment(lexer);
		} else if (!skip_splice(lexer)) {
			return;
		}
	}
}

/* A literal ends at its quote or, when unterminated, at its line's end. */
static void skip_literal(struct lexer *lexer, char quote)
{
	lexer->next++;
	while (lexer->next < lexer->end && *lexer->next != '\n') {
		if (skip_splice(lexer))
			continue;
		if (*lexer->next == '\\' && lexer->next + 1 < lexer->end &&
		    lexer->next[1] != '\n') {
			lexer->next += 2;
			continue;
		}
		if (*lexer->next++ == quote)
			return;
	}
}

static enum lex_kind scan_token(struct lexer *lexer)
{
	char byte = *lexer->next;

	if (is_identifier_byte(byte)) {
		while (lexer->next < lexer->end &&
		       is_identifier_byte(*lexer->next))
			lexer->next++;
		return g_ascii_isdigit(byte) ? LEX_NUMBER : LEX_IDENTIFIER;
	}
	if (byte == '"' || byte == '\'') {
		skip_literal(lexer, byte);
		return LEX_LITERAL;
	}
	lexer->next++;
	if (byte == '#' && lexer->next < lexer->end && *lexer->next == '#')
		lexer->next++;
	return LEX_PUNCTUATOR;
}

bool lexer_next(struct lexer *lexer, struct lex_token *ret_token)
{
	skip_space(lexer);
	if (lexer->next >= lexer->end) {
		ret_token->kind = LEX_END;
		return false;
	}
	ret_token->start = lexer->next;
	ret_token->line = lexer->line;
	ret_token->first_on_line = lexer->at_line_start;
	lexer->at_line_start = false;
	ret_token->kind = scan_token(lexer);
	ret_token->length = (gsize)(lexer->next - ret_token->start);
	return true;
}

bool lex_token_is(const struct lex_token *token, const char *text)
{
	gsize length = strlen(text);

	return token->length == length &&
	       memcmp(token->start, text, length) == 0;
}
