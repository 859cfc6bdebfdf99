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

bool facts_guards_flag(const struct unit_facts *facts, const char *condition,
		       guint32 index)
{
	static const char prefix[] = "CONFIG_";
	g_autofree char *stem = facts_flag_stem(facts, index);
	const char *at = stem ? strstr(condition, prefix) : NULL;

	while (at) {
		gsize length = strlen(prefix);
		g_autofree char *mark = NULL;

		while (g_ascii_isalnum(at[length]) || at[length] == '_')
			length++;
		mark = g_strdup_printf("%s:%.*s", stem, (int)length, at);
		if (facts_tree_has(facts, mark))
			return true;
		at = strstr(at + length, prefix);
	}
	return false;
}

/* CONFIG_MMU decides about whole files: their Makefile asks for it. */
static bool has_symbol(const struct unit_facts *facts, const char *stem)
{
	g_autofree char *prefix = g_strconcat(stem, ":CONFIG_", NULL);
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, facts->names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (g_str_has_prefix(name, prefix) &&
		    strcmp((const char *)name + strlen(prefix), "MMU") != 0)
			return true;
	}
	return false;
}

enum flag_lacking facts_lacking(const struct unit_facts *facts,
				const char *stem)
{
	g_autofree char *empty = g_strconcat(stem, ":empty", NULL);
	g_autofree char *alias = g_strconcat(stem, ":alias", NULL);

	if (!facts_tree_has(facts, empty))
		return LACKING_NEVER;
	if (facts_tree_has(facts, alias))
		return LACKING_ALIAS;
	return has_symbol(facts, stem) ? LACKING_MASK : LACKING_NEVER;
}

char *facts_advise_optional(const struct unit_facts *facts, const char *stem)
{
	g_autofree char *bitmap = g_strconcat("VMA_", stem, NULL);
	g_autofree char *mask = g_strconcat("VM_", stem, NULL);

	if (facts_tree_has(facts, bitmap) &&
	    facts_tree_calls(facts, "vma_test_single_mask"))
		return g_strdup_printf("test the mask %s with "
				       "vma_test_single_mask()",
				       bitmap);
	if (facts_tree_has(facts, mask))
		return g_strdup_printf("test a word with '& %s', which is 0 "
				       "where there is no such flag",
				       mask);
	return g_strdup("put it under the condition that gives it its "
			"meaning");
}

char *facts_function_text(const struct unit_facts *facts, guint32 function)
{
	const struct code_place *at = &facts_function(facts, function)->at;

	if (!at->path || strcmp(at->path, facts->path) != 0 ||
	    at->end_offset > facts->text_length)
		return g_strdup("");
	return g_strndup(facts->text + at->offset, at->end_offset - at->offset);
}
