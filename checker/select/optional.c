// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which flags of a tree are not always there: by the #if lines around their
 * definitions in the headers that declare them, and by empty definitions.
 */
#include <string.h>

#include "names.h"
#include "text/conditional.h"
#include "text/lexer.h"

#define SYMBOL_PREFIX "CONFIG_"

char *names_flag_stem(const char *name)
{
	const char *start = g_str_has_prefix(name, "VMA_") ? name + 4 :
			    g_str_has_prefix(name, "VM_")  ? name + 3 :
							     NULL;
	char *stem = start ? g_strdup(start) : NULL;

	if (stem && g_str_has_suffix(stem, "_BIT"))
		stem[strlen(stem) - strlen("_BIT")] = '\0';
	return stem;
}

static void add_mark(GHashTable *names, const char *stem, const char *mark,
		     gsize length)
{
	g_hash_table_add(names,
			 g_strdup_printf("%s:%.*s", stem, (int)length, mark));
}

static void add_symbols(GHashTable *names, const char *stem,
			const char *condition)
{
	const char *at = strstr(condition, SYMBOL_PREFIX);

	while (at) {
		gsize length = strlen(SYMBOL_PREFIX);

		while (g_ascii_isalnum(at[length]) || at[length] == '_')
			length++;
		add_mark(names, stem, at, length);
		at = strstr(at + length, SYMBOL_PREFIX);
	}
}

/* The conditions that an offset of a text is under. */
static GPtrArray *conditions_at(const GArray *conditionals, gsize offset)
{
	GPtrArray *open = g_ptr_array_new();

	for (guint i = 0; i < conditionals->len; i++) {
		const struct conditional *conditional =
			&g_array_index(conditionals, struct conditional, i);

		if (conditional->start >= offset)
			break;
		if (conditional->kind == CONDITIONAL_IF)
			g_ptr_array_add(open, conditional->condition);
		else if (open->len > 0 &&
			 conditional->kind == CONDITIONAL_ENDIF)
			g_ptr_array_set_size(open, (gint)open->len - 1);
	}
	return open;
}

/* `#define VM_x VM_NONE` and the like, from behind the name. */
static bool is_empty_body(struct lexer lexer)
{
	struct lex_token token;

	return lexer_next(&lexer, &token) && !token.first_on_line &&
	       (lex_token_is(&token, "VM_NONE") ||
		lex_token_is(&token, "EMPTY_VMA_FLAGS"));
}

struct guard_reader {
	GHashTable *names;
	const char *text;
	GArray *conditionals;
};

static void learn_definition(const struct guard_reader *reader,
			     const char *name, const char *at, bool is_empty)
{
	g_autofree char *stem = names_flag_stem(name);
	g_autoptr(GPtrArray) open =
		conditions_at(reader->conditionals, (gsize)(at - reader->text));

	if (!stem)
		return;
	if (is_empty)
		add_mark(reader->names, stem, "empty", strlen("empty"));
	for (guint i = 0; i < open->len; i++)
		add_symbols(reader->names, stem, g_ptr_array_index(open, i));
}

static void learn_bit(const struct guard_reader *reader, struct lexer lexer,
		      bool is_alias)
{
	struct lex_token open, token;
	g_autofree char *name = NULL;

	if (!lexer_next(&lexer, &open) || !lex_token_is(&open, "(") ||
	    !lexer_next(&lexer, &token) || token.kind != LEX_IDENTIFIER)
		return;
	name = g_strdup_printf("VMA_%.*s_BIT", (int)token.length, token.start);
	learn_definition(reader, name, token.start, false);
	if (is_alias)
		g_hash_table_add(reader->names,
				 g_strdup_printf("%.*s:alias",
						 (int)token.length,
						 token.start));
}

void names_learn_guards(GHashTable *names, const char *text, gsize length)
{
	struct guard_reader reader = {
		.names = names,
		.text = text,
		.conditionals = conditionals_read(text, length),
	};
	struct lex_token token, previous = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		g_autofree char *name = NULL;

		if (previous.start && lex_token_is(&previous, "define")) {
			name = g_strndup(token.start, token.length);
			learn_definition(&reader, name, token.start,
					 is_empty_body(lexer));
		} else if (lex_token_is(&token, "DECLARE_VMA_BIT")) {
			learn_bit(&reader, lexer, false);
		} else if (lex_token_is(&token, "DECLARE_VMA_BIT_ALIAS")) {
			learn_bit(&reader, lexer, true);
		}
		previous = token;
	}
	g_array_unref(reader.conditionals);
}
