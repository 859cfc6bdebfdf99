// SPDX-License-Identifier: GPL-2.0-only
/* Reads statements; a macro's call with a statement behind it is a loop. */
#include <string.h>

#include "term_reader.h"
#include "type_text.h"
#include "words.h"

/* No helper of 6.12 to 7.1 has a tenth of it; more is compared as it stands. */
enum { WORDS_LIMIT = 4000 };

static void read_statement(struct term_reader *reader, struct term *block);

static struct term *read_block(struct term_reader *reader)
{
	struct term *block = reader_make(reader, TERM_BLOCK, "");

	reader_expect(reader, "{");
	while (!reader->has_failed && reader->at < reader->nr &&
	       !reader_is(reader, "}"))
		read_statement(reader, block);
	reader_expect(reader, "}");
	return block;
}

/* True if a variable is declared here: *ret_length words are its type. */
static bool is_declaration(const struct term_reader *reader, guint *ret_length)
{
	guint length = reader_type_length(reader);

	if (length == 0 && reader_is_name(reader, 0) &&
	    !word_is_keyword(reader_peek(reader, 0))) {
		/* "foo bar" and "foo *bar =", by a type of any name. */
		length = 1;
		while (strcmp(reader_peek(reader, length), "*") == 0)
			length++;
		if (!reader_is_name(reader, length) ||
		    (length > 1 &&
		     !strchr("=;,[", *reader_peek(reader, length + 1))))
			return false;
	}
	*ret_length = length;
	return length > 0 && reader_is_name(reader, length);
}

static void read_declarator(struct term_reader *reader, struct term *block,
			    const char *type)
{
	struct term *variable =
		reader_make(reader, TERM_VARIABLE, reader_peek(reader, 0));
	g_autofree char *array = NULL;

	variable->type = type;
	reader->at++;
	if (reader_take(reader, "[")) {
		if (!reader_is(reader, "]"))
			array = term_write(read_comma(reader));
		reader_expect(reader, "]");
		array = g_strdup_printf("%s [%s]", type, array ? array : "");
		variable->type = terms_text(reader->terms, array);
	}
	reader_skip_attributes(reader);
	if (reader_take(reader, "="))
		term_add(variable, read_element(reader));
	term_add(block, variable);
}

static void read_declaration(struct term_reader *reader, struct term *block,
			     guint length)
{
	guint nr_stars = 0;
	const char *type, *base;
	g_autofree char *without = NULL;

	while (nr_stars < length &&
	       strcmp(reader_peek(reader, length - 1 - nr_stars), "*") == 0)
		nr_stars++;
	without = type_text(reader->words + reader->at, length - nr_stars);
	base = terms_text(reader->terms, without);
	type = reader_take_type(reader, length);
	read_declarator(reader, block, type);
	while (!reader->has_failed && reader_take(reader, ",")) {
		g_autoptr(GString) next = g_string_new(base);

		if (reader_is(reader, "*"))
			g_string_append_c(next, ' ');
		while (reader_take(reader, "*"))
			g_string_append_c(next, '*');
		read_declarator(reader, block,
				terms_text(reader->terms, next->str));
	}
}

/* A statement as a single term. */
static struct term *read_inner(struct term_reader *reader)
{
	struct term *block = reader_make(reader, TERM_BLOCK, "");

	read_statement(reader, block);
	return block;
}

static void read_if(struct term_reader *reader, struct term *block)
{
	struct term *term = reader_make(reader, TERM_IF, "if");

	reader->at++;
	reader_expect(reader, "(");
	term_add(term, read_comma(reader));
	reader_expect(reader, ")");
	term_add(term, read_inner(reader));
	if (reader_take(reader, "else"))
		term_add(term, read_inner(reader));
	term_add(block, term);
}

static struct term *read_clause(struct term_reader *reader, const char *end)
{
	struct term *block = reader_make(reader, TERM_BLOCK, "");
	guint length = 0;

	if (is_declaration(reader, &length))
		read_declaration(reader, block, length);
	else if (!reader_is(reader, end))
		term_add(block, read_comma(reader));
	reader_expect(reader, end);
	return block;
}

static void read_for(struct term_reader *reader, struct term *block)
{
	struct term *term = reader_make(reader, TERM_LOOP, "for");

	reader->at++;
	reader_expect(reader, "(");
	term_add(term, read_clause(reader, ";"));
	term_add(term, read_clause(reader, ";"));
	term_add(term, read_clause(reader, ")"));
	term_add(term, read_inner(reader));
	term_add(block, term);
}

/* while, switch, and a macro that is a loop. */
static void read_headed(struct term_reader *reader, struct term *block,
			enum term_kind kind)
{
	struct term *term = reader_make(reader, kind, reader_peek(reader, 0));

	reader->at++;
	reader_expect(reader, "(");
	term_add(term, read_comma(reader));
	reader_expect(reader, ")");
	term_add(term, read_inner(reader));
	term_add(block, term);
}

static void read_do(struct term_reader *reader, struct term *block)
{
	struct term *term = reader_make(reader, TERM_LOOP, "do");

	reader->at++;
	term_add(term, read_inner(reader));
	reader_expect(reader, "while");
	reader_expect(reader, "(");
	term_add(term, read_comma(reader));
	reader_expect(reader, ")");
	reader_take(reader, ";");
	term_add(block, term);
}

