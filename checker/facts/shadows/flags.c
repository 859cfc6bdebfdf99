// SPDX-License-Identifier: GPL-2.0-only
/* Reads definitions of flags: #define, DECLARE_VMA_BIT(), enumerators. */
#include "flags.h"

#include <string.h>

#include "condition.h"
#include "flag_macros.h"
#include "text/lexer.h"

struct flag_reader {
	struct flags *flags;
	const char *path, *text;
	struct guards *guards;
	struct lexer lexer;
	bool is_in_enum;
};

static void free_definition(gpointer data)
{
	struct flag_definition *definition = data;

	g_free(definition->name);
	g_free(definition->body);
	g_free(definition->guard);
	g_free(definition);
}

struct flags *flags_new(void)
{
	struct flags *flags = g_new0(struct flags, 1);

	flags->definitions = g_ptr_array_new_with_free_func(free_definition);
	flags->by_name =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
				      (GDestroyNotify)g_ptr_array_unref);
	flags->macros = flag_macros_new();
	flags->values =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				      (GDestroyNotify)g_ptr_array_unref);
	return flags;
}

void flags_free(struct flags *flags)
{
	g_hash_table_destroy(flags->values);
	g_hash_table_destroy(flags->macros);
	g_hash_table_destroy(flags->by_name);
	g_ptr_array_unref(flags->definitions);
	g_free(flags);
}

const GPtrArray *flags_defined(const struct flags *flags, const char *name)
{
	return g_hash_table_lookup(flags->by_name, name);
}

/* No line that a person wrote comes near. */
enum { COLUMN_LIMIT = 4096 };

guint32 text_column(const char *text, const char *at)
{
	const char *start = at;

	while (start > text && at - start < COLUMN_LIMIT && start[-1] != '\n')
		start--;
	return (guint32)(at - start) + 1;
}

/* `#ifndef VM_X' above a definition asks for those before it. */
char *flags_expand_defined(void *context, const char *name, bool is_defined)
{
	const struct flags *flags = context;
	const GPtrArray *before = flags_defined(flags, name);
	char *any = g_strdup("0");

	if (!is_defined || (!before && !g_str_has_prefix(name, "VM"))) {
		g_free(any);
		return NULL;
	}
	for (guint i = 0; before && i < before->len && !condition_is_lost(any);
	     i++) {
		const struct flag_definition *one =
			g_ptr_array_index(before, i);
		g_autofree char *known = any;

		any = condition_or(known, one->guard);
	}
	return any;
}

static void add_definition(struct flag_reader *reader, char *name, char *body,
			   const struct lex_token *at, bool is_bit,
			   bool is_alias)
{
	struct flags *flags = reader->flags;
	struct flag_definition *one = g_new0(struct flag_definition, 1);
	GPtrArray *all = g_hash_table_lookup(flags->by_name, name);

	one->name = name;
	one->body = body;
	one->guard = condition_replace(
		guards_at(reader->guards, (gsize)(at->start - reader->text)),
		flags_expand_defined, flags);
	one->is_bit = is_bit;
	one->is_alias = is_alias;
	one->path = reader->path;
	one->line = at->line;
	one->column = text_column(reader->text, at->start);
	one->end_column = one->column + (guint32)at->length;
	g_ptr_array_add(flags->definitions, one);
	if (!all) {
		all = g_ptr_array_new();
		g_hash_table_insert(flags->by_name, one->name, all);
	}
	g_ptr_array_add(all, one);
}

/* The rest of a directive as tokens with blanks between; owned. */
static char *read_body(struct flag_reader *reader)
{
	g_autoptr(GString) body = g_string_new(NULL);
	struct lexer ahead = reader->lexer;
	struct lex_token token;

	while (lexer_next(&ahead, &token) && !token.first_on_line) {
		g_autofree char *word = lex_token_text(&token);

		g_string_append_printf(body, "%s%s", body->len ? " " : "",
				       word);
		reader->lexer = ahead;
	}
	return g_strdup(body->str);
}

static bool is_flag_name(const char *name)
{
	return g_str_has_prefix(name, "VM_") || g_str_has_prefix(name, "VMA_");
}

/* A body that is another name of a flag. */
static bool is_bare_name(const char *body)
{
	return is_flag_name(body) && !strchr(body, ' ');
}

