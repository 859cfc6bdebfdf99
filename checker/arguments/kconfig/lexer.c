// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tokens of Kconfig files, by the rules of scripts/kconfig/lexer.l. Words
 * and quoted text come with their macros expanded.
 */
#include "lexer.h"

#include <string.h>

/* A statement of the kernel has fewer than 200. */
#define TOKENS_LIMIT 10000

struct operator_text {
	const char *text;
	enum kconfig_token_kind kind;
};

/* Longer ones first. */
static const struct operator_text operators[] = {
	{ "||", TOKEN_OR },
	{ "&&", TOKEN_AND },
	{ "!=", TOKEN_UNEQUAL },
	{ "<=", TOKEN_LESS_EQUAL },
	{ ">=", TOKEN_GREATER_EQUAL },
	{ ":=", TOKEN_COLON_EQUAL },
	{ "+=", TOKEN_PLUS_EQUAL },
	{ "=", TOKEN_EQUAL },
	{ "<", TOKEN_LESS },
	{ ">", TOKEN_GREATER },
	{ "!", TOKEN_NOT },
	{ "(", TOKEN_OPEN },
	{ ")", TOKEN_CLOSE },
};

static bool is_word_byte(char byte)
{
	return g_ascii_isalnum(byte) || byte == '_' || byte == '-';
}

static const char *line_end(const struct kconfig_lexer *lexer)
{
	const char *end =
		memchr(lexer->at, '\n', (gsize)(lexer->end - lexer->at));

	return end ? end : lexer->end;
}

static void add_token(struct kconfig_macros *macros, GArray *tokens,
		      enum kconfig_token_kind kind, const char *text,
		      gsize length)
{
	struct kconfig_token token = { .kind = kind };

	if (text)
		token.text = g_string_chunk_insert_len(macros->tree->strings,
						       text, (gssize)length);
	g_array_append_val(tokens, token);
}

/* True behind an operator and behind what introduces a value. */
static bool wants_symbol(const GArray *tokens)
{
	static const char *const words[] = { "default", "def_bool",
					     "def_tristate", "if", "on" };
	const struct kconfig_token *last;

	if (tokens->len == 0)
		return false;
	last = &g_array_index(tokens, struct kconfig_token, tokens->len - 1);
	for (gsize i = 0; last->kind == TOKEN_WORD && i < G_N_ELEMENTS(words);
	     i++) {
		if (strcmp(last->text, words[i]) == 0)
			return true;
	}
	return !last->text && last->kind != TOKEN_CLOSE;
}

static void read_word(struct kconfig_lexer *lexer,
		      struct kconfig_macros *macros, GArray *tokens)
{
	const char *start = lexer->at;
	const char *end;
	GString *text;

	while (lexer->at < lexer->end && is_word_byte(*lexer->at))
		lexer->at++;
	if (lexer->at == lexer->end || *lexer->at != '$') {
		add_token(macros, tokens, TOKEN_WORD, start,
			  (gsize)(lexer->at - start));
		return;
	}
	text = g_string_new_len(start, lexer->at - start);
	end = line_end(lexer);
	while (lexer->at < end) {
		if (*lexer->at == '$') {
			lexer->at++;
			kconfig_macros_expand_dollar(macros, &lexer->at, end,
						     text);
		} else if (is_word_byte(*lexer->at)) {
			g_string_append_c(text, *lexer->at++);
		} else {
			break;
		}
	}
	/* What a shell would print there is not known. */
	if (text->len > 0 || wants_symbol(tokens))
		add_token(macros, tokens, TOKEN_EXPANDED, text->str, text->len);
	g_string_free(text, TRUE);
}

static void read_quoted(struct kconfig_lexer *lexer,
			struct kconfig_macros *macros, GArray *tokens)
{
	const char *end = line_end(lexer);
	char quote = *lexer->at++;
	GString *text = g_string_new(NULL);

	while (lexer->at < end && *lexer->at != quote) {
		char byte = *lexer->at++;

		if (byte == '$') {
			kconfig_macros_expand_dollar(macros, &lexer->at, end,
						     text);
			continue;
		}
		if (byte == '\\') {
			if (lexer->at == end)
				break;
			byte = *lexer->at++;
		}
		g_string_append_c(text, byte);
	}
	if (lexer->at < end)
		lexer->at++;
	else
		kconfig_tree_notice(macros->tree, lexer->path, lexer->line,
				    "quoted text does not end on its line");
	add_token(macros, tokens, TOKEN_QUOTED, text->str, text->len);
	g_string_free(text, TRUE);
}

