// SPDX-License-Identifier: GPL-2.0-only
/*
 * Steps over splices wherever they are, as the phases of translation have it:
 * also between the two bytes of a comment's mark and within words.
 */
#include "lexer.h"

#include <string.h>

/* Two characters that stand for one. */
static const struct {
	char text[3], sign[2];
} digraphs[] = {
	{ "<%", "{" }, { "%>", "}" }, { "<:", "[" },
	{ ":>", "]" }, { "%:", "#" },
};

void lexer_init(struct lexer *lexer, const char *text, gsize length)
{
	*lexer = (struct lexer){
		.next = text,
		.end = text + length,
		.line = 1,
		.at_line_start = true,
	};
}

static bool is_identifier_byte(char byte)
{
	return g_ascii_isalnum(byte) || byte == '_';
}

static bool is_line_end(char byte)
{
	return byte == '\n' || byte == '\r';
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\f' || byte == '\v' ||
	       byte == '\0';
}

/* Behind the line end at p; CR LF is one. */
static const char *skip_line_end(const char *p, const char *end)
{
	return *p == '\r' && p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
}

/* Behind the splice at p, which is a backslash; p if it is none. */
static const char *skip_splice(const char *p, const char *end)
{
	const char *at = p + 1;

	while (at < end && is_blank(*at))
		at++;
	return at < end && is_line_end(*at) ? skip_line_end(at, end) : p;
}

const char *lex_skip_splices(const char *p, const char *end)
{
	const char *start;

	do {
		start = p;
		if (p < end && *p == '\\')
			p = skip_splice(p, end);
	} while (p > start);
	return p;
}

const char *lex_line_start(const char *text, const char *p)
{
	while (p > text) {
		const char *before = p - 1;

		if (!is_line_end(*before)) {
			p = before;
			continue;
		}
		before -= *before == '\n' && before > text &&
			  before[-1] == '\r';
		while (before > text && is_blank(before[-1]))
			before--;
		if (before == text || before[-1] != '\\')
			return p;
		p = before;
	}
	return p;
}

/* The next byte of the logical line. */
static const char *step(const char *p, const char *end)
{
	return lex_skip_splices(p + 1, end);
}

guint32 lex_count_lines(const char *start, const char *end)
{
	guint32 nr = 0;

	for (const char *p = start; p < end; p++)
		nr += *p == '\n' ||
		      (*p == '\r' && (p + 1 == end || p[1] != '\n'));
	return nr;
}

/* Behind a block comment whose text begins at p. */
static const char *skip_block_comment(const char *p, const char *end)
{
	while (p < end && (p = memchr(p, '*', (gsize)(end - p))) != NULL) {
		p = step(p, end);
		if (p < end && *p == '/')
			return p + 1;
	}
	return end;
}

static const char *skip_line_comment(const char *p, const char *end)
{
	while (p < end && !is_line_end(*p))
		p = step(p, end);
	return p;
}

/* Behind the comment at p, which is a slash; p if it is none. */
static const char *skip_comment(const char *p, const char *end)
{
	const char *mark = step(p, end);

	if (mark < end && *mark == '*')
		return skip_block_comment(mark + 1, end);
	if (mark < end && *mark == '/')
		return skip_line_comment(mark, end);
	return p;
}

/* Behind a literal, or at the end of its line if it is open. */
static const char *skip_literal(const char *p, const char *end)
{
	const char quote = *p;

	for (p = step(p, end); p < end && !is_line_end(*p); p = step(p, end)) {
		if (*p == quote)
			return p + 1;
		if (*p == '\\') {
			p = step(p, end);
			if (p >= end || is_line_end(*p))
				break;
		}
	}
	return p;
}

/* Behind the name of a header, where nothing is escaped; p if it is open. */
static const char *skip_header_name(const char *p, const char *end)
{
	const char close = *p == '<' ? '>' : '"';
	const char *at = step(p, end);

	while (at < end && *at != close && !is_line_end(*at))
		at = step(at, end);
	return at < end && *at == close ? at + 1 : p;
}

