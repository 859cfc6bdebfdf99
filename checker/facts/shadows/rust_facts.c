// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rust is read as a row of tokens. Constants of type vm_flags_t, bindings,
 * and members behind what bindgen calls an anonymous union have shapes of
 * their own; what a variable holds is not followed.
 */
#include "rust_facts.h"

#include <stdlib.h>
#include <string.h>

#include "shadows.h"
#include "text/document.h"
#include "text/lexer.h"
#include "text/rust.h"

#define ANONYMOUS "__bindgen_anon_"

/* A value that a person wrote has fewer tokens. */
enum { VALUE_LIMIT = 64, TYPE_LIMIT = 16 };

struct rust_reader {
	struct shadows *shadows;
	const char *path, *text;
	GArray *tokens; /* struct rust_token */
	guint at;
};

static const struct rust_token *token_at(const struct rust_reader *reader,
					 guint index)
{
	static const struct rust_token none = { .start = "" };

	return index < reader->tokens->len ?
		       &g_array_index(reader->tokens, struct rust_token,
				      index) :
		       &none;
}

/* The token so far from the one at hand, also before it. */
static const struct rust_token *near(const struct rust_reader *reader,
				     gint distance)
{
	return token_at(reader, reader->at + (guint)distance);
}

static bool is(const struct rust_token *token, const char *text)
{
	return token->length > 0 && rust_token_is(token, text);
}

static struct shadow_place place_of(const struct rust_reader *reader,
				    const struct rust_token *token)
{
	const guint32 column = text_column(reader->text, token->start);

	return (struct shadow_place){
		.path = reader->path,
		.line = token->line,
		.column = column,
		.end_column = column + (guint32)token->length,
	};
}

static char *chunk(const struct rust_reader *reader,
		   const struct rust_token *token)
{
	return g_string_chunk_insert_len(reader->shadows->strings, token->start,
					 (gssize)token->length);
}

/* `vm_flags_t', also behind a path; *ret_next is the token behind it. */
static bool is_flag_type(const struct rust_reader *reader, guint index,
			 guint *ret_next)
{
	while (token_at(reader, index)->kind == RUST_IDENTIFIER &&
	       is(token_at(reader, index + 1), "::"))
		index += 2;
	*ret_next = index + 1;
	return is(token_at(reader, index), "vm_flags_t");
}

/* The tokens from an index up to a semicolon, with blanks between; owned. */
static char *value_from(const struct rust_reader *reader, guint index)
{
	g_autoptr(GString) value = g_string_new(NULL);

	for (guint nr = 0; nr < VALUE_LIMIT; nr++, index++) {
		const struct rust_token *token = token_at(reader, index);

		if (token->length == 0 || is(token, ";"))
			break;
		g_string_append_printf(value, "%s%.*s", nr ? " " : "",
				       (int)token->length, token->start);
	}
	return g_strdup(value->str);
}

/* `const NAME: TYPE = VALUE;' and `static' of the same form. */
static void read_constant(struct rust_reader *reader)
{
	struct rust_constant constant = { 0 };
	g_autofree char *value = NULL;
	guint next;

	if (near(reader, 1)->kind != RUST_IDENTIFIER ||
	    !is(near(reader, 2), ":"))
		return;
	constant.is_flag_word = is_flag_type(reader, reader->at + 3, &next);
	for (guint nr = 0; nr < TYPE_LIMIT && !is(token_at(reader, next), "=");
	     nr++)
		next++;
	if (!is(token_at(reader, next), "="))
		return;
	value = value_from(reader, next + 1);
	constant.name = chunk(reader, near(reader, 1));
	constant.value = g_string_chunk_insert(reader->shadows->strings, value);
	constant.at = place_of(reader, near(reader, 1));
	constant.value_at = place_of(reader, token_at(reader, next + 1));
	g_array_append_val(reader->shadows->constants, constant);
}

/* `as vm_flags_t' at an index. */
static bool is_cast_here(const struct rust_reader *reader, guint index)
{
	guint next;

	return is(token_at(reader, index), "as") &&
	       is_flag_type(reader, index + 1, &next);
}

/* True if the token at hand is in the value of a vm_flags_t. */
static bool is_in_flag_value(const struct rust_reader *reader)
{
	guint next;

	for (guint nr = 1; nr < VALUE_LIMIT && nr <= reader->at; nr++) {
		const guint index = reader->at - nr;
		const struct rust_token *token = token_at(reader, index);

		if (is(token, ";") || is(token, "{") || is(token, "}") ||
		    is(token, ","))
			return false;
		if (is(token, ":") && is_flag_type(reader, index + 1, &next) &&
		    is(token_at(reader, next), "=") && next < reader->at)
			return true;
	}
	return false;
}

