// SPDX-License-Identifier: GPL-2.0-only
/* Steps through words, and tells which of them are a type. */
#include "term_reader.h"

#include <string.h>

#include "type_text.h"
#include "words.h"

const char *reader_peek(const struct term_reader *reader, guint ahead)
{
	return reader->at + ahead < reader->nr ?
		       reader->words[reader->at + ahead].text :
		       "";
}

bool reader_is(const struct term_reader *reader, const char *text)
{
	return strcmp(reader_peek(reader, 0), text) == 0;
}

bool reader_take(struct term_reader *reader, const char *text)
{
	if (!reader_is(reader, text))
		return false;
	reader->at++;
	return true;
}

void reader_expect(struct term_reader *reader, const char *text)
{
	if (!reader_take(reader, text))
		reader->has_failed = true;
}

bool reader_is_name(const struct term_reader *reader, guint ahead)
{
	return reader->at + ahead < reader->nr &&
	       reader->words[reader->at + ahead].kind == LEX_IDENTIFIER;
}

struct term *reader_make(struct term_reader *reader, enum term_kind kind,
			 const char *text)
{
	struct term *term = term_new(reader->terms, kind, text, NULL);
	const guint at = MIN(reader->at, reader->nr > 0 ? reader->nr - 1 : 0);

	if (reader->nr > 0) {
		term->line = reader->words[at].line;
		term->column = reader->words[at].column;
	}
	return term;
}

struct term *reader_make_with(struct term_reader *reader, enum term_kind kind,
			      const char *text, struct term *child)
{
	struct term *term = term_new(reader->terms, kind, text, child);

	term_add(term, child);
	return term;
}

bool reader_is_lost(struct term_reader *reader)
{
	if (reader->depth > TERM_DEPTH_LIMIT)
		reader->has_failed = true;
	return reader->has_failed;
}

void reader_skip_attributes(struct term_reader *reader)
{
	while (reader->at < reader->nr &&
	       word_is_attribute(reader_peek(reader, 0)))
		reader->at++;
}

/* How many words from here on are a type; 0: none begins here. */
guint reader_type_length(const struct term_reader *reader)
{
	guint length = 0;
	bool has_base = false;

	while (reader->at + length < reader->nr) {
		const char *word = reader_peek(reader, length);

		if (word_is_tag(word) && reader_is_name(reader, length + 1)) {
			length += 2;
			has_base = true;
		} else if (word_is_attribute(word) || word_is_qualifier(word)) {
			length++;
		} else if (has_base && strcmp(word, "*") == 0) {
			length++;
		} else if (type_begins(word) &&
			   (!has_base || !g_str_has_suffix(word, "_t"))) {
			length++;
			has_base = true;
		} else {
			break;
		}
	}
	return has_base ? length : 0;
}

const char *reader_take_type(struct term_reader *reader, guint length)
{
	g_autofree char *text = type_text(reader->words + reader->at, length);

	reader->at += length;
	return terms_text(reader->terms, text);
}
