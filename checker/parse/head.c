// SPDX-License-Identifier: GPL-2.0-only
#include "head.h"

#include <string.h>

#include "text/lexer.h"

/* The state between two tokens of the file. */
struct head_state {
	const struct head_reader *reader;
	GArray *items;	   /* struct head_item: since the last end */
	guint braces;	   /* open ones */
	guint brackets;	   /* open ones, of ( and [ */
	const char *group; /* where the outermost bracket opened */
	guint32 group_line;
	bool is_initializer; /* a = was among them */
	char last;	     /* punctuator at file scope: ; } ) or others */
};

static void item_clear(gpointer data)
{
	g_free(((struct head_item *)data)->text);
}

static GArray *items_new(void)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct head_item));

	g_array_set_clear_func(items, item_clear);
	return items;
}

static void add_item(const struct head_state *reading, enum head_kind kind,
		     const char *start, gsize length, guint32 line)
{
	struct head_item item = {
		.kind = kind,
		.text = g_strndup(start, length),
		.line = line,
		.offset = (gsize)(start - reading->reader->text),
	};

	g_array_append_val(reading->items, item);
}

static void end_item(struct head_state *reading, char last)
{
	g_array_set_size(reading->items, 0);
	reading->is_initializer = false;
	reading->last = last;
}

static void open_bracket(struct head_state *reading,
			 const struct lex_token *token)
{
	if (reading->brackets++ > 0)
		return;
	reading->group = token->start;
	reading->group_line = token->line;
}

static void close_bracket(struct head_state *reading,
			  const struct lex_token *token)
{
	if (reading->brackets == 0)
		return;
	reading->brackets--;
	if (reading->brackets > 0)
		return;
	add_item(reading, HEAD_GROUP, reading->group,
		 (gsize)(token->start + 1 - reading->group),
		 reading->group_line);
	reading->last = ')';
}

static void open_brace(struct head_state *reading)
{
	const struct head_reader *reader = reading->reader;

	if (reading->braces++ == 0 && !reading->is_initializer && reader->head)
		reader->head(reader->context, reading->items);
}

static void close_brace(struct head_state *reading)
{
	if (reading->braces > 0)
		reading->braces--;
	if (reading->braces == 0 && !reading->is_initializer)
		end_item(reading, '}');
}

/* Punctuation at file scope, outside of brackets. */
static void read_mark(struct head_state *reading, const struct lex_token *token)
{
	if (*token->start == ';') {
		end_item(reading, ';');
		return;
	}
	reading->is_initializer |= *token->start == '=';
	reading->last = *token->start;
	add_item(reading, HEAD_OTHER, token->start, token->length, token->line);
}

/* True if brackets and braces are all that the token is. */
static bool read_nesting(struct head_state *reading,
			 const struct lex_token *token)
{
	if (token->kind != LEX_PUNCTUATOR)
		return false;
	switch (*token->start) {
	case '{':
		if (reading->brackets == 0)
			open_brace(reading);
		return true;
	case '}':
		if (reading->brackets == 0)
			close_brace(reading);
		return true;
	case '(':
	case '[':
		if (reading->braces == 0)
			open_bracket(reading, token);
		return true;
	case ')':
	case ']':
		if (reading->braces == 0)
			close_bracket(reading, token);
		return true;
	default:
		return false;
	}
}

static void read_word(struct head_state *reading, const struct lex_token *token)
{
	const struct head_reader *reader = reading->reader;

	if (reader->start && (!reading->last || strchr(";})", reading->last)))
		reader->start(reader->context,
			      (gsize)(token->start - reader->text));
	reading->last = 'w';
	add_item(reading, HEAD_WORD, token->start, token->length, token->line);
}

static void read_token(struct head_state *reading,
		       const struct lex_token *token)
{
	if (read_nesting(reading, token) || reading->braces > 0 ||
	    reading->brackets > 0)
		return;
	if (token->kind == LEX_IDENTIFIER)
		read_word(reading, token);
	else
		read_mark(reading, token);
}

void heads_read(const struct head_reader *reader)
{
	struct head_state reading = { .reader = reader, .items = items_new() };
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, reader->text, reader->length);
	while (lexer_next(&lexer, &token)) {
		if (!token.in_directive &&
		    !reader->skips(reader->context, token.line))
			read_token(&reading, &token);
	}
	g_array_unref(reading.items);
}

void heads_mentioned(const struct head_reader *reader, GHashTable *words)
{
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, reader->text, reader->length);
	while (lexer_next(&lexer, &token)) {
		if (token.in_directive && token.kind == LEX_IDENTIFIER)
			g_hash_table_add(words,
					 g_strndup(token.start, token.length));
	}
}

static void free_items(gpointer data)
{
	g_array_unref(data);
}

GPtrArray *head_parameters(const struct head_item *group)
{
	GPtrArray *parameters = g_ptr_array_new_with_free_func(free_items);
	const gsize length = strlen(group->text);
	const struct head_reader inner = {
		.text = length > 1 ? group->text + 1 : "",
		.length = length > 1 ? length - 2 : 0,
	};
	struct head_state reading = { .reader = &inner, .items = items_new() };
	struct lex_token token;
	struct lexer lexer;

	g_ptr_array_add(parameters, reading.items);
	lexer_init(&lexer, inner.text, inner.length);
	while (lexer_next(&lexer, &token)) {
		token.line += group->line - 1;
		if (reading.brackets == 0 && lex_token_is(&token, ",")) {
			reading.items = items_new();
			g_ptr_array_add(parameters, reading.items);
		} else {
			read_token(&reading, &token);
		}
	}
	return parameters;
}
