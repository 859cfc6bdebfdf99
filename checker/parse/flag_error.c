// SPDX-License-Identifier: GPL-2.0-only
/* Reads the messages of clang 17 to 19. */
#include "flag_error.h"

#include <string.h>

#include "clang_handles.h"
#include "facts/facts.h"
#include "lower.h"

/* What a message quotes, but for what a typedef stands for; owned. */
static GPtrArray *quoted_words(const char *message)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	const char *open = strchr(message, '\'');

	while (open) {
		const char *close = strchr(open + 1, '\'');
		static const char aka[] = "(aka ";
		bool is_meaning = open - message >= (gssize)strlen(aka) &&
				  g_str_has_prefix(open - strlen(aka), aka);

		if (!close)
			break;
		if (!is_meaning)
			g_ptr_array_add(
				words,
				g_strndup(open + 1, (gsize)(close - open - 1)));
		open = strchr(close + 1, '\'');
	}
	return words;
}

/* Messages about types: which of the quoted ones is had, and which wanted. */
static const struct type_message {
	const char *begin, *middle;
	guint from, to; /* 1 or 2; 0 if it names none */
} type_messages[] = {
	{ "passing '", "to parameter of incompatible type", 1, 2 },
	{ "returning '", "with incompatible result type", 1, 2 },
	{ "assigning to '", "from incompatible type", 2, 1 },
	{ "initializing '", "with an expression of incompatible type", 2, 1 },
	{ "invalid operands to binary expression", "", 1, 0 },
	{ "invalid argument type", "", 1, 0 },
	{ "used type '", "where arithmetic", 1, 0 },
	{ "operand of type '", "where arithmetic", 1, 0 },
	{ "statement requires expression of", "", 1, 0 },
};

static const char *word_of(const GPtrArray *words, guint nr)
{
	return nr > 0 && nr <= words->len ? g_ptr_array_index(words, nr - 1) :
					    "";
}

static bool read_type(const char *message, const GPtrArray *words,
		      struct code_error *error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(type_messages); i++) {
		const struct type_message *row = &type_messages[i];

		if (!g_str_has_prefix(message, row->begin) ||
		    !strstr(message, row->middle))
			continue;
		error->kind = CODE_ERROR_TYPE;
		error->from = word_of(words, row->from);
		error->to = word_of(words, row->to);
		/* `mask & bitmap`: the bitmap is what is no operand. */
		if (row->to == 0 && is_bitmap_spelling(word_of(words, 2)))
			error->from = word_of(words, 2);
		return true;
	}
	return false;
}

static bool read_message(const char *message, const GPtrArray *words,
			 struct code_error *error)
{
	error->name = error->record = error->from = error->to = "";
	if (g_str_has_prefix(message, "no member named '") && words->len > 1) {
		error->kind = CODE_ERROR_MEMBER;
		error->name = word_of(words, 1);
		error->record = word_of(words, 2);
		return true;
	}
	if (g_str_has_prefix(message, "use of undeclared identifier '") ||
	    g_str_has_prefix(message, "unknown type name '")) {
		error->kind = CODE_ERROR_NAME;
		error->name = word_of(words, 1);
		return true;
	}
	return read_type(message, words, error);
}

/* The value that is marked, or the name at the place of the message. */
static void find_place(struct lowering *lowering, CXDiagnostic diagnostic,
		       struct code_error *error)
{
	CXSourceLocation at = clang_getDiagnosticLocation(diagnostic);
	CXSourceRange range = clang_getRange(at, at);
	const char *text = lowering->facts->text;
	gsize length = strlen(error->name);

	if (error->kind == CODE_ERROR_TYPE &&
	    clang_getDiagnosticNumRanges(diagnostic) > 0)
		range = clang_getDiagnosticRange(diagnostic, 0);
	error->at = lower_range(lowering, range);
	if (length == 0 ||
	    error->at.offset + length > lowering->facts->text_length ||
	    strncmp(text + error->at.offset, error->name, length) != 0)
		return;
	error->at.end_offset = error->at.offset + (guint32)length;
	error->at.end_line = error->at.line;
	error->at.end_column = error->at.column + (guint32)length;
}

static bool is_known(const struct unit_facts *facts,
		     const struct code_error *error)
{
	for (guint i = 0; i < facts->errors->len; i++) {
		const struct code_error *other =
			&g_array_index(facts->errors, struct code_error, i);

		if (other->kind == error->kind &&
		    other->at.offset == error->at.offset)
			return true;
	}
	return false;
}

static void keep(struct unit_facts *facts, const char **text)
{
	*text = facts_string(facts, *text);
}

bool flag_error_add(struct lowering *lowering, CXDiagnostic diagnostic)
{
	AUTO_RELEASE(string)
	CXString spelling = clang_getDiagnosticSpelling(diagnostic);
	const char *message = clang_getCString(spelling);
	g_autoptr(GPtrArray) words = quoted_words(message);
	struct unit_facts *facts = lowering->facts;
	struct code_error error = { 0 };

	if (!read_message(message, words, &error) ||
	    !code_error_is_of_flags(facts, &error))
		return false;
	find_place(lowering, diagnostic, &error);
	if (strcmp(error.at.path, facts->path) != 0)
		return false;
	keep(facts, &error.name);
	keep(facts, &error.record);
	keep(facts, &error.from);
	keep(facts, &error.to);
	if (!is_known(facts, &error))
		g_array_append_val(facts->errors, error);
	return true;
}