/* Behind the # of a directive. */
static void read_define(struct flag_reader *reader)
{
	struct lexer ahead = reader->lexer;
	struct lex_token word, name, open;
	g_autofree char *text = NULL;

	if (!lexer_next(&ahead, &word) || !lex_token_is(&word, "define") ||
	    !lexer_next(&ahead, &name) || name.kind != LEX_IDENTIFIER ||
	    name.first_on_line)
		return;
	reader->lexer = ahead;
	text = lex_token_text(&name);
	if (lexer_next(&ahead, &open) && lex_token_is(&open, "(") &&
	    open.start == name.start + name.length) {
		char *body = read_body(reader);

		flag_macros_add(reader->flags->macros, text, body);
	} else if (is_flag_name(text)) {
		char *body = read_body(reader);

		add_definition(reader, g_steal_pointer(&text), body, &name,
			       false, is_bare_name(body));
	}
}

/* What stands up to a comma, or a bracket that was not opened; owned. */
static char *read_item(struct flag_reader *reader)
{
	g_autoptr(GString) item = g_string_new(NULL);
	struct lexer ahead = reader->lexer;
	struct lex_token token;
	guint depth = 0;

	while (lexer_next(&ahead, &token) && !token.in_directive) {
		g_autofree char *word = lex_token_text(&token);

		if (depth == 0 &&
		    (lex_token_is(&token, ",") || lex_token_is(&token, ")") ||
		     lex_token_is(&token, "}")))
			break;
		depth += lex_token_is(&token, "(");
		depth -= lex_token_is(&token, ")");
		g_string_append_printf(item, "%s%s", item->len ? " " : "",
				       word);
		reader->lexer = ahead;
	}
	return g_strdup(item->str);
}

/* DECLARE_VMA_BIT(NAME, 3) and DECLARE_VMA_BIT_ALIAS(NAME, OTHER), 6.19. */
static void read_bit(struct flag_reader *reader, bool is_alias)
{
	struct lex_token open, name, comma;
	g_autofree char *item = NULL;
	char *body;

	if (!lexer_next(&reader->lexer, &open) || !lex_token_is(&open, "(") ||
	    !lexer_next(&reader->lexer, &name) || name.kind != LEX_IDENTIFIER ||
	    !lexer_next(&reader->lexer, &comma) || !lex_token_is(&comma, ","))
		return;
	item = read_item(reader);
	body = is_alias ? g_strdup_printf("VMA_%s_BIT", item) : g_strdup(item);
	add_definition(
		reader,
		g_strdup_printf("VMA_%.*s_BIT", (int)name.length, name.start),
		body, &name, true, is_alias);
}

/* `VMA_X_BIT = 3' in an enum; without a value nothing is known of it. */
static void read_enumerator(struct flag_reader *reader,
			    const struct lex_token *name)
{
	g_autofree char *text = lex_token_text(name);
	struct lexer ahead = reader->lexer;
	struct lex_token equals;

	if (!g_str_has_prefix(text, "VM") || !g_str_has_suffix(text, "_BIT") ||
	    !lexer_next(&ahead, &equals) || !lex_token_is(&equals, "="))
		return;
	reader->lexer = ahead;
	add_definition(reader, g_steal_pointer(&text), read_item(reader), name,
		       true, false);
}

void flags_read(struct flags *flags, const char *path, const char *text,
		gsize length)
{
	struct flag_reader reader = {
		.flags = flags,
		.path = path,
		.text = text,
		.guards = guards_new(text, length),
	};
	struct lex_token token, last = { 0 };

	lexer_init(&reader.lexer, text, length);
	while (lexer_next(&reader.lexer, &token)) {
		if (token.in_directive) {
			if (token.first_on_line)
				read_define(&reader);
			continue;
		}
		if (lex_token_is(&token, "DECLARE_VMA_BIT"))
			read_bit(&reader, false);
		else if (lex_token_is(&token, "DECLARE_VMA_BIT_ALIAS"))
			read_bit(&reader, true);
		else if (lex_token_is(&token, "enum"))
			reader.is_in_enum = true;
		else if (lex_token_is(&token, "}") || lex_token_is(&token, ";"))
			reader.is_in_enum = false;
		else if (reader.is_in_enum && token.kind == LEX_IDENTIFIER &&
			 last.start &&
			 (lex_token_is(&last, "{") || lex_token_is(&last, ",")))
			read_enumerator(&reader, &token);
		last = token;
	}
	guards_free(reader.guards);
}

int flag_single_bit(guint64 value)
{
	return value && (value & (value - 1)) == 0 ? __builtin_ctzll(value) :
						     -1;
}