/* How far something is shifted, or an operand of one that is. */
static bool is_in_shift(const struct rust_reader *reader, guint first)
{
	for (guint nr = 1; nr < 6 && nr <= first; nr++) {
		const struct rust_token *token = token_at(reader, first - nr);

		if (is(token, "<<") || is(token, ">>"))
			return true;
		if (!is(token, "("))
			return false;
	}
	return false;
}

/* `bindings::NAME': the token at hand is the first one of the path. */
static void read_binding(struct rust_reader *reader)
{
	const struct rust_token *name = near(reader, 2);
	struct rust_use use = { 0 };

	if (name->kind != RUST_IDENTIFIER || is(near(reader, 3), "::"))
		return;
	use.name = chunk(reader, name);
	use.is_flag_word = is_cast_here(reader, reader->at + 3) ||
			   is_in_flag_value(reader);
	use.is_shift = is_in_shift(reader, reader->at);
	use.at = place_of(reader, name);
	g_array_append_val(reader->shadows->rust_uses, use);
}

static bool is_store(const struct rust_token *token)
{
	static const char *const operators[] = {
		"=",  "|=", "&=", "^=",	 "+=",	"-=",
		"*=", "/=", "%=", "<<=", ">>=",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(operators); i++) {
		if (is(token, operators[i]))
			return true;
	}
	return false;
}

/* The token before the place expression that ends at an index. */
static guint before_place(const struct rust_reader *reader, guint index)
{
	guint depth = 0, nr = 0;

	for (; index > 0 && nr < VALUE_LIMIT; index--, nr++) {
		const struct rust_token *token = token_at(reader, index);

		if (is(token, ")") || is(token, "]")) {
			depth++;
		} else if (is(token, "(") || is(token, "[")) {
			if (depth == 0)
				return index;
			depth--;
		} else if (depth == 0 && token->kind != RUST_IDENTIFIER &&
			   !is(token, ".") && !is(token, "::") &&
			   !is(token, "*")) {
			return index;
		} else if (depth == 0 &&
			   (is(token, "mut") || is(token, "const"))) {
			return index;
		}
	}
	return index;
}

/* `&mut P', `&raw mut P', `addr_of_mut!(P)'; the token before P is given. */
static bool is_address(const struct rust_reader *reader, guint before)
{
	if (is(token_at(reader, before), "mut"))
		return is(token_at(reader, before - 1), "&") ||
		       is(token_at(reader, before - 1), "raw");
	return is(token_at(reader, before), "(") && before >= 2 &&
	       is(token_at(reader, before - 1), "!") &&
	       is(token_at(reader, before - 2), "addr_of_mut");
}

static bool is_flag_member(const struct rust_token *token)
{
	return is(token, "vm_flags") || is(token, "__vm_flags") ||
	       is(token, "__vma_flags") || is(token, "flags");
}

/* The number in `__bindgen_anon_2'; 0 of other tokens. */
static guint anonymous_number(const struct rust_token *token)
{
	const gsize length = strlen(ANONYMOUS);
	g_autofree char *text = NULL;

	if (token->kind != RUST_IDENTIFIER || token->length <= length ||
	    memcmp(token->start, ANONYMOUS, length) != 0)
		return 0;
	text = rust_token_text(token);
	return (guint)g_ascii_strtoull(text + length, NULL, 10);
}

/* `X.NAME' with the name at hand: X is a union of bindgen or `(*p)'. */
static void read_member(struct rust_reader *reader)
{
	const struct rust_token *owner = near(reader, -2);
	struct rust_member member = { 0 };
	guint before;

	if (reader->at < 3 || !is(near(reader, -1), "."))
		return;
	member.anonymous = anonymous_number(owner);
	/* A member by the name `flags' alone may be of anything. */
	if (is(near(reader, 0), "flags") && member.anonymous == 0)
		return;
	if (is(near(reader, 0), "__vma_flags") && is(owner, "flags"))
		member.anonymous = anonymous_number(near(reader, -4));
	else if (member.anonymous == 0 && !is(owner, ")"))
		return;
	/* `(*p).flags.__vma_flags' says it with its last name. */
	if (is(near(reader, 1), ".") && is_flag_member(near(reader, 2)))
		return;
	before = before_place(reader, reader->at - 1);
	if (is_store(near(reader, 1)))
		member.access = RUST_STORES;
	else if (is_address(reader, before))
		member.access = RUST_TAKES_ADDRESS;
	member.name = chunk(reader, near(reader, 0));
	member.at = place_of(reader, near(reader, 0));
	g_array_append_val(reader->shadows->members, member);
}

