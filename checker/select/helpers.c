// SPDX-License-Identifier: GPL-2.0-only
/* Finds the inline functions of a header; helper_body.c reads what they do. */
#include "helpers.h"

#include "helper_body.h"
#include "names.h"

static enum helper_type type_of(const struct lex_token *token)
{
	return lex_token_is(token, "vm_area_struct") ? HELPER_VMA :
	       lex_token_is(token, "vm_area_desc")   ? HELPER_DESCRIPTOR :
	       lex_token_is(token, "vma_flags_t")    ? HELPER_BITMAP :
	       lex_token_is(token, "vma_flag_t")     ? HELPER_BIT :
	       lex_token_is(token, "vm_flags_t")     ? HELPER_WORD :
						       HELPER_OTHER;
}

/* From behind the opening parenthesis to behind the closing one. */
static void read_parameters(struct helper *helper, struct lexer *lexer)
{
	struct helper_parameter parameter = { 0 };
	struct lex_token token;
	guint depth = 1;

	while (depth > 0 && lexer_next(lexer, &token)) {
		depth += lex_token_is(&token, "(");
		depth -= lex_token_is(&token, ")");
		if (depth == 0 || (depth == 1 && lex_token_is(&token, ","))) {
			if (helper->nr_parameters < HELPER_PARAMETERS)
				helper->parameters[helper->nr_parameters++] =
					parameter;
			parameter = (struct helper_parameter){ 0 };
		} else if (lex_token_is(&token, "const")) {
			parameter.is_const = true;
		} else if (lex_token_is(&token, "*")) {
			parameter.is_pointer = true;
		} else if (token.kind == LEX_IDENTIFIER) {
			if (type_of(&token) != HELPER_OTHER)
				parameter.type = type_of(&token);
			parameter.name = token;
		}
	}
}

/* From behind the opening brace to behind the closing one. */
static void read_tokens(struct helper *helper, struct lexer *lexer)
{
	struct lex_token token;
	guint depth = 1;

	while (lexer_next(lexer, &token)) {
		depth += lex_token_is(&token, "{");
		depth -= lex_token_is(&token, "}");
		if (depth == 0)
			return;
		if (!token.in_directive && helper->body->len < HELPER_TOKENS)
			g_array_append_val(helper->body, token);
	}
}

/* A name and its parameters at file scope, and perhaps a body. */
static void read_function(GHashTable *names, const struct lex_token *name,
			  struct lexer *lexer)
{
	struct helper helper = { .names = names, .name = *name };
	struct lex_token token;
	struct lexer behind;

	read_parameters(&helper, lexer);
	behind = *lexer;
	if (!lexer_next(&behind, &token) || !lex_token_is(&token, "{"))
		return;
	*lexer = behind;
	helper.body = g_array_new(FALSE, FALSE, sizeof(struct lex_token));
	read_tokens(&helper, lexer);
	if (helper.nr_parameters > 0 && helper.parameters[0].is_pointer)
		helper_learn(&helper);
	g_array_unref(helper.body);
}

static void add_mark(GHashTable *names, const struct lex_token *name,
		     const char *mark)
{
	g_autofree char *text = lex_token_text(name);

	g_hash_table_add(names, g_strconcat(text, mark, NULL));
}

/* A macro does what the helper does that it gives its first parameter to. */
static void learn_wrapper(GHashTable *names, const struct lex_token *name,
			  const struct lex_token *helper)
{
	static const char *const marks[] = {
		":helper:vma", ":helper:bitmap", ":helper:descriptor",
		":locks",      ":asserts-lock",	 ":sets:2",
		":clears:2",   ":becomes:2",
	};
	g_autofree char *text = lex_token_text(helper);

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *known = g_strconcat(text, marks[i], NULL);

		if (g_hash_table_contains(names, known))
			add_mark(names, name, marks[i]);
	}
}

/* `#define set_flags(vma, ...) helper(vma, ..)' from behind its "define". */
static void read_macro(GHashTable *names, struct lexer lexer)
{
	struct lex_token name, first, token, last = { 0 };

	if (!lexer_next(&lexer, &name) || name.kind != LEX_IDENTIFIER ||
	    name.start + name.length >= lexer.end ||
	    name.start[name.length] != '(' || !lexer_next(&lexer, &token) ||
	    !lexer_next(&lexer, &first))
		return;
	while (lexer_next(&lexer, &token) && token.in_directive &&
	       !token.first_on_line && !lex_token_is(&token, ")"))
		;
	while (lexer_next(&lexer, &token) && !token.first_on_line) {
		if (lex_token_is(&token, "(") && last.kind == LEX_IDENTIFIER) {
			struct lexer behind = lexer;
			g_autofree char *wanted = lex_token_text(&first);
			struct lex_token argument;

			if (!lexer_next(&behind, &argument))
				return;
			if (lex_token_is(&argument, wanted))
				learn_wrapper(names, &name, &last);
			else if (lex_token_is(&argument, "EMPTY_VMA_FLAGS"))
				add_mark(names, &name, ":makes-bitmap");
			return;
		}
		last = token;
	}
}

void names_learn_helpers(GHashTable *names, const char *text, gsize length)
{
	struct lex_token token, last = { 0 };
	struct lexer lexer;
	guint depth = 0;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.in_directive) {
			if (lex_token_is(&token, "define"))
				read_macro(names, lexer);
			continue;
		}
		if (lex_token_is(&token, "{"))
			depth++;
		else if (lex_token_is(&token, "}"))
			depth -= depth > 0;
		else if (depth == 0 && lex_token_is(&token, "(") &&
			 last.kind == LEX_IDENTIFIER)
			read_function(names, &last, &lexer);
		last = token;
	}
}
