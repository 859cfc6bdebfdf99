// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds what is defined by expanding the macros of the source itself: no
 * header of the kernel is needed for the names.
 */
#include "offsets.h"

#include <stdbool.h>
#include <string.h>

#include "text/directive.h"
#include "text/lexer.h"

/* Macros within macros, and files within files. */
enum { DEPTH_LIMIT = 8, FILE_LIMIT = 32 };

static const char identifier_bytes[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				       "abcdefghijklmnopqrstuvwxyz"
				       "0123456789_";

/* A macro with parameters. */
struct macro {
	GPtrArray *parameters; /* char *, owned */
	char *body;
};

struct offsets {
	GHashTable *macros; /* char * to struct macro *, owned */
	GHashTable *names;  /* char *, owned: what is defined so far */
	GString *header;
	const struct offsets_help *help;
	guint depth, nr_files;
};

static void scan(struct offsets *offsets, const char *text);
static void read_source(struct offsets *offsets, const char *source);

static void macro_free(gpointer data)
{
	struct macro *macro = data;

	g_ptr_array_unref(macro->parameters);
	g_free(macro->body);
	g_free(macro);
}

/* Appends a token, behind a blank if there was a gap before it. */
static void append_token(GString *text, const struct lex_token *token,
			 const char *end_of_last)
{
	g_autofree char *word = lex_token_text(token);

	if (text->len > 0 && token->start != end_of_last)
		g_string_append_c(text, ' ');
	g_string_append(text, word);
}

/*
 * The arguments of a call (char *, owned) behind its name, where the lexer is
 * then behind its bracket; NULL, with the lexer as it was, if it is no call.
 */
static GPtrArray *read_arguments(struct lexer *lexer)
{
	const struct lexer before = *lexer;
	GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) argument = g_string_new(NULL);
	const char *end_of_last = NULL;
	struct lex_token token;
	guint depth = 0;

	while (lexer_next(lexer, &token) &&
	       (depth > 0 || lex_token_is(&token, "("))) {
		const bool is_end = depth == 1 && (lex_token_is(&token, ",") ||
						   lex_token_is(&token, ")"));

		depth += lex_token_is(&token, "(");
		depth -= lex_token_is(&token, ")");
		if (is_end) {
			g_ptr_array_add(arguments, g_strdup(argument->str));
			g_string_truncate(argument, 0);
		} else if (end_of_last) {
			append_token(argument, &token, end_of_last);
		}
		if (depth == 0)
			return arguments;
		end_of_last = token.start + token.length;
	}
	*lexer = before;
	g_ptr_array_unref(arguments);
	return NULL;
}

static bool is_identifier(const char *text)
{
	return *text && !g_ascii_isdigit(*text) &&
	       strspn(text, identifier_bytes) == strlen(text);
}

/*
 * The value as far as it can be told without types: a sum of numbers and of
 * what the configuration says. Owned.
 */
static char *value_of(const char *expression)
{
	bool is_sum = *expression != '\0';
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, expression, strlen(expression));
	while (is_sum && lexer_next(&lexer, &token))
		is_sum = token.kind == LEX_NUMBER ||
			 (token.kind == LEX_IDENTIFIER &&
			  g_str_has_prefix(token.start, "CONFIG_")) ||
			 (token.kind == LEX_PUNCTUATOR &&
			  strchr("()+-*<>&|~", *token.start));
	if (is_sum)
		return g_strdup_printf("(%s)", expression);
	return g_strdup(g_str_has_prefix(expression, "sizeof") ?
				"__SIZEOF_LONG__" :
				"0");
}

/* What is called as it was is left to whoever called it so. */
static void define(struct offsets *offsets, const char *name,
		   const char *expression)
{
	const char *known =
		offsets->help->values ?
			g_hash_table_lookup(offsets->help->values, name) :
			NULL;
	g_autofree char *value = known ? g_strdup(known) : value_of(expression);

	if (!is_identifier(name) || strcmp(name, expression) == 0 ||
	    !g_hash_table_add(offsets->names, g_strdup(name)))
		return;
	g_string_append_printf(offsets->header,
			       "#ifndef %s\n#define %s %s\n#endif\n", name,
			       name, value);
}

/* The index of a parameter, or the number of them. */
static guint parameter_index(const struct macro *macro,
			     const struct lex_token *token)
{
	guint i = 0;

	while (i < macro->parameters->len &&
	       !lex_token_is(token, g_ptr_array_index(macro->parameters, i)))
		i++;
	return i;
}

/* The body with arguments for parameters, and pasted names as one; owned. */
static char *substitute(const struct macro *macro, const GPtrArray *arguments)
{
	GString *text = g_string_new(NULL);
	const char *end_of_last = macro->body;
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, macro->body, strlen(macro->body));
	while (lexer_next(&lexer, &token)) {
		const guint index = token.kind == LEX_IDENTIFIER ?
					    parameter_index(macro, &token) :
					    macro->parameters->len;
		const bool is_paste = lex_token_is(&token, "##");

		if (!end_of_last)
			end_of_last = token.start;
		if (!is_paste && token.start != end_of_last)
			g_string_append_c(text, ' ');
		if (index < macro->parameters->len && index < arguments->len)
			g_string_append(text,
					g_ptr_array_index(arguments, index));
		else if (!is_paste)
			append_token(text, &token, token.start);
		end_of_last = is_paste ? NULL : token.start + token.length;
	}
	return g_string_free(text, FALSE);
}