/* A number that becomes a vm_flags_t; 0 is no flag. */
static void read_number(struct rust_reader *reader)
{
	const struct rust_token *token = near(reader, 0);
	struct rust_number number = { 0 };
	guint next;
	bool is_word = is_cast_here(reader, reader->at + 1);

	if (!is_word && reader->at >= 1 && is(near(reader, -1), "=")) {
		for (guint nr = 2; nr < 8 && nr <= reader->at; nr++) {
			if (!is(near(reader, -(gint)nr), ":"))
				continue;
			is_word = is_flag_type(reader, reader->at - nr + 1,
					       &next) &&
				  next == reader->at - 1;
			break;
		}
	}
	number.text = chunk(reader, token);
	if (!is_word || strtoull(number.text, NULL, 0) == 0 ||
	    is(near(reader, 1), "<<"))
		return;
	number.at = place_of(reader, token);
	g_array_append_val(reader->shadows->numbers, number);
}

void rust_read(struct shadows *shadows, const char *path, const char *text,
	       gsize length)
{
	struct rust_reader reader = {
		.shadows = shadows,
		.path = path,
		.text = text,
		.tokens = g_array_new(FALSE, FALSE, sizeof(struct rust_token)),
	};
	struct rust_lexer lexer;
	struct rust_token token;

	rust_lexer_init(&lexer, text, length);
	while (rust_lexer_next(&lexer, &token))
		g_array_append_val(reader.tokens, token);
	for (; reader.at < reader.tokens->len; reader.at++) {
		const struct rust_token *here = near(&reader, 0);

		if (is(here, "const") || is(here, "static"))
			read_constant(&reader);
		else if (is(here, "bindings") && is(near(&reader, 1), "::"))
			read_binding(&reader);
		else if (is_flag_member(here))
			read_member(&reader);
		else if (here->kind == RUST_NUMBER)
			read_number(&reader);
	}
	g_array_unref(reader.tokens);
}

static struct shadow_place c_place(const char *path, const char *text,
				   const struct lex_token *token)
{
	const guint32 column = text_column(text, token->start);

	return (struct shadow_place){
		.path = path,
		.line = token->line,
		.column = column,
		.end_column = column + (guint32)token->length,
	};
}

/* What is behind `=' up to a semicolon, without parentheses around it. */
static char *helper_value(struct lexer *lexer, struct lex_token *ret_first)
{
	g_autoptr(GString) value = g_string_new(NULL);
	struct lex_token token;

	for (guint nr = 0; nr < VALUE_LIMIT && lexer_next(lexer, &token) &&
			   !lex_token_is(&token, ";");
	     nr++) {
		g_autofree char *word = lex_token_text(&token);

		if (nr == 0)
			*ret_first = token;
		if (strcmp(word, "(") != 0 && strcmp(word, ")") != 0)
			g_string_append_printf(value, "%s%s",
					       value->len ? " " : "", word);
	}
	return g_strdup(value->str);
}

/* What a constant for bindgen is for, by its name; NULL: it is none. */
static const char *helped_flag(const char *name)
{
	/* That of 6.1, and that since 6.2. */
	static const char *const prefixes[] = { "BINDINGS_",
						"RUST_CONST_HELPER_" };

	for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
		const char *flag = name + strlen(prefixes[i]);

		if (g_str_has_prefix(name, prefixes[i]) &&
		    g_str_has_prefix(flag, "VM"))
			return flag;
	}
	return NULL;
}

void rust_read_helpers(struct shadows *shadows, const char *path,
		       const char *text, gsize length)
{
	struct lexer lexer;
	struct lex_token token, next;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		struct rust_helper helper = { 0 };
		g_autofree char *name = NULL;
		g_autofree char *value = NULL;
		const char *flag;

		if (token.kind != LEX_IDENTIFIER || token.in_directive)
			continue;
		name = lex_token_text(&token);
		flag = helped_flag(name);
		if (!flag)
			continue;
		helper.at = c_place(path, text, &token);
		if (!lexer_next(&lexer, &next) || !lex_token_is(&next, "="))
			continue;
		value = helper_value(&lexer, &next);
		helper.value_at = c_place(path, text, &next);
		helper.flag = g_string_chunk_insert(shadows->strings, flag);
		helper.value = g_string_chunk_insert(shadows->strings, value);
		g_array_append_val(shadows->helpers, helper);
	}
}

void rust_read_parameters(struct shadows *shadows, const char *path,
			  const char *text, gsize length)
{
	g_autoptr(GArray) words = parameter_words(text, length);

	for (guint i = 0; i < words->len; i++) {
		const struct parameter_word *word =
			&g_array_index(words, struct parameter_word, i);
		struct rust_blocked blocked = {
			.at = { .path = path,
				.line = word->line,
				.column = word->column,
				.end_column =
					word->column + (guint32)word->length },
		};

		if (word->length < 3 || memcmp(word->start, "VM", 2) != 0)
			continue;
		blocked.name = g_string_chunk_insert_len(
			shadows->strings, word->start, (gssize)word->length);
		g_array_append_val(shadows->blocked, blocked);
	}
}
