// SPDX-License-Identifier: GPL-2.0-only
/*
 * clang 19 drops a statement that uses a name that is declared nowhere, and an
 * if or a loop with it whose only branch that statement is.
 */
#include "lost.h"

#include <string.h>

#include "facts/facts.h"
#include "parse.h"
#include "text/lexer.h"

/* Statement or not: the innermost node around the offset; 0 if there is none.
 */
static guint32 innermost(const struct unit_facts *facts,
			 const struct function *function, guint32 offset)
{
	guint32 found = 0;

	for (guint32 i = function->body; i && i < function->end; i++) {
		const struct code_place *at = &facts_node(facts, i)->at;

		if (at->offset <= offset && offset < at->end_offset)
			found = i;
	}
	return found;
}

static bool is_control(const struct lex_token *token)
{
	static const char *const words[] = { "if",    "else",	 "for",
					     "while", "do",	 "switch",
					     "case",  "default", "goto",
					     "return" };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (lex_token_is(token, words[i]))
			return true;
	}
	return false;
}

static bool ends_statement(const struct lex_token *token)
{
	return lex_token_is(token, ";") || lex_token_is(token, "{") ||
	       lex_token_is(token, "}");
}

/* What stands around an offset up to the ends of statements, in bytes. */
struct text_span {
	gsize from, to;
};

/* The state of a reader of statements between two tokens. */
struct statement_state {
	guint brackets; /* open ones of ( */
	bool is_head;	/* they are those of an if, for, while or switch */
};

static bool opens_head(const struct lex_token *token)
{
	return lex_token_is(token, "if") || lex_token_is(token, "for") ||
	       lex_token_is(token, "while") || lex_token_is(token, "switch");
}

/* True if a statement, or the head of one, ends with a token. */
static bool is_end(struct statement_state *state, const struct lex_token *token)
{
	if (token->in_directive)
		return false;
	if (state->brackets == 0 && opens_head(token))
		state->is_head = true;
	if (lex_token_is(token, "("))
		state->brackets++;
	if (lex_token_is(token, ")") && state->brackets > 0) {
		state->brackets--;
		if (state->brackets == 0 && state->is_head) {
			state->is_head = false;
			return true;
		}
	}
	if (!ends_statement(token) ||
	    (state->brackets > 0 && lex_token_is(token, ";")))
		return false;
	*state = (struct statement_state){ 0 };
	return true;
}

/*
 * The text of the statement around an offset of a function; the condition of
 * an if or a loop is one by itself.
 */
static struct text_span statement_at(const struct unit_facts *facts,
				     const struct function *function,
				     guint32 offset)
{
	const gsize start = function->at.offset;
	const gsize end = MIN(function->at.end_offset, facts->text_length);
	struct text_span extent = { start, end };
	struct statement_state state = { 0 };
	struct lex_token token;
	struct lexer lexer;

	if (start >= end)
		return extent;
	lexer_init(&lexer, facts->text + start, end - start);
	while (lexer_next(&lexer, &token)) {
		const gsize behind =
			(gsize)(token.start - facts->text) + token.length;

		if (!is_end(&state, &token))
			continue;
		if (behind > offset) {
			extent.to = behind;
			break;
		}
		extent.from = behind;
	}
	return extent;
}

/* Words in the names of what locks, or changes areas: any case. */
static bool may_lock(const struct lex_token *token)
{
	static const char *const parts[] = { "lock", "down",  "up_",   "vma",
					     "mmap", "remap", "guard", "flag" };
	g_autofree char *text = lex_token_text(token);
	g_autofree char *name = g_ascii_strdown(text, -1);

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (strstr(name, parts[i]))
			return true;
	}
	return false;
}

/* A flag that is given to a call is changed by it, whatever it is called. */
static bool is_flag(const struct lex_token *token)
{
	g_autofree char *name = lex_token_text(token);

	return g_str_has_prefix(name, "VM_") || g_str_has_prefix(name, "VMA_");
}

bool lost_decides(const struct unit_facts *facts,
		  const struct function *function, guint32 offset)
{
	const struct text_span extent = statement_at(facts, function, offset);
	struct lex_token token, before = { .kind = LEX_END };
	bool is_call = false, has_flag = false;
	struct lexer lexer;

	lexer_init(&lexer, facts->text + extent.from, extent.to - extent.from);
	while (lexer_next(&lexer, &token)) {
		if (is_control(&token))
			return true;
		if (before.kind == LEX_IDENTIFIER &&
		    lex_token_is(&token, "(")) {
			if (may_lock(&before))
				return true;
			is_call = true;
		}
		has_flag |= is_flag(&token);
		before = token;
	}
	return is_call && has_flag;
}

struct line_range lost_statement(const struct unit_facts *facts,
				 const struct function *function,
				 guint32 offset)
{
	const struct text_span extent = statement_at(facts, function, offset);
	struct line_range lines = { 0, 0 };
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, facts->text + extent.from, extent.to - extent.from);
	lexer.line += lex_count_lines(facts->text, facts->text + extent.from);
	while (lexer_next(&lexer, &token)) {
		if (lines.first == 0)
			lines.first = token.line;
		lines.last = token.line;
	}
	return lines;
}

/* True if what stands between the offset and the statement before decides. */
static bool begins_with_control(const struct unit_facts *facts,
				const struct function *function, guint32 offset)
{
	bool is_first = true, decides = false;
	struct lex_token token;
	struct lexer lexer;

	if (offset > facts->text_length || offset < function->at.offset)
		return true;
	lexer_init(&lexer, facts->text + function->at.offset,
		   offset - function->at.offset);
	while (lexer_next(&lexer, &token)) {
		if (is_first)
			decides = is_control(&token);
		is_first = ends_statement(&token);
		if (is_first)
			decides = false;
	}
	return decides;
}

static bool lost_control(const struct unit_facts *facts,
			 const struct function *function, guint32 offset)
{
	guint32 node = innermost(facts, function, offset);

	return (node == 0 || facts_node(facts, node)->kind >= NODE_BLOCK) &&
	       begins_with_control(facts, function, offset);
}

void lost_mark_functions(struct unit_facts *facts)
{
	for (guint i = 1; i < facts->functions->len; i++) {
		struct function *function =
			&g_array_index(facts->functions, struct function, i);

		function->has_lost_paths |= function->has_errors;
		for (guint k = 0; k < facts->errors->len; k++) {
			guint32 offset = g_array_index(facts->errors,
						       struct code_error, k)
						 .at.offset;

			if (offset >= function->at.offset &&
			    offset < function->at.end_offset &&
			    lost_control(facts, function, offset))
				function->has_lost_paths = true;
		}
	}
}