static bool is_assignment(const GArray *tokens)
{
	const struct kconfig_token *token =
		&g_array_index(tokens, struct kconfig_token, 0);

	return tokens->len == 2 &&
	       (token[0].kind == TOKEN_WORD ||
		token[0].kind == TOKEN_EXPANDED) &&
	       (token[1].kind == TOKEN_EQUAL ||
		token[1].kind == TOKEN_COLON_EQUAL ||
		token[1].kind == TOKEN_PLUS_EQUAL);
}

static void read_value(struct kconfig_lexer *lexer,
		       struct kconfig_macros *macros, GArray *tokens)
{
	const char *end = line_end(lexer);

	while (lexer->at < end && g_ascii_isspace(*lexer->at))
		lexer->at++;
	add_token(macros, tokens, TOKEN_VALUE, lexer->at,
		  (gsize)(end - lexer->at));
	lexer->at = end;
}

static bool read_operator(struct kconfig_lexer *lexer,
			  struct kconfig_macros *macros, GArray *tokens)
{
	gsize left = (gsize)(lexer->end - lexer->at);

	for (gsize i = 0; i < G_N_ELEMENTS(operators); i++) {
		gsize length = strlen(operators[i].text);

		if (length > left ||
		    memcmp(lexer->at, operators[i].text, length) != 0)
			continue;
		lexer->at += length;
		add_token(macros, tokens, operators[i].kind, NULL, 0);
		if (is_assignment(tokens))
			read_value(lexer, macros, tokens);
		return true;
	}
	return false;
}

static void read_token(struct kconfig_lexer *lexer,
		       struct kconfig_macros *macros, GArray *tokens)
{
	char byte = *lexer->at;

	if (is_word_byte(byte) || byte == '$')
		read_word(lexer, macros, tokens);
	else if (byte == '"' || byte == '\'')
		read_quoted(lexer, macros, tokens);
	else if (!read_operator(lexer, macros, tokens))
		lexer->at++; /* conf skips what it does not know, too */
}

/* Spaces, comments and line continuations; counts the lines. */
static void skip_blanks(struct kconfig_lexer *lexer)
{
	while (lexer->at < lexer->end) {
		if (*lexer->at == '#') {
			lexer->at = line_end(lexer);
		} else if (*lexer->at == ' ' || *lexer->at == '\t' ||
			   *lexer->at == '\r') {
			lexer->at++;
		} else if (lexer->end - lexer->at >= 2 &&
			   memcmp(lexer->at, "\\\n", 2) == 0) {
			lexer->at += 2;
			lexer->line++;
		} else {
			return;
		}
	}
}

/* False when the line holds more than any sensible one. */
static bool read_line(struct kconfig_lexer *lexer,
		      struct kconfig_macros *macros, GArray *tokens)
{
	for (;;) {
		skip_blanks(lexer);
		if (lexer->at == lexer->end || *lexer->at == '\n')
			return true;
		if (tokens->len >= TOKENS_LIMIT)
			return false;
		macros->line = lexer->line;
		read_token(lexer, macros, tokens);
	}
}

unsigned int kconfig_lexer_next(struct kconfig_lexer *lexer,
				struct kconfig_macros *macros, GArray *tokens)
{
	g_array_set_size(tokens, 0);
	macros->path = lexer->path;
	while (lexer->at < lexer->end) {
		unsigned int line = lexer->line;

		if (!read_line(lexer, macros, tokens)) {
			kconfig_tree_notice(macros->tree, lexer->path, line,
					    "statement is too long");
			g_array_set_size(tokens, 0);
			lexer->at = line_end(lexer);
		}
		if (lexer->at < lexer->end) {
			lexer->at++;
			lexer->line++;
		}
		if (tokens->len > 0) {
			add_token(macros, tokens, TOKEN_END, NULL, 0);
			return line;
		}
	}
	return 0;
}

static unsigned int indentation(const char **at, const char *end)
{
	unsigned int columns = 0;

	for (; *at < end && (**at == ' ' || **at == '\t'); (*at)++)
		columns = **at == '\t' ? (columns & ~7u) + 8 : columns + 1;
	return columns;
}

void kconfig_lexer_skip_help(struct kconfig_lexer *lexer)
{
	unsigned int first_columns = 0;
	bool is_first_line = true;

	while (lexer->at < lexer->end) {
		const char *end = line_end(lexer);
		const char *text = lexer->at;
		unsigned int columns = indentation(&text, end);

		/* conf takes a first line without indentation as well. */
		if (text < end && !is_first_line &&
		    (columns == 0 || columns < first_columns))
			return;
		if (text < end && first_columns == 0)
			first_columns = columns;
		is_first_line = false;
		lexer->at = end < lexer->end ? end + 1 : end;
		lexer->line++;
	}
}
