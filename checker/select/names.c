// SPDX-License-Identifier: GPL-2.0-only
/* Learns flag names from headers; reads them as tokens, parses nothing. */
#include "names.h"

#include <string.h>

#include "text/lexer.h"
#include "text/name_set.h"

/* Members and types that carry flags in one era or another, 2.6 to 7.x. */
static const char *const seeds[] = {
	"vm_flags",	  "__vm_flags",		 "__vma_flags",
	"vma_flags",	  "vm_flags_t",		 "vma_flag_t",
	"vma_flags_t",	  "def_flags",		 "vm_flags_init",
	"vm_flags_set",	  "vm_flags_clear",	 "vm_flags_mod",
	"vm_flags_reset", "vm_flags_reset_once", "__vm_flags_mod",
};

/* Names of include/linux/mm.h, 6.1 to 7.x, that begin as masks do. */
static const char *const foreign_prefixes[] = {
	"VM_BUG_ON",  "VM_WARN",      "VM_FAULT_",	 "VM_UNMAPPED_AREA",
	"VM_REFCNT_", "VMA_ITERATOR", "VMA_LOCK_OFFSET", "VMA_PAD",
};

GHashTable *names_new(void)
{
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(seeds); i++)
		g_hash_table_add(names, g_strdup(seeds[i]));
	return names;
}

static bool is_foreign(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(foreign_prefixes); i++) {
		if (g_str_has_prefix(name, foreign_prefixes[i]))
			return true;
	}
	return false;
}

static bool is_mask_name(const char *name)
{
	return (g_str_has_prefix(name, "VM_") ||
		g_str_has_prefix(name, "VMA_")) &&
	       !is_foreign(name);
}

static bool is_flag_type(const struct lex_token *token)
{
	return lex_token_is(token, "vm_flags_t") ||
	       lex_token_is(token, "vma_flag_t") ||
	       lex_token_is(token, "vma_flags_t");
}

/* DECLARE_VMA_BIT(NAME, ..) and DECLARE_VMA_BIT_ALIAS(NAME, ..), 6.19. */
static void learn_bit(GHashTable *names, struct lexer *lexer)
{
	struct lex_token open, name;
	g_autofree char *text = NULL;

	if (!lexer_next(lexer, &open) || !lex_token_is(&open, "(") ||
	    !lexer_next(lexer, &name) || name.kind != LEX_IDENTIFIER)
		return;
	text = lex_token_text(&name);
	g_hash_table_add(names, g_strdup_printf("VMA_%s_BIT", text));
}

/*
 * The flags that may be set atomically (6.19), kept as "SET:VM_x": no name
 * that a file could hold.
 */
static void learn_atomic_set(GHashTable *names, struct lexer lexer)
{
	struct lex_token token;

	while (lexer_next(&lexer, &token) && !token.first_on_line) {
		g_autofree char *text = lex_token_text(&token);

		if (token.kind == LEX_IDENTIFIER)
			g_hash_table_add(names,
					 g_strconcat("VM_ATOMIC_SET_ALLOWED:",
						     text, NULL));
	}
}

/* The size of the bitmap as it is written, behind NUM_VMA_FLAG_BITS. */
static void learn_size(GHashTable *names, struct lexer lexer)
{
	g_autoptr(GString) size = g_string_new(NAMES_BITMAP_SIZE);
	struct lex_token token;

	while (lexer_next(&lexer, &token) && !token.first_on_line) {
		g_autofree char *text = lex_token_text(&token);

		g_string_append(size, text);
	}
	g_hash_table_add(names, g_strdup(size->str));
}

/*
 * `} __private vma_flags_t;` (6.19 alone): the bitmap is nobody's to touch,
 * kept as "vma_flags_t:__private".
 */
static void learn_private(GHashTable *names, struct lexer lexer)
{
	struct lex_token name;

	if (lexer_next(&lexer, &name) && lex_token_is(&name, "vma_flags_t"))
		g_hash_table_add(names, g_strdup("vma_flags_t:__private"));
}

/*
 * Whatever the headers call or declare is there to be named in advice; kept
 * as "NAME()".
 */
static void learn_call(GHashTable *names, const struct lex_token *name)
{
	if (name->kind == LEX_IDENTIFIER)
		g_hash_table_add(names,
				 g_strdup_printf("%.*s()", (int)name->length,
						 name->start));
}

static void learn_mask(GHashTable *names, const struct lex_token *token)
{
	g_autofree char *name = lex_token_text(token);

	if (is_mask_name(name))
		g_hash_table_add(names, g_steal_pointer(&name));
}

