// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows are told by their shape: a brace or designator with one flag and one
 * string, or a call of a macro of this file that makes such a brace.
 */
#include "table_reader.h"

#include <string.h>

#include "condition.h"
#include "flags.h"

/* A row that a person wrote has fewer tokens; a table has fewer rows. */
enum { ROW_LIMIT = 24, ROWS_LIMIT = 512, ITEMS_LIMIT = 200000 };

static void clear_item(gpointer data)
{
	struct item *item = data;

	g_free(item->macro);
	g_free(item->flag);
	g_free(item->name);
}

static void free_holder(gpointer data)
{
	struct holder *holder = data;

	g_free(holder->name);
	g_free(holder->fill);
	g_free(holder->prefix);
	g_free(holder->suffix);
	g_clear_pointer(&holder->parameters, g_ptr_array_unref);
	g_array_unref(holder->items);
	g_free(holder);
}

/* The token at a distance from the one at hand; a NUL token behind the end. */
static const struct lex_token *peek(const struct table_reader *reader,
				    guint distance)
{
	static const struct lex_token none = { .start = "" };

	return reader->at + distance < reader->tokens->len ?
		       &g_array_index(reader->tokens, struct lex_token,
				      reader->at + distance) :
		       &none;
}

static bool is(const struct lex_token *token, const char *text)
{
	return token->kind != LEX_END && lex_token_is(token, text);
}

static const char *guard_of(const struct table_reader *reader,
			    const struct lex_token *token)
{
	const char *guard =
		guards_at(reader->guards, (gsize)(token->start - reader->text));

	return g_string_chunk_insert_const(reader->strings, guard);
}

/* Also one that the tree has no more, as long as it is among others. */
static bool is_flag(const struct lex_token *token)
{
	return token->kind == LEX_IDENTIFIER && token->length > 4 &&
	       (memcmp(token->start, "VM_", 3) == 0 ||
		memcmp(token->start, "VMA_", 4) == 0);
}

static bool is_string(const struct lex_token *token)
{
	return token->kind == LEX_LITERAL && token->start[0] == '"';
}

static char *string_of(const struct lex_token *token)
{
	return token->length < 2 ?
		       g_strdup("") :
		       g_strndup(token->start + 1, token->length - 2);
}

static struct holder *open_holder(struct table_reader *reader,
				  const struct lex_token *name, bool is_macro)
{
	struct holder *holder = g_new0(struct holder, 1);

	holder->name = name->kind == LEX_IDENTIFIER ? lex_token_text(name) :
						      g_strdup("");
	holder->guard = guard_of(reader, name);
	holder->items = g_array_new(FALSE, FALSE, sizeof(struct item));
	g_array_set_clear_func(holder->items, clear_item);
	holder->is_macro = is_macro;
	holder->line = name->line;
	holder->column = text_column(reader->text, name->start);
	holder->end_column = holder->column + (guint32)name->length;
	g_ptr_array_add(reader->holders, holder);
	if (is_macro)
		reader->around = reader->open;
	else
		reader->depth = 0;
	reader->open = holder;
	return holder;
}

static void add_item(struct table_reader *reader, enum item_kind kind,
		     const struct lex_token *macro,
		     const struct lex_token *flag, const struct lex_token *name)
{
	const struct lex_token *at = flag ? flag : macro;
	struct item item = { .kind = kind };

	if (!reader->open)
		open_holder(reader, reader->call ? reader->call : at, false);
	item.macro = macro ? lex_token_text(macro) : NULL;
	item.flag = flag ? lex_token_text(flag) : NULL;
	item.name = name ? string_of(name) : NULL;
	item.guard = guard_of(reader, at);
	item.line = at->line;
	item.column = text_column(reader->text, at->start);
	item.end_column = item.column + (guint32)at->length;
	if (reader->open->items->len < ROWS_LIMIT &&
	    reader->nr_items++ < ITEMS_LIMIT)
		g_array_append_val(reader->open->items, item);
	else
		clear_item(&item);
}

/* What may stand in a row beside a flag and a string. */
static bool is_filling(const struct lex_token *token,
		       const struct lex_token *before)
{
	static const char *const words[] = {
		"unsigned",    "long",	"__force",
		"vm_flags_t",  "u64",	"ilog2",
		"const_ilog2", "__ffs", "__builtin_ctzl",
		"BIT",	       "(",	")",
		",",	       ".",	"=",
	};

	if (before && is(before, "."))
		return true;
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (is(token, words[i]))
			return true;
	}
	return false;
}