/* Goes on at a place further down, whose line is counted. */
static void move_to(struct lexer *lexer, const char *to)
{
	lexer->line += lex_count_lines(lexer->next, to);
	lexer->next = to;
}

static void end_line(struct lexer *lexer)
{
	lexer->line++;
	lexer->at_line_start = true;
	lexer->place = LEX_IN_CODE;
	lexer->next = skip_line_end(lexer->next, lexer->end);
}

/* Moves over a splice, or a comment; false if none is here. */
static bool skip_hidden(struct lexer *lexer)
{
	const char *to = lexer->next;

	if (*to == '\\')
		to = skip_splice(to, lexer->end);
	else if (*to == '/' && !lexer->keeps_comments)
		to = skip_comment(to, lexer->end);
	if (to == lexer->next)
		return false;
	move_to(lexer, to);
	return true;
}

/* Moves over blanks, splices and comments; false at the end of the line. */
static bool skip_blanks(struct lexer *lexer)
{
	while (lexer->next < lexer->end) {
		if (is_blank(*lexer->next))
			lexer->next++;
		else if (!skip_hidden(lexer))
			return !is_line_end(*lexer->next);
	}
	return false;
}

/* The digraph at p, as an index from 1; or 0. */
static gsize digraph_at(const char *p, const char *end)
{
	const char *second = step(p, end);

	for (gsize i = 0; second < end && i < G_N_ELEMENTS(digraphs); i++) {
		if (*p == digraphs[i].text[0] && *second == digraphs[i].text[1])
			return i + 1;
	}
	return 0;
}

static bool is_hash(const char *p, const char *end)
{
	return p < end &&
	       (*p == '#' ||
		(*p == '%' && digraph_at(p, end) == G_N_ELEMENTS(digraphs)));
}

static const char *skip_hash(const char *p, const char *end)
{
	return *p == '#' ? p + 1 : step(p, end) + 1;
}

static const char *skip_punctuator(const char *p, const char *end)
{
	if (is_hash(p, end)) {
		const char *behind = skip_hash(p, end);
		const char *second = lex_skip_splices(behind, end);

		return is_hash(second, end) && *second == *p ?
			       skip_hash(second, end) :
			       behind;
	}
	if ((*p == '<' || *p == '%' || *p == ':') && digraph_at(p, end))
		return step(p, end) + 1;
	return p + 1;
}

/* A word goes on behind a splice, if a byte of a word is there. */
static const char *skip_word(const char *p, const char *end)
{
	for (;;) {
		const char *behind;

		while (p < end && is_identifier_byte(*p))
			p++;
		behind = lex_skip_splices(p, end);
		if (behind == p || behind >= end ||
		    !is_identifier_byte(*behind))
			return p;
		p = behind;
	}
}

/* Finds the end of the token that begins here. */
static enum lex_kind scan_token(const struct lexer *lexer, const char **ret_end)
{
	const char *p = lexer->next, *end = lexer->end;

	if (is_identifier_byte(*p)) {
		*ret_end = skip_word(p, end);
		return g_ascii_isdigit(*p) ? LEX_NUMBER : LEX_IDENTIFIER;
	}
	if (lexer->place == LEX_BEHIND_INCLUDE && (*p == '<' || *p == '"') &&
	    (*ret_end = skip_header_name(p, end)) > p)
		return LEX_LITERAL;
	if (*p == '"' || *p == '\'') {
		*ret_end = skip_literal(p, end);
		return LEX_LITERAL;
	}
	if (*p == '/' && lexer->keeps_comments &&
	    (*ret_end = skip_comment(p, end)) > p)
		return LEX_COMMENT;
	*ret_end = skip_punctuator(p, end);
	return LEX_PUNCTUATOR;
}