/* What is known of a declaration outside braces while it goes by. */
struct declaration {
	char *function; /* identifier before its first parenthesis */
	struct lex_token last;
	bool has_flag_type;
	bool is_over; /* behind '=' or inside a body */
};

static void declaration_end(GHashTable *names, struct declaration *declaration)
{
	if (declaration->function && declaration->has_flag_type)
		g_hash_table_add(names,
				 g_steal_pointer(&declaration->function));
	g_clear_pointer(&declaration->function, g_free);
	memset(declaration, 0, sizeof(*declaration));
}

static void declaration_token(struct declaration *declaration,
			      const struct lex_token *token)
{
	if (is_flag_type(token))
		declaration->has_flag_type = true;
	if (!declaration->function && lex_token_is(token, "(") &&
	    declaration->last.kind == LEX_IDENTIFIER)
		declaration->function = lex_token_text(&declaration->last);
	declaration->last = *token;
}

static void learn_functions(GHashTable *names, const char *text, gsize length)
{
	struct declaration declaration = { 0 };
	struct lexer lexer;
	struct lex_token token;
	guint depth = 0;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.in_directive)
			continue;
		if (lex_token_is(&token, "{") && depth++ == 0)
			declaration_end(names, &declaration);
		else if (lex_token_is(&token, "}") && depth > 0)
			depth--;
		else if (depth == 0 && lex_token_is(&token, ";"))
			declaration_end(names, &declaration);
		else if (depth == 0)
			declaration_token(&declaration, &token);
	}
	declaration_end(names, &declaration);
}

void names_learn_api(GHashTable *names, const char *text, gsize length)
{
	struct lexer lexer;
	struct lex_token token, previous = { 0 };

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.kind == LEX_IDENTIFIER && previous.start &&
		    lex_token_is(&previous, "define")) {
			learn_mask(names, &token);
			if (lex_token_is(&token, "VM_ATOMIC_SET_ALLOWED"))
				learn_atomic_set(names, lexer);
			if (lex_token_is(&token, "NUM_VMA_FLAG_BITS"))
				learn_size(names, lexer);
		} else if (lex_token_is(&token, "DECLARE_VMA_BIT") ||
			   lex_token_is(&token, "DECLARE_VMA_BIT_ALIAS"))
			learn_bit(names, &lexer);
		else if (lex_token_is(&token, "__private"))
			learn_private(names, lexer);
		else if (lex_token_is(&token, "("))
			learn_call(names, &previous);
		previous = token;
	}
	learn_functions(names, text, length);
}

/* A token that pastes a flag name together, as in VM_ ## name. */
static bool is_paste_stem(const struct lex_token *token)
{
	return lex_token_is(token, "VM_") || lex_token_is(token, "VMA_");
}

/*
 * Reads the rest of a #define after its name. True if the body holds a flag
 * name; *ret_next is the first token behind the directive.
 */
static bool body_has_name(GHashTable *names, struct lexer *lexer,
			  struct lex_token *ret_next)
{
	struct lex_token token;
	bool found = false;

	ret_next->kind = LEX_END;
	while (lexer_next(lexer, &token)) {
		if (token.first_on_line) {
			*ret_next = token;
			return found;
		}
		found = found || is_paste_stem(&token) ||
			name_set_has_token(names, &token);
	}
	return found;
}

/*
 * The macro that a directive defines, if its '#' was just read. Returns false
 * for another directive; *ret_next is then the next token, like above.
 */
static bool macro_of_directive(struct lexer *lexer, struct lex_token *ret_name)
{
	struct lex_token word;

	return lexer_next(lexer, &word) && !word.first_on_line &&
	       lex_token_is(&word, "define") && lexer_next(lexer, ret_name) &&
	       ret_name->kind == LEX_IDENTIFIER;
}

guint names_learn_macros(GHashTable *names, const char *text, gsize length)
{
	struct lexer lexer;
	struct lex_token token, name;
	guint nr_new = 0;
	bool more;

	lexer_init(&lexer, text, length);
	more = lexer_next(&lexer, &token);
	while (more) {
		if (!token.first_on_line || !lex_token_is(&token, "#") ||
		    !macro_of_directive(&lexer, &name)) {
			more = lexer_next(&lexer, &token);
			continue;
		}
		if (body_has_name(names, &lexer, &token) &&
		    name.length < NAME_SET_LIMIT &&
		    !name_set_has_token(names, &name)) {
			g_hash_table_add(names, lex_token_text(&name));
			nr_new++;
		}
		more = token.kind != LEX_END;
	}
	return nr_new;
}
