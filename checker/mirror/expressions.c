// SPDX-License-Identifier: GPL-2.0-only
/* Reads expressions. A macro is what it looks like: a name, or a call. */
#include <string.h>

#include "term_reader.h"
#include "type_text.h"
#include "words.h"

static struct term *read_unary(struct term_reader *reader);

static struct term *read_list(struct term_reader *reader);

static struct term *read_designated(struct term_reader *reader)
{
	struct term *term;

	if (reader_is(reader, ".") && reader_is_name(reader, 1)) {
		g_autofree char *name =
			g_strconcat(".", reader_peek(reader, 1), NULL);

		reader->at += 2;
		term = reader_make(reader, TERM_DESIGNATED, name);
	} else if (reader_is(reader, "[")) {
		term = reader_make(reader, TERM_DESIGNATED, "[]");
		reader->at++;
		term_add(term, read_assigning(reader));
		reader_expect(reader, "]");
	} else {
		return reader_is(reader, "{") ? read_list(reader) :
						read_assigning(reader);
	}
	reader_expect(reader, "=");
	term_add(term, read_element(reader));
	return term;
}

struct term *read_element(struct term_reader *reader)
{
	struct term *term;

	if (reader_is_lost(reader))
		return reader_make(reader, TERM_NOTHING, "");
	reader->depth++;
	term = read_designated(reader);
	reader->depth--;
	return term;
}

static struct term *read_list(struct term_reader *reader)
{
	struct term *list = reader_make(reader, TERM_LIST, "");

	reader_expect(reader, "{");
	while (!reader->has_failed && !reader_take(reader, "}")) {
		term_add(list, read_element(reader));
		if (!reader_take(reader, ",") && !reader_is(reader, "}"))
			reader->has_failed = true;
	}
	return list;
}

/* Behind "(": a type, a block, or an expression. */
static struct term *read_parenthesis(struct term_reader *reader)
{
	struct term *term;
	const char *type;
	guint length;

	reader->at++;
	if (reader_is(reader, "{")) {
		term = reader_make(reader, TERM_STATEMENTS, "");
		term_add(term, reader->read_block(reader));
		reader_expect(reader, ")");
		return term;
	}
	length = reader_type_length(reader);
	if (length > 0 && strcmp(reader_peek(reader, length), ")") == 0) {
		term = reader_make(reader, TERM_CAST, "");
		type = reader_take_type(reader, length);
		reader->at++;
		term->text = type;
		if (reader_is(reader, "{")) {
			term->kind = TERM_COMPOUND;
			term_add(term, read_list(reader));
		} else {
			term_add(term, read_unary(reader));
		}
		return term;
	}
	term = read_comma(reader);
	reader_expect(reader, ")");
	return term;
}

static struct term *read_primary(struct term_reader *reader)
{
	const struct word *word = reader->words + reader->at;
	struct term *term;
	guint length;

	reader_skip_attributes(reader);
	if (reader->at >= reader->nr || reader->depth > TERM_DEPTH_LIMIT) {
		reader->has_failed = true;
		return reader_make(reader, TERM_NOTHING, "");
	}
	if (reader_is(reader, "("))
		return read_parenthesis(reader);
	word = reader->words + reader->at;
	length = reader_type_length(reader);
	if (length > 0 && (word_is_tag(word->text) || length > 1 ||
			   strcmp(reader_peek(reader, length), "(") != 0)) {
		term = reader_make(reader, TERM_TYPE, "");
		term->text = reader_take_type(reader, length);
		return term;
	}
	switch (word->kind) {
	case LEX_IDENTIFIER:
		reader->has_failed |= word_is_keyword(word->text);
		term = reader_make(reader, TERM_NAME, word->text);
		break;
	case LEX_NUMBER:
		term = reader_make(reader, TERM_NUMBER, word->text);
		break;
	case LEX_LITERAL:
		term = reader_make(reader, TERM_LITERAL, word->text);
		break;
	default:
		reader->has_failed = true;
		term = reader_make(reader, TERM_NOTHING, "");
		break;
	}
	reader->at++;
	return term;
}

static struct term *read_call(struct term_reader *reader, struct term *callee)
{
	struct term *call = reader_make_with(reader, TERM_CALL, "", callee);

	reader->at++;
	while (!reader->has_failed && !reader_is(reader, ")")) {
		/* A macro may be given nothing, or an operator's name. */
		if (reader_is(reader, ","))
			term_add(call, reader_make(reader, TERM_NOTHING, ""));
		else
			term_add(call, reader_is(reader, "{") ?
					       reader->read_block(reader) :
					       read_assigning(reader));
		if (!reader_take(reader, ",") && !reader_is(reader, ")"))
			reader->has_failed = true;
	}
	reader_expect(reader, ")");
	return call;
}

static struct term *read_member(struct term_reader *reader, struct term *owner)
{
	struct term *member;

	if (reader_take(reader, "->"))
		owner = reader_make_with(reader, TERM_UNARY, "*", owner);
	else
		reader->at++;
	if (!reader_is_name(reader, 0))
		reader->has_failed = true;
	member = reader_make_with(reader, TERM_MEMBER, reader_peek(reader, 0),
				  owner);
	reader->at++;
	return member;
}

