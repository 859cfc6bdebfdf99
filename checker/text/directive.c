// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lines that are no directives are skipped as bytes, which is several times
 * as fast as to read their tokens.
 */
#include "directive.h"

#include <string.h>

static const struct {
	const char *text;
	enum directive_word word;
} words[] = {
	{ "if", DIRECTIVE_IF },
	{ "ifdef", DIRECTIVE_IFDEF },
	{ "ifndef", DIRECTIVE_IFNDEF },
	{ "elif", DIRECTIVE_ELIF },
	{ "elifdef", DIRECTIVE_ELIFDEF },
	{ "elifndef", DIRECTIVE_ELIFNDEF },
	{ "else", DIRECTIVE_ELSE },
	{ "endif", DIRECTIVE_ENDIF },
	{ "include", DIRECTIVE_INCLUDE },
	{ "include_next", DIRECTIVE_INCLUDE_NEXT },
	{ "import", DIRECTIVE_INCLUDE },
	{ "define", DIRECTIVE_DEFINE },
	{ "undef", DIRECTIVE_UNDEF },
};

void directive_reader_init(struct directive_reader *reader, const char *text,
			   gsize length)
{
	lexer_init(&reader->lexer, text, length);
	reader->last_include = NULL;
}

static enum directive_word word_of(const struct lex_token *token)
{
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (lex_token_is(token, words[i].text))
			return words[i].word;
	}
	return DIRECTIVE_OTHER;
}

/* Reads the word behind a #, unless its line ends there. */
static void read_word(struct lexer *lexer, struct directive *directive)
{
	struct lexer ahead = *lexer;
	struct lex_token token;

	if (!lexer_next(&ahead, &token) || token.first_on_line)
		return;
	directive->word = word_of(&token);
	*lexer = ahead;
}

bool directive_next(struct directive_reader *reader,
		    struct directive *ret_directive)
{
	struct lexer *lexer = &reader->lexer;
	struct lex_token token;
	bool is_behind_code = false;

	while (lexer_next(lexer, &token)) {
		if (!token.in_directive) {
			is_behind_code = true;
			lexer_skip_line(lexer);
			continue;
		}
		*ret_directive = (struct directive){
			.start = token.start,
			.line = token.line,
			.is_behind_code = is_behind_code,
		};
		read_word(lexer, ret_directive);
		ret_directive->rest = lexer->next;
		lexer_skip_line(lexer);
		ret_directive->end = lexer->next;
		ret_directive->last_line = lexer->line;
		return true;
	}
	return false;
}

bool directive_is_conditional(const struct directive *directive)
{
	return directive->word >= DIRECTIVE_IF &&
	       directive->word <= DIRECTIVE_ENDIF;
}

bool directive_is_include(const struct directive *directive)
{
	return directive->word == DIRECTIVE_INCLUDE ||
	       directive->word == DIRECTIVE_INCLUDE_NEXT;
}

/* A lexer of the rest of a directive. */
static void lex_rest(const struct directive *directive, struct lexer *lexer)
{
	lexer_init(lexer, directive->rest,
		   (gsize)(directive->end - directive->rest));
	lexer->at_line_start = false;
	lexer->place = directive_is_include(directive) ? LEX_BEHIND_INCLUDE :
							 LEX_BEHIND;
}

/* Appends the blanks between two tokens. */
static void append_blanks(GString *text, const char *from, const char *to)
{
	for (const char *p = lex_skip_splices(from, to); p < to;
	     p = lex_skip_splices(p + 1, to))
		g_string_append_c(text, *p ? *p : ' ');
}

char *directive_rest(const struct directive *directive)
{
	GString *text = g_string_new(NULL);
	const char *from = directive->rest;
	struct lex_token token;
	struct lexer lexer;

	lex_rest(directive, &lexer);
	lexer.keeps_comments = true;
	for (; lexer_next(&lexer, &token); from = token.start + token.length) {
		g_autofree char *said = token.kind == LEX_COMMENT ?
						g_strdup(" ") :
						lex_token_text(&token);

		append_blanks(text, from, token.start);
		g_string_append(text, said);
	}
	return g_strstrip(g_string_free(text, FALSE));
}

