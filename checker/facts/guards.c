// SPDX-License-Identifier: GPL-2.0-only
/* What code asks of the configuration: around a line, and in a function. */
#include <string.h>

#include "facts.h"
#include "facts/kinds/kinds.h"
#include "text/conditional.h"
#include "text/lexer.h"

/* #elif and #else stand for what the branches before them did not take. */
static void take_conditional(GPtrArray *conditions,
			     const struct conditional *conditional)
{
	char *before = NULL;

	if (conditional->kind != CONDITIONAL_IF)
		before = g_ptr_array_steal_index(conditions,
						 conditions->len - 1);
	if (conditional->kind != CONDITIONAL_ENDIF)
		g_ptr_array_add(conditions,
				g_strconcat(before ? before : "",
					    before ? " " : "",
					    conditional->condition, NULL));
	g_free(before);
}

char *facts_guards(const struct unit_facts *facts, guint line)
{
	g_autoptr(GPtrArray) conditions =
		g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) conditionals =
		conditionals_read(facts->text ? facts->text : "",
				  facts->text ? facts->text_length : 0);

	for (guint i = 0; i < conditionals->len; i++) {
		const struct conditional *conditional =
			&g_array_index(conditionals, struct conditional, i);

		if (conditional->last_line >= line)
			break;
		take_conditional(conditions, conditional);
	}
	g_ptr_array_add(conditions, NULL);
	return g_strjoinv(" && ", (char **)conditions->pdata);
}

bool facts_function_asks(const struct unit_facts *facts, guint32 function,
			 const char *symbol)
{
	const struct code_place *at = &facts_function(facts, function)->at;
	struct lex_token token;
	struct lexer lexer;

	if (strcmp(at->path, facts->path) != 0 ||
	    at->end_offset > facts->text_length)
		return false;
	lexer_init(&lexer, facts->text + at->offset,
		   at->end_offset - at->offset);
	while (lexer_next(&lexer, &token)) {
		if (lex_token_is(&token, "IS_ENABLED") &&
		    lexer_next(&lexer, &token) && lex_token_is(&token, "(") &&
		    lexer_next(&lexer, &token) && lex_token_is(&token, symbol))
			return true;
	}
	return false;
}