/*
 * A macro that writes the line of assembly itself, which is `->NAME value`:
 * the index of the parameter that is its name. False if it is none.
 */
static bool writes_line(const struct macro *macro, guint *ret_index)
{
	bool is_behind_mark = false;
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, macro->body, strlen(macro->body));
	while (lexer_next(&lexer, &token)) {
		g_autofree char *text = lex_token_text(&token);

		if (token.kind == LEX_LITERAL)
			is_behind_mark = g_str_has_suffix(text, "->\"");
		else if (token.kind == LEX_IDENTIFIER && is_behind_mark)
			break;
	}
	*ret_index = is_behind_mark ? parameter_index(macro, &token) :
				      macro->parameters->len;
	return *ret_index < macro->parameters->len;
}

static void expand_call(struct offsets *offsets, const char *name,
			const GPtrArray *arguments)
{
	const struct macro *macro = g_hash_table_lookup(offsets->macros, name);
	const char *first = g_ptr_array_index(arguments, 0);
	guint index = 0;

	if (strcmp(name, "DEFINE") == 0 && arguments->len >= 2) {
		define(offsets, first, g_ptr_array_index(arguments, 1));
	} else if (strcmp(name, "OFFSET") == 0 && arguments->len >= 3) {
		define(offsets, first, "");
	} else if (macro && writes_line(macro, &index)) {
		if (index < arguments->len)
			define(offsets, g_ptr_array_index(arguments, index),
			       index + 1 < arguments->len ?
				       g_ptr_array_index(arguments, index + 1) :
				       "");
	} else if (macro && offsets->depth < DEPTH_LIMIT) {
		g_autofree char *text = substitute(macro, arguments);

		offsets->depth++;
		scan(offsets, text);
		offsets->depth--;
	}
}

static bool may_expand(const struct offsets *offsets, const char *name)
{
	return strcmp(name, "DEFINE") == 0 || strcmp(name, "OFFSET") == 0 ||
	       g_hash_table_contains(offsets->macros, name);
}

/* Looks for calls in the code of a text. */
static void scan(struct offsets *offsets, const char *text)
{
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, text, strlen(text));
	while (lexer_next(&lexer, &token)) {
		g_autoptr(GPtrArray) arguments = NULL;
		g_autofree char *name = NULL;

		if (token.kind != LEX_IDENTIFIER || token.in_directive)
			continue;
		name = lex_token_text(&token);
		if (may_expand(offsets, name))
			arguments = read_arguments(&lexer);
		if (arguments)
			expand_call(offsets, name, arguments);
	}
}

/* `NAME(parameters) body`: the first body that is not empty counts. */
static void take_macro(struct offsets *offsets,
		       const struct directive *directive)
{
	g_autofree char *rest = directive_rest(directive);
	g_autofree char *name = directive_name(directive);
	GPtrArray *parameters;
	struct macro *macro;
	struct lexer lexer;

	if (!name || rest[strlen(name)] != '(' ||
	    g_hash_table_contains(offsets->macros, name))
		return;
	lexer_init(&lexer, rest + strlen(name), strlen(rest) - strlen(name));
	parameters = read_arguments(&lexer);
	if (!parameters)
		return;
	macro = g_new0(struct macro, 1);
	macro->parameters = parameters;
	macro->body = g_strstrip(g_strdup(lexer.next));
	if (*macro->body)
		g_hash_table_insert(offsets->macros, g_steal_pointer(&name),
				    macro);
	else
		macro_free(macro);
}

/* A file of constants is C, is called so, or says what it includes. */
static bool may_define(const char *name, const char *text)
{
	return g_str_has_suffix(name, ".c") || strstr(name, "offsets") ||
	       text_includes(text, strlen(text), "linux/kbuild.h");
}

static void take_include(struct offsets *offsets,
			 const struct directive *directive)
{
	const struct include include = directive_include(directive);
	g_autofree char *name = include.name;
	g_autofree char *text = NULL;

	if (!offsets->help->read || include.form == INCLUDE_NONE ||
	    include.form == INCLUDE_MACRO || offsets->nr_files >= FILE_LIMIT)
		return;
	text = offsets->help->read(offsets->help->context, name);
	if (!text || !may_define(name, text))
		return;
	offsets->nr_files++;
	read_source(offsets, text);
}

/* Macros first: the code between them may be cut by conditions. */
static void read_source(struct offsets *offsets, const char *source)
{
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, source, strlen(source));
	while (directive_next(&reader, &directive)) {
		if (directive.word == DIRECTIVE_DEFINE)
			take_macro(offsets, &directive);
		else if (directive.word == DIRECTIVE_INCLUDE)
			take_include(offsets, &directive);
	}
	scan(offsets, source);
}

char *offsets_header(const char *source, const struct offsets_help *help)
{
	struct offsets offsets = {
		.macros = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						macro_free),
		.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.header = g_string_new(NULL),
		.help = help,
	};
	bool is_empty;

	read_source(&offsets, source);
	is_empty = g_hash_table_size(offsets.names) == 0;
	g_hash_table_destroy(offsets.macros);
	g_hash_table_destroy(offsets.names);
	return g_string_free(offsets.header, is_empty);
}