char *directive_name(const struct directive *directive)
{
	struct lex_token token;
	struct lexer lexer;

	lex_rest(directive, &lexer);
	return lexer_next(&lexer, &token) && token.kind == LEX_IDENTIFIER ?
		       lex_token_text(&token) :
		       NULL;
}

/* The name between the quotes of a token; owned, NULL if it has others. */
static char *quoted_name(const struct lex_token *token, char open, char close)
{
	g_autofree char *text = lex_token_text(token);
	gsize length = strlen(text);

	if (length < 2 || text[0] != open || text[length - 1] != close)
		return NULL;
	return g_strndup(text + 1, length - 2);
}

char *directive_quoted(const struct directive *directive)
{
	struct lex_token token;
	struct lexer lexer;

	lex_rest(directive, &lexer);
	while (lexer_next(&lexer, &token)) {
		char *name = token.kind == LEX_LITERAL ?
				     quoted_name(&token, '"', '"') :
				     NULL;

		if (name)
			return name;
	}
	return NULL;
}

bool include_is_of_trace(const struct include *include)
{
	return include->form == INCLUDE_MACRO &&
	       g_str_has_prefix(include->name, "TRACE_INCLUDE(");
}

struct include directive_include(const struct directive *directive)
{
	struct include include = {
		.is_next = directive->word == DIRECTIVE_INCLUDE_NEXT,
	};
	struct lex_token token;
	struct lexer lexer;

	if (!directive_is_include(directive))
		return include;
	lex_rest(directive, &lexer);
	if (!lexer_next(&lexer, &token))
		return include;
	if (token.kind == LEX_IDENTIFIER) {
		include.name = directive_rest(directive);
		include.form = INCLUDE_MACRO;
	} else if ((include.name = quoted_name(&token, '"', '"')) != NULL) {
		include.form = INCLUDE_QUOTED;
	} else if ((include.name = quoted_name(&token, '<', '>')) != NULL) {
		include.form = INCLUDE_ANGLED;
	}
	return include;
}

/* The last place where a text has these bytes, but not before a place. */
static const char *last_of(const char *bytes, const char *from, const char *end)
{
	const gsize length = strlen(bytes);
	const char *p = from;

	while ((p = memmem(p, (gsize)(end - p), bytes, length)) != NULL)
		from = p++;
	return from;
}

/* The same of a splice within a word. */
static const char *last_cut_word(const char *from, const char *end)
{
	const char *p = from + 1;

	while (p < end && (p = memchr(p, '\\', (gsize)(end - p))) != NULL) {
		if (g_ascii_isalpha(p[-1]) && lex_skip_splices(p, end) > p)
			from = p;
		p++;
	}
	return from;
}

/* Includes are at the top, most often: what is below need not be read. */
static const char *last_include(const struct lexer *lexer)
{
	const char *last = lexer->next;

	last = last_of("include", last, lexer->end);
	last = last_of("import", last, lexer->end);
	return last_cut_word(last, lexer->end);
}

bool include_next(struct directive_reader *reader, struct include *ret_include)
{
	struct directive directive;

	if (!reader->last_include)
		reader->last_include = last_include(&reader->lexer);
	while (reader->lexer.next <= reader->last_include &&
	       directive_next(reader, &directive)) {
		*ret_include = directive_include(&directive);
		if (ret_include->form != INCLUDE_NONE)
			return true;
	}
	return false;
}

bool text_includes(const char *text, gsize length, const char *name)
{
	struct directive_reader reader;
	struct include include;
	bool found = false;

	/* Most texts need no second look. */
	if (!memmem(text, length, name, strlen(name)))
		return false;
	directive_reader_init(&reader, text, length);
	while (!found && include_next(&reader, &include)) {
		found = include.form != INCLUDE_MACRO &&
			strcmp(include.name, name) == 0;
		g_free(include.name);
	}
	return found;
}
