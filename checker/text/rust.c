// SPDX-License-Identifier: GPL-2.0-only
#include "text/rust.h"

#include <string.h>

void rust_lexer_init(struct rust_lexer *lexer, const char *text, gsize length)
{
	*lexer = (struct rust_lexer){
		.next = text,
		.end = text + length,
		.line = 1,
	};
}

static bool is_name_start(char byte)
{
	return g_ascii_isalpha(byte) || byte == '_' || (guchar)byte >= 0x80;
}

static bool is_name_byte(char byte)
{
	return is_name_start(byte) || g_ascii_isdigit(byte);
}

static bool is_blank(char byte)
{
	return g_ascii_isspace(byte) || byte == '\0' || byte == '\v';
}

/* The byte at a distance from p; NUL behind the end. */
static char byte_at(const struct rust_lexer *lexer, const char *p, gsize offset)
{
	return (gsize)(lexer->end - p) > offset ? p[offset] : '\0';
}

static const char *skip_name(const struct rust_lexer *lexer, const char *p)
{
	while (p < lexer->end && is_name_byte(*p))
		p++;
	return p;
}

/* Behind a comment to the end of its line. */
static const char *skip_line(const struct rust_lexer *lexer, const char *p)
{
	const char *end = memchr(p, '\n', (gsize)(lexer->end - p));

	return end ? end : lexer->end;
}

/* Behind a block comment, which may hold others. */
static const char *skip_block(const struct rust_lexer *lexer, const char *p)
{
	gsize depth = 0;

	while (p < lexer->end) {
		if (*p == '/' && byte_at(lexer, p, 1) == '*') {
			depth++;
			p += 2;
		} else if (*p == '*' && byte_at(lexer, p, 1) == '/') {
			p += 2;
			if (--depth == 0)
				return p;
		} else {
			p++;
		}
	}
	return p;
}

/* Behind a literal with escapes; p is at the quote that opens it. */
static const char *skip_quoted(const struct rust_lexer *lexer, const char *p)
{
	const char quote = *p++;

	while (p < lexer->end && *p != quote) {
		if (*p == '\\')
			p++;
		p += p < lexer->end;
	}
	return p < lexer->end ? p + 1 : p;
}

/* Behind r"..", r#".."# and so on; p is at its first # or quote. */
static const char *skip_raw(const struct rust_lexer *lexer, const char *p)
{
	gsize nr_hashes = 0, nr_closing;

	while (byte_at(lexer, p, 0) == '#') {
		nr_hashes++;
		p++;
	}
	for (p++; p < lexer->end; p++) {
		if (*p != '"')
			continue;
		nr_closing = 0;
		while (nr_closing < nr_hashes &&
		       byte_at(lexer, p, nr_closing + 1) == '#')
			nr_closing++;
		if (nr_closing == nr_hashes)
			return p + 1 + nr_hashes;
		p += nr_closing;
	}
	return p;
}

/* True if r, br or cr at p opens a raw string: hashes, then a quote. */
static bool is_raw_string(const struct rust_lexer *lexer, const char *p)
{
	while (byte_at(lexer, p, 0) == '#')
		p++;
	return byte_at(lexer, p, 0) == '"';
}

/* How many bytes the character at p has. */
static gsize character_length(const struct rust_lexer *lexer, const char *p)
{
	gsize length = 1;

	if ((guchar)byte_at(lexer, p, 0) < 0xc0)
		return length;
	while (length < 4 && ((guchar)byte_at(lexer, p, length) & 0xc0) == 0x80)
		length++;
	return length;
}

/* 'a' and '\n' are characters, 'a is a lifetime; p is at the quote. */
static bool is_character(const struct rust_lexer *lexer, const char *p)
{
	return byte_at(lexer, p, 1) == '\\' ||
	       (byte_at(lexer, p, 1) != '\'' &&
		byte_at(lexer, p, 1 + character_length(lexer, p + 1)) == '\'');
}

/* Behind a string that begins with a letter; p itself if none begins there. */
static const char *skip_prefixed(const struct rust_lexer *lexer, const char *p)
{
	const gsize nr = (*p == 'b' || *p == 'c') ? 1 : 0;
	const char next = byte_at(lexer, p, nr);

	if (next == 'r' && is_raw_string(lexer, p + nr + 1))
		return skip_raw(lexer, p + nr + 1);
	if (nr && next == '"')
		return skip_quoted(lexer, p + 1);
	if (*p == 'b' && next == '\'' && is_character(lexer, p + 1))
		return skip_quoted(lexer, p + 1);
	return p;
}