static bool is_include(const struct lex_token *token)
{
	return token->kind == LEX_IDENTIFIER &&
	       (lex_token_is(token, "include") ||
		lex_token_is(token, "include_next") ||
		lex_token_is(token, "import"));
}

/* Where the lexer is behind a token. */
static enum lex_place place_behind(enum lex_place place,
				   const struct lex_token *token)
{
	if (token->first_on_line)
		return lex_token_is(token, "#") ? LEX_BEHIND_HASH : LEX_IN_CODE;
	if (place == LEX_BEHIND_HASH)
		return is_include(token) ? LEX_BEHIND_INCLUDE : LEX_BEHIND;
	return place == LEX_IN_CODE ? LEX_IN_CODE : LEX_BEHIND;
}

bool lexer_next(struct lexer *lexer, struct lex_token *ret_token)
{
	const char *end;

	while (!skip_blanks(lexer)) {
		if (lexer->next >= lexer->end) {
			ret_token->kind = LEX_END;
			return false;
		}
		end_line(lexer);
	}
	*ret_token = (struct lex_token){
		.kind = scan_token(lexer, &end),
		.start = lexer->next,
		.length = (gsize)(end - lexer->next),
		.line = lexer->line,
		.first_on_line = lexer->at_line_start,
	};
	move_to(lexer, end);
	ret_token->is_odd = lexer->line != ret_token->line ||
			    (ret_token->kind == LEX_PUNCTUATOR &&
			     ret_token->length > 1 && *ret_token->start != '#');
	if (ret_token->kind != LEX_COMMENT) {
		lexer->place = place_behind(lexer->place, ret_token);
		lexer->at_line_start = false;
	}
	ret_token->in_directive = lexer->place != LEX_IN_CODE;
	return true;
}

/* Behind a literal, comment or splice at p; p if it is something else. */
static const char *skip_special(const char *p, const char *end)
{
	switch (*p) {
	case '"':
	case '\'':
		return skip_literal(p, end);
	case '/':
		return skip_comment(p, end);
	case '\\':
		return skip_splice(p, end);
	default:
		return p;
	}
}

void lexer_skip_line(struct lexer *lexer)
{
	struct lex_token token;

	while ((lexer->place == LEX_BEHIND_HASH ||
		lexer->place == LEX_BEHIND_INCLUDE) &&
	       skip_blanks(lexer))
		lexer_next(lexer, &token);
	while (lexer->next < lexer->end && !is_line_end(*lexer->next)) {
		const char *to = skip_special(lexer->next, lexer->end);

		if (to == lexer->next)
			lexer->next++;
		else
			move_to(lexer, to);
	}
}

/* What a punctuator says that is no single byte. */
static char *sign_text(const struct lex_token *token)
{
	const char *end = token->start + token->length;
	gsize digraph = digraph_at(token->start, end);

	if (is_hash(token->start, end))
		return g_strdup(skip_hash(token->start, end) < end ? "##" :
								     "#");
	return digraph ? g_strdup(digraphs[digraph - 1].sign) :
			 g_strndup(token->start, 1);
}

char *lex_token_text(const struct lex_token *token)
{
	const char *end = token->start + token->length;
	GString *text;

	if (!token->is_odd)
		return g_strndup(token->start, token->length);
	if (token->kind == LEX_PUNCTUATOR)
		return sign_text(token);
	text = g_string_sized_new(token->length);
	for (const char *p = token->start; p < end; p = step(p, end))
		g_string_append_c(text, *p);
	return g_string_free(text, FALSE);
}

bool lex_token_is(const struct lex_token *token, const char *text)
{
	gsize length = strlen(text);

	if (G_UNLIKELY(token->is_odd)) {
		g_autofree char *said = lex_token_text(token);

		return strcmp(said, text) == 0;
	}
	return token->length == length &&
	       memcmp(token->start, text, length) == 0;
}