/* `{ VM_X, "x" }' from its brace on; how many tokens it has, or 0. */
static guint read_row(struct table_reader *reader)
{
	const struct lex_token *flag = NULL, *name = NULL;

	for (guint i = 1; i < ROW_LIMIT; i++) {
		const struct lex_token *token = peek(reader, i);

		if (is(token, "}")) {
			if (!flag || !name)
				return 0;
			add_item(reader, ITEM_ROW, NULL, flag, name);
			return i + 1;
		}
		if (is_flag(token) && !flag)
			flag = token;
		else if (is_string(token) && !name)
			name = token;
		else if (!is_filling(token, peek(reader, i - 1)))
			return 0;
	}
	return 0;
}

/* `[ilog2(VM_X)] = "x"' from its bracket on, or `[0 ... N] = "?"'. */
static guint read_designator(struct table_reader *reader)
{
	const struct lex_token *flag = NULL;
	bool is_range = false;

	for (guint i = 1; i < ROW_LIMIT; i++) {
		const struct lex_token *token = peek(reader, i);

		if (is(token, "]")) {
			if (!is(peek(reader, i + 1), "=") ||
			    !is_string(peek(reader, i + 2)))
				return 0;
			if (is_range && reader->open) {
				g_free(reader->open->fill);
				reader->open->fill =
					string_of(peek(reader, i + 2));
			} else if (flag) {
				add_item(reader, ITEM_ROW, NULL, flag,
					 peek(reader, i + 2));
				reader->open->has_designators = true;
			}
			return i + 3;
		}
		is_range |= is(token, ".");
		if (is_flag(token) && !flag)
			flag = token;
		else if (!is_range && token->kind != LEX_NUMBER &&
			 !is_filling(token, peek(reader, i - 1)))
			return 0;
	}
	return 0;
}

/* `MACRO(VM_X, "x")' and `MACRO(x)' from the name on. */
static guint read_call(struct table_reader *reader)
{
	const struct lex_token *macro = peek(reader, 0);

	if (!is(peek(reader, 1), "("))
		return 0;
	if (is_flag(peek(reader, 2)) && is(peek(reader, 3), ",") &&
	    is_string(peek(reader, 4)) && is(peek(reader, 5), ")")) {
		add_item(reader, ITEM_CALL, macro, peek(reader, 2),
			 peek(reader, 4));
		return 6;
	}
	if (peek(reader, 2)->kind == LEX_IDENTIFIER &&
	    is(peek(reader, 3), ")") && reader->open) {
		add_item(reader, ITEM_PASTE, macro, peek(reader, 2), NULL);
		return 4;
	}
	return 0;
}

/* `#define NAME(a, b)' from its # on; how many tokens of it are head. */
static guint read_define(struct table_reader *reader)
{
	const struct lex_token *name = peek(reader, 2);
	const struct lex_token *next = peek(reader, 3);
	struct holder *holder;
	GPtrArray *same;
	guint i = 3;

	if (!is(peek(reader, 1), "define") || name->kind != LEX_IDENTIFIER)
		return 0;
	holder = open_holder(reader, name, true);
	same = g_hash_table_lookup(reader->macros, holder->name);
	if (!same) {
		same = g_ptr_array_new();
		g_hash_table_insert(reader->macros, holder->name, same);
	}
	g_ptr_array_add(same, holder);
	if (!is(next, "(") || next->start != name->start + name->length)
		return i;
	holder->parameters = g_ptr_array_new_with_free_func(g_free);
	for (i = 4; i < ROW_LIMIT && peek(reader, i)->in_directive; i++) {
		if (is(peek(reader, i), ")"))
			return i + 1;
		if (peek(reader, i)->kind == LEX_IDENTIFIER)
			g_ptr_array_add(holder->parameters,
					lex_token_text(peek(reader, i)));
	}
	return i;
}

/* `{VM_ ## x, #x}' of a macro with one parameter. */
static void note_paste(struct table_reader *reader)
{
	struct holder *holder = reader->open;
	const char *parameter = g_ptr_array_index(holder->parameters, 0);

	if (is(peek(reader, 0), "##") && is(peek(reader, 1), parameter) &&
	    !holder->prefix) {
		const struct lex_token *before = &g_array_index(
			reader->tokens, struct lex_token, reader->at - 1);

		holder->prefix = lex_token_text(before);
		holder->suffix = is(peek(reader, 2), "##") ?
					 lex_token_text(peek(reader, 3)) :
					 g_strdup("");
	}
}