static struct term *read_postfix(struct term_reader *reader)
{
	struct term *term = read_primary(reader);

	while (!reader->has_failed) {
		if (reader_is(reader, "(")) {
			term = read_call(reader, term);
		} else if (reader_is(reader, "[")) {
			term = reader_make_with(reader, TERM_INDEX, "", term);
			reader->at++;
			term_add(term, read_comma(reader));
			reader_expect(reader, "]");
		} else if (reader_is(reader, ".") || reader_is(reader, "->")) {
			term = read_member(reader, term);
		} else if (reader_is(reader, "++") || reader_is(reader, "--")) {
			term = reader_make_with(reader, TERM_AFTER,
						reader_peek(reader, 0), term);
			reader->at++;
		} else if (reader_is(reader, "##") &&
			   reader_is_name(reader, 1)) {
			/* A macro pastes: all that matters is which words. */
			term = reader_make_with(reader, TERM_BINARY, "##",
						term);
			reader->at++;
			term_add(term, read_primary(reader));
		} else {
			break;
		}
	}
	return term;
}

static struct term *read_size(struct term_reader *reader)
{
	struct term *term = reader_make(reader, TERM_SIZE, "");
	struct term *type;
	guint length;

	reader->at += 2;
	length = reader_type_length(reader);
	if (strcmp(reader->words[reader->at - 1].text, "(") == 0 &&
	    length > 0 && strcmp(reader_peek(reader, length), ")") == 0) {
		type = reader_make(reader, TERM_TYPE, "");
		type->text = reader_take_type(reader, length);
		reader->at++;
		term_add(term, type);
		return term;
	}
	reader->at--;
	term_add(term, read_unary(reader));
	return term;
}

static struct term *read_unary(struct term_reader *reader)
{
	static const char *const signs[] = { "*", "&", "!",  "~",
					     "-", "+", "++", "--" };
	struct term *term;

	if (reader_is_lost(reader))
		return reader_make(reader, TERM_NOTHING, "");
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (!reader_is(reader, signs[i]))
			continue;
		term = reader_make(reader, TERM_UNARY, signs[i]);
		reader->at++;
		reader->depth++;
		term_add(term, read_unary(reader));
		reader->depth--;
		return term;
	}
	if (reader_is(reader, "sizeof"))
		return read_size(reader);
	reader->depth++;
	term = read_postfix(reader);
	reader->depth--;
	return term;
}

/* From the one that binds least to those that bind most. */
static const char *const levels[][5] = {
	{ "||" },
	{ "&&" },
	{ "|" },
	{ "^" },
	{ "&" },
	{ "==", "!=" },
	{ "<", ">", "<=", ">=" },
	{ "<<", ">>" },
	{ "+", "-" },
	{ "*", "/", "%" },
};

static const char *operator_of(const struct term_reader *reader, gsize level)
{
	for (gsize i = 0; levels[level][i]; i++) {
		if (reader_is(reader, levels[level][i]))
			return levels[level][i];
	}
	return NULL;
}

static struct term *read_binary(struct term_reader *reader, gsize level)
{
	struct term *left;
	const char *op;

	if (level == G_N_ELEMENTS(levels))
		return read_unary(reader);
	left = read_binary(reader, level + 1);
	while (!reader->has_failed &&
	       (op = operator_of(reader, level)) != NULL) {
		reader->at++;
		left = reader_make_with(reader, TERM_BINARY, op, left);
		term_add(left, read_binary(reader, level + 1));
	}
	return left;
}

struct term *read_conditional(struct term_reader *reader)
{
	struct term *term = read_binary(reader, 0);

	if (!reader_take(reader, "?"))
		return term;
	term = reader_make_with(reader, TERM_CONDITION, "?", term);
	/* "a ?: b" */
	term_add(term, reader_is(reader, ":") ?
			       term_copy(reader->terms, term_child(term, 0)) :
			       read_comma(reader));
	reader_expect(reader, ":");
	reader->depth++;
	term_add(term, reader_is_lost(reader) ?
			       reader_make(reader, TERM_NOTHING, "") :
			       read_conditional(reader));
	reader->depth--;
	return term;
}

struct term *read_assigning(struct term_reader *reader)
{
	static const char *const signs[] = { "=",  "+=",  "-=", "*=",
					     "/=", "%=",  "&=", "|=",
					     "^=", "<<=", ">>=" };
	struct term *term;

	if (reader_is_lost(reader))
		return reader_make(reader, TERM_NOTHING, "");
	reader->depth++;
	term = read_conditional(reader);
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (!reader_take(reader, signs[i]))
			continue;
		term = reader_make_with(reader, TERM_ASSIGN, signs[i], term);
		term_add(term, read_assigning(reader));
		break;
	}
	reader->depth--;
	return term;
}

struct term *read_comma(struct term_reader *reader)
{
	struct term *term = read_assigning(reader);

	while (!reader->has_failed && reader_take(reader, ",")) {
		term = reader_make_with(reader, TERM_BINARY, ",", term);
		term_add(term, read_assigning(reader));
	}
	return term;
}