static void read_case(struct term_reader *reader, struct term *block)
{
	struct term *term =
		reader_make(reader, TERM_CASE, reader_peek(reader, 0));

	reader->at++;
	while (!reader->has_failed && !reader_is(reader, ":")) {
		term_add(term, read_conditional(reader));
		if (!reader_take(reader, "..."))
			break;
	}
	reader_expect(reader, ":");
	term_add(block, term);
}

static void read_jump(struct term_reader *reader, struct term *block)
{
	const bool is_goto = reader_take(reader, "goto");

	term_add(block, reader_make(reader, TERM_JUMP, reader_peek(reader, 0)));
	if (is_goto && !reader_is_name(reader, 0))
		reader->has_failed = true;
	reader->at++;
	reader_take(reader, ";");
}

static void read_return(struct term_reader *reader, struct term *block)
{
	struct term *term = reader_make(reader, TERM_RETURN, "return");

	reader->at++;
	if (!reader_is(reader, ";") && reader->at < reader->nr)
		term_add(term, read_comma(reader));
	reader_take(reader, ";");
	term_add(block, term);
}

/* An expression, and what may be behind a macro's call. */
static void read_simple(struct term_reader *reader, struct term *block)
{
	struct term *term = read_comma(reader);
	struct term *loop;

	if (reader_take(reader, ";") || reader->at >= reader->nr ||
	    reader_is(reader, "}") || term->kind != TERM_CALL) {
		term_add(block, term);
		return;
	}
	loop = reader_make_with(reader, TERM_LOOP, "", term);
	term_add(loop, read_inner(reader));
	term_add(block, loop);
}

static bool read_by_keyword(struct term_reader *reader, struct term *block)
{
	if (reader_is(reader, "if"))
		read_if(reader, block);
	else if (reader_is(reader, "for"))
		read_for(reader, block);
	else if (reader_is(reader, "while"))
		read_headed(reader, block, TERM_LOOP);
	else if (reader_is(reader, "switch"))
		read_headed(reader, block, TERM_SWITCH);
	else if (reader_is(reader, "do"))
		read_do(reader, block);
	else if (reader_is(reader, "case") || reader_is(reader, "default"))
		read_case(reader, block);
	else if (reader_is(reader, "return"))
		read_return(reader, block);
	else if (reader_is(reader, "break") || reader_is(reader, "continue") ||
		 reader_is(reader, "goto"))
		read_jump(reader, block);
	else
		return false;
	return true;
}

static void read_statement(struct term_reader *reader, struct term *block)
{
	guint length = 0;

	if (++reader->depth > TERM_DEPTH_LIMIT)
		reader->has_failed = true;
	if (reader->has_failed || reader_take(reader, ";")) {
		reader->depth--;
		return;
	}
	if (reader_is(reader, "{")) {
		term_add(block, read_block(reader));
	} else if (reader_is_name(reader, 0) &&
		   strcmp(reader_peek(reader, 1), ":") == 0 &&
		   !reader_is(reader, "default")) {
		term_add(block, reader_make(reader, TERM_LABEL,
					    reader_peek(reader, 0)));
		reader->at += 2;
	} else if (!read_by_keyword(reader, block)) {
		if (is_declaration(reader, &length)) {
			read_declaration(reader, block, length);
			if (!reader_take(reader, ";") &&
			    reader->at < reader->nr)
				reader->has_failed = true;
		} else {
			read_simple(reader, block);
		}
	}
	reader->depth--;
}

static const char *joined(struct terms *terms, const struct word *words,
			  guint nr)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < nr; i++)
		g_string_append_printf(text, "%s ", words[i].text);
	return terms_text(terms, text->str);
}

/* What could not be read, as it stands. */
static struct term *words_term(struct terms *terms, const struct word *words,
			       guint nr)
{
	struct term *term = term_new(terms, TERM_WORDS, "", NULL);

	/* A machine has written it: who compares its parts is long at it. */
	if (nr > WORDS_LIMIT)
		term->text = joined(terms, words, nr);
	for (guint i = 0; i < nr && nr <= WORDS_LIMIT; i++) {
		struct term *word = term_new(terms,
					     words[i].kind == LEX_IDENTIFIER ?
						     TERM_NAME :
						     TERM_LITERAL,
					     words[i].text, NULL);

		word->line = words[i].line;
		word->column = words[i].column;
		term_add(term, word);
	}
	if (nr > 0) {
		term->line = words[0].line;
		term->column = words[0].column;
	}
	return term;
}

struct term *term_read_expression(struct terms *terms, const struct word *words,
				  guint nr)
{
	struct term_reader reader = { .terms = terms,
				      .words = words,
				      .nr = nr,
				      .read_block = read_block };
	struct term *term;

	if (nr > WORDS_LIMIT)
		return words_term(terms, words, nr);
	term = read_comma(&reader);
	return reader.has_failed || reader.at < nr ?
		       words_term(terms, words, nr) :
		       term;
}

struct term *term_read_body(struct terms *terms, const struct word *words,
			    guint nr)
{
	struct term_reader reader = { .terms = terms,
				      .words = words,
				      .nr = nr,
				      .read_block = read_block };
	struct term *block = reader_make(&reader, TERM_BLOCK, "");

	while (!reader.has_failed && reader.at < nr && nr <= WORDS_LIMIT)
		read_statement(&reader, block);
	if (!reader.has_failed && nr <= WORDS_LIMIT)
		return block;
	block = term_new(terms, TERM_BLOCK, "", NULL);
	term_add(block, words_term(terms, words, nr));
	return block;
}