/* The name of what `= {' initialises, from the = backwards. */
static const struct lex_token *declarator(const struct table_reader *reader)
{
	guint i = reader->at;

	for (guint nr = 0; i > 0 && nr < ROW_LIMIT; nr++) {
		const struct lex_token *token =
			&g_array_index(reader->tokens, struct lex_token, --i);

		if (is(token, "]")) {
			while (i > 0 && !is(&g_array_index(reader->tokens,
							   struct lex_token, i),
					    "["))
				i--;
			continue;
		}
		return token;
	}
	return peek(reader, 0);
}

/* Follows the braces of an initialiser; true if the token was one of them. */
static bool follow_braces(struct table_reader *reader)
{
	const struct lex_token *token = peek(reader, 0);

	if (!reader->open || reader->open->is_macro)
		return false;
	if (is(token, "{")) {
		reader->depth++;
		return true;
	}
	if (is(token, "}") && reader->depth > 0) {
		if (--reader->depth == 0)
			reader->open = NULL;
		return true;
	}
	if (is(token, ";"))
		reader->open = NULL;
	return false;
}

/* Takes what begins at the token at hand; returns how many tokens it has. */
static guint read_item(struct table_reader *reader)
{
	const struct lex_token *token = peek(reader, 0);
	guint taken = 0;

	if (is(token, "{"))
		taken = read_row(reader);
	else if (is(token, "["))
		taken = read_designator(reader);
	else if (token->kind == LEX_IDENTIFIER)
		taken = read_call(reader);
	if (taken > 0)
		return taken;
	if (reader->open && reader->open->is_macro && is(token, "{"))
		reader->open->makes_rows = true;
	if (reader->open && reader->open->parameters &&
	    reader->open->parameters->len == 1)
		note_paste(reader);
	if (token->kind == LEX_IDENTIFIER) {
		if (is(peek(reader, 1), "("))
			reader->call = token;
		else if (reader->open && !is_flag(token))
			add_item(reader, ITEM_INCLUDE, token, NULL, NULL);
	} else if (is(token, "=") && is(peek(reader, 1), "{") &&
		   !reader->open) {
		open_holder(reader, declarator(reader), false);
	}
	follow_braces(reader);
	return 1;
}

/* #if and the like are read by who tells guards. */
static guint skip_directive(const struct table_reader *reader)
{
	guint nr = 1;

	while (peek(reader, nr)->in_directive &&
	       !peek(reader, nr)->first_on_line)
		nr++;
	return nr;
}

static void read_tokens(struct table_reader *reader)
{
	while (reader->at < reader->tokens->len) {
		const struct lex_token *token = peek(reader, 0);
		const bool is_hash = token->in_directive &&
				     token->first_on_line;
		guint taken = 0;

		if (reader->open && reader->open->is_macro &&
		    (!token->in_directive || is_hash))
			reader->open = reader->around;
		if (is_hash)
			taken = read_define(reader);
		if (is_hash && taken == 0)
			taken = skip_directive(reader);
		reader->at += taken > 0 ? taken : read_item(reader);
	}
}

static GArray *all_tokens(const char *text, gsize length)
{
	GArray *tokens = g_array_new(FALSE, FALSE, sizeof(struct lex_token));
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token))
		g_array_append_val(tokens, token);
	return tokens;
}

void table_reader_read(struct table_reader *reader, const char *path,
		       const char *text, gsize length)
{
	*reader = (struct table_reader){
		.path = path,
		.text = text,
		.strings = g_string_chunk_new(4096),
		.guards = guards_new(text, length),
		.tokens = all_tokens(text, length),
		.holders = g_ptr_array_new_with_free_func(free_holder),
		.macros = g_hash_table_new_full(
			g_str_hash, g_str_equal, NULL,
			(GDestroyNotify)g_ptr_array_unref),
	};
	read_tokens(reader);
}

void table_reader_release(struct table_reader *reader)
{
	g_hash_table_destroy(reader->macros);
	g_ptr_array_unref(reader->holders);
	g_array_unref(reader->tokens);
	guards_free(reader->guards);
	g_string_chunk_free(reader->strings);
}