/* Numbers need no more than an end: 0x1f_u8, 1e9, 1.5; but 0..9 is a range. */
static const char *skip_number(const struct rust_lexer *lexer, const char *p)
{
	p = skip_name(lexer, p);
	if (byte_at(lexer, p, 0) == '.' &&
	    g_ascii_isdigit(byte_at(lexer, p, 1)))
		p = skip_name(lexer, p + 1);
	return p;
}

static gsize punctuator_length(const struct rust_lexer *lexer, const char *p)
{
	/* Long ones first. */
	static const char *const all[] = {
		"<<=", ">>=", "...", "..=", "::", "->", "=>", "==",
		"!=",  "<=",  ">=",  "&&",  "||", "+=", "-=", "*=",
		"/=",  "%=",  "^=",  "&=",  "|=", "<<", ">>", "..",
	};
	const gsize left = (gsize)(lexer->end - p);

	for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
		const gsize length = strlen(all[i]);

		if (length <= left && memcmp(p, all[i], length) == 0)
			return length;
	}
	return 1;
}

/* Reads a token that begins at p, which is no blank. */
static void read_token(const struct rust_lexer *lexer, const char *p,
		       struct rust_token *ret_token)
{
	const char *end = p;

	ret_token->start = p;
	if (*p == '/' && byte_at(lexer, p, 1) == '/') {
		ret_token->kind = RUST_COMMENT;
		end = skip_line(lexer, p);
	} else if (*p == '/' && byte_at(lexer, p, 1) == '*') {
		ret_token->kind = RUST_COMMENT;
		end = skip_block(lexer, p);
	} else if (*p == '"' || (*p == '\'' && is_character(lexer, p))) {
		ret_token->kind = RUST_LITERAL;
		end = skip_quoted(lexer, p);
	} else if (*p == '\'' && is_name_start(byte_at(lexer, p, 1))) {
		ret_token->kind = RUST_LIFETIME;
		end = skip_name(lexer, p + 1);
	} else if (g_ascii_isdigit(*p)) {
		ret_token->kind = RUST_NUMBER;
		end = skip_number(lexer, p);
	} else if (is_name_start(*p)) {
		end = skip_prefixed(lexer, p);
		ret_token->kind = end > p ? RUST_LITERAL : RUST_IDENTIFIER;
		if (end == p && *p == 'r' && byte_at(lexer, p, 1) == '#' &&
		    is_name_start(byte_at(lexer, p, 2)))
			ret_token->start = p += 2;
		if (ret_token->kind == RUST_IDENTIFIER)
			end = skip_name(lexer, p);
	} else {
		ret_token->kind = RUST_PUNCTUATOR;
		end = p + punctuator_length(lexer, p);
	}
	ret_token->length = (gsize)(end - ret_token->start);
}

static guint32 count_lines(const char *p, const char *end)
{
	guint32 nr = 0;

	while ((p = memchr(p, '\n', (gsize)(end - p))) != NULL) {
		nr++;
		p++;
	}
	return nr;
}

bool rust_lexer_next(struct rust_lexer *lexer, struct rust_token *ret_token)
{
	do {
		while (lexer->next < lexer->end && is_blank(*lexer->next))
			lexer->line += *lexer->next++ == '\n';
		*ret_token = (struct rust_token){ .line = lexer->line };
		if (lexer->next == lexer->end)
			return false;
		read_token(lexer, lexer->next, ret_token);
		lexer->next = ret_token->start + ret_token->length;
		lexer->line += count_lines(ret_token->start, lexer->next);
	} while (ret_token->kind == RUST_COMMENT && !lexer->keeps_comments);
	ret_token->is_first = lexer->line_of_last < ret_token->line;
	if (ret_token->kind != RUST_COMMENT)
		lexer->line_of_last = lexer->line;
	return true;
}

bool rust_token_is(const struct rust_token *token, const char *text)
{
	return (token->kind == RUST_IDENTIFIER ||
		token->kind == RUST_PUNCTUATOR) &&
	       token->length == strlen(text) &&
	       memcmp(token->start, text, token->length) == 0;
}

char *rust_token_text(const struct rust_token *token)
{
	return g_strndup(token->start, token->length);
}
