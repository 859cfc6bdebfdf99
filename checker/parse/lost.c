// SPDX-License-Identifier: GPL-2.0-only
/*
 * clang 19 drops a statement that uses a name that is declared nowhere, and an
 * if or a loop with it whose only branch that statement is.
 */
#include "lost.h"

#include "facts/facts.h"
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
