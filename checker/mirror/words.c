// SPDX-License-Identifier: GPL-2.0-only
/* Splits a text into words, and follows its conditional directives. */
#include "words.h"

#include <string.h>

#include "condition.h"
#include "text/directive.h"

/* The longer ones come first. */
static const char *const operators[] = {
	"...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==",
	"!=",  "&&",  "||",  "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
};

struct reading {
	struct words *words;
	GHashTable *settings;
	GHashTable *defined; /* by the text, so far: a set of its strings */
	const char *text, *end;
	/* The place that was asked for last, and where its line begins. */
	const char *last, *line_start;
	guint guard;
};

static const char *keep(const struct reading *reading, const char *text)
{
	return g_string_chunk_insert_const(reading->words->strings, text);
}

/* How many bytes of an operator of several begin at p; 1 if none does. */
static gsize operator_length(const char *p, const char *end)
{
	for (gsize i = 0; i < G_N_ELEMENTS(operators); i++) {
		const gsize length = strlen(operators[i]);

		if ((gsize)(end - p) >= length &&
		    memcmp(p, operators[i], length) == 0)
			return length;
	}
	return 1;
}

/* Places come in their order, so that a long line is read once. */
static guint32 column_of(struct reading *reading, const char *p)
{
	const char *start = p;

	while (start > reading->last && start[-1] != '\n')
		start--;
	if (start > reading->last || p == reading->text)
		reading->line_start = start;
	reading->last = MAX(p, reading->last);
	return (guint32)(p - MIN(reading->line_start, p)) + 1;
}

/* Makes a word of a token, and of those behind it that are one operator. */
static struct word take_word(struct reading *reading, struct lexer *lexer,
			     const struct lex_token *token)
{
	g_autofree char *text = NULL;
	struct word word = {
		.kind = token->kind,
		.line = token->line,
		.column = column_of(reading, token->start),
		.guard = reading->guard,
	};
	gsize length = 1;

	if (token->kind == LEX_PUNCTUATOR && token->length == 1)
		length = operator_length(token->start, reading->end);
	text = length > 1 ? g_strndup(token->start, length) :
			    lex_token_text(token);
	for (; length > 1; length--) {
		struct lex_token rest;

		lexer_next(lexer, &rest);
	}
	word.text = keep(reading, text);
	return word;
}

/* The words of the rest of a directive. */
static GArray *rest_words(struct reading *reading,
			  const struct directive *directive)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word));
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, directive->rest,
		   (gsize)(directive->end - directive->rest));
	lexer.line = directive->line;
	lexer.at_line_start = false;
	while (lexer_next(&lexer, &token)) {
		struct word word = take_word(reading, &lexer, &token);

		g_array_append_val(found, word);
	}
	return found;
}

static bool is_defined(void *context, const char *name, const char **ret_value)
{
	const struct reading *reading = context;

	*ret_value = g_hash_table_lookup(reading->settings, name);
	return *ret_value || strcmp(name, "__KERNEL__") == 0 ||
	       g_hash_table_contains(reading->defined, name);
}

static bool holds(struct reading *reading, const struct directive *directive)
{
	g_autoptr(GArray) words = rest_words(reading, directive);

	return condition_holds(words,
			       directive->word == DIRECTIVE_IFDEF ||
				       directive->word == DIRECTIVE_IFNDEF,
			       directive->word == DIRECTIVE_IFNDEF, is_defined,
			       (void *)reading);
}

static char *condition_text(const struct directive *directive)
{
	g_autofree char *written = directive_rest(directive);
	g_auto(GStrv) parts = g_strsplit_set(written, " \t", -1);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *rest = NULL;

	for (guint i = 0; parts[i]; i++) {
		if (text->len > 0 && *parts[i])
			g_string_append_c(text, ' ');
		g_string_append(text, parts[i]);
	}
	rest = g_strdup(text->str);
	switch (directive->word) {
	case DIRECTIVE_IFDEF:
		return g_strdup_printf("defined(%s)", rest);
	case DIRECTIVE_IFNDEF:
		return g_strdup_printf("!defined(%s)", rest);
	default:
		return g_steal_pointer(&rest);
	}
}

static void open_guard(struct reading *reading,
		       const struct directive *directive)
{
	g_autofree char *text = condition_text(directive);
	struct guard guard = {
		.parent = reading->guard,
		.chain = reading->words->guards->len,
		.condition = keep(reading, text),
		.is_active = holds(reading, directive),
	};

	reading->guard = reading->words->guards->len;
	g_array_append_val(reading->words->guards, guard);
}

/* True if an earlier branch of the conditional is taken. */
static bool has_active(const struct words *words, guint chain)
{
	for (guint i = chain; i < words->guards->len; i++) {
		const struct guard *guard = words_guard(words, i);

		if (guard->chain == chain && guard->is_active)
			return true;
	}
	return false;
}

static void next_guard(struct reading *reading,
		       const struct directive *directive)
{
	const struct guard *before =
		words_guard(reading->words, reading->guard);
	const bool is_else = directive->word == DIRECTIVE_ELSE;
	g_autofree char *text = is_else ? g_strdup("") :
					  condition_text(directive);
	struct guard guard = {
		.parent = before->parent,
		.chain = before->chain,
		.condition = keep(reading, text),
		.is_active = !has_active(reading->words, before->chain) &&
			     (is_else || holds(reading, directive)),
	};

	if (reading->guard == 0)
		return;
	reading->guard = reading->words->guards->len;
	g_array_append_val(reading->words->guards, guard);
}

static void read_define(struct reading *reading,
			const struct directive *directive)
{
	struct define define = {
		.is_undef = directive->word == DIRECTIVE_UNDEF,
		.body = rest_words(reading, directive),
	};
	const struct word *words = (const struct word *)define.body->data;

	if (define.body->len == 0 || words[0].kind != LEX_IDENTIFIER) {
		g_array_free(define.body, TRUE);
		return;
	}
	define.name = words[0];
	define.has_parameters =
		define.body->len > 1 && strcmp(words[1].text, "(") == 0 &&
		words[1].line == words[0].line &&
		words[1].column == words[0].column + strlen(words[0].text);
	if (define.is_undef)
		g_hash_table_remove(reading->defined, define.name.text);
	else if (words_is_active(reading->words, reading->guard, 0))
		g_hash_table_add(reading->defined, (gpointer)define.name.text);
	g_array_remove_index(define.body, 0);
	g_array_append_val(reading->words->defines, define);
}

static void read_include(struct reading *reading,
			 const struct directive *directive)
{
	struct include include = directive_include(directive);
	struct mark mark = {
		.line = directive->line,
		.column = column_of(reading, directive->start),
		.guard = reading->guard,
	};

	if (include.name) {
		mark.text = keep(reading, include.name);
		g_array_append_val(reading->words->includes, mark);
	}
	g_free(include.name);
}

static void read_directive(struct reading *reading,
			   const struct directive *directive)
{
	switch (directive->word) {
	case DIRECTIVE_IF:
	case DIRECTIVE_IFDEF:
	case DIRECTIVE_IFNDEF:
		open_guard(reading, directive);
		break;
	case DIRECTIVE_ELIF:
	case DIRECTIVE_ELSE:
	case DIRECTIVE_ELIFDEF:
	case DIRECTIVE_ELIFNDEF:
		next_guard(reading, directive);
		break;
	case DIRECTIVE_ENDIF:
		reading->guard =
			words_guard(reading->words, reading->guard)->parent;
		break;
	case DIRECTIVE_DEFINE:
	case DIRECTIVE_UNDEF:
		read_define(reading, directive);
		break;
	case DIRECTIVE_INCLUDE:
	case DIRECTIVE_INCLUDE_NEXT:
		read_include(reading, directive);
		break;
	case DIRECTIVE_OTHER:
		break;
	}
}

/* The code between two directives. */
static void read_code(struct reading *reading, const char *from, const char *to,
		      guint32 line)
{
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, from, (gsize)(to - from));
	lexer.line = line;
	while (lexer_next(&lexer, &token)) {
		struct word word = take_word(reading, &lexer, &token);

		g_array_append_val(reading->words->code, word);
	}
}

/* "<<<<<<< ours" and its like, at the start of a line. */
static void find_markers(struct reading *reading)
{
	static const char *const signs[] = { "<<<<<<< ", ">>>>>>> ", "||||||| ",
					     "=======\n" };
	guint32 line = 1;

	for (const char *p = reading->text; p && p < reading->end; line++) {
		for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
			const gsize length = strlen(signs[i]);
			struct mark mark = { .line = line, .column = 1 };

			if ((gsize)(reading->end - p) < length ||
			    memcmp(p, signs[i], length) != 0)
				continue;
			mark.text = signs[i];
			g_array_append_val(reading->words->markers, mark);
		}
		p = memchr(p, '\n', (gsize)(reading->end - p));
		p = p ? p + 1 : NULL;
	}
}

static void clear_define(gpointer data)
{
	g_array_free(((struct define *)data)->body, TRUE);
}

static struct words *words_new(void)
{
	struct words *words = g_new0(struct words, 1);
	const struct guard none = { .condition = "", .is_active = true };

	words->strings = g_string_chunk_new(4096);
	words->code = g_array_new(FALSE, FALSE, sizeof(struct word));
	words->guards = g_array_new(FALSE, FALSE, sizeof(struct guard));
	words->defines = g_array_new(FALSE, FALSE, sizeof(struct define));
	words->includes = g_array_new(FALSE, FALSE, sizeof(struct mark));
	words->markers = g_array_new(FALSE, FALSE, sizeof(struct mark));
	g_array_set_clear_func(words->defines, clear_define);
	g_array_append_val(words->guards, none);
	return words;
}

struct words *words_read(const char *text, gsize length, GHashTable *settings)
{
	g_autoptr(GHashTable) defined =
		g_hash_table_new(g_str_hash, g_str_equal);
	struct reading reading = {
		.words = words_new(),
		.settings = settings,
		.defined = defined,
		.text = text,
		.end = text + length,
		.last = text,
		.line_start = text,
	};
	struct directive_reader reader;
	struct directive directive;
	const char *from = text;
	guint32 line = 1;

	directive_reader_init(&reader, text, length);
	while (directive_next(&reader, &directive)) {
		read_code(&reading, from, directive.start, line);
		read_directive(&reading, &directive);
		from = directive.end;
		line = directive.last_line;
	}
	read_code(&reading, from, reading.end, line);
	find_markers(&reading);
	return reading.words;
}

void words_free(struct words *words)
{
	if (!words)
		return;
	g_array_free(words->code, TRUE);
	g_array_free(words->guards, TRUE);
	g_array_free(words->defines, TRUE);
	g_array_free(words->includes, TRUE);
	g_array_free(words->markers, TRUE);
	g_string_chunk_free(words->strings);
	g_free(words);
}

const struct guard *words_guard(const struct words *words, guint index)
{
	return &g_array_index(words->guards, struct guard, index);
}

bool words_is_active(const struct words *words, guint guard, guint outer)
{
	while (guard != outer && guard != 0) {
		if (!words_guard(words, guard)->is_active)
			return false;
		guard = words_guard(words, guard)->parent;
	}
	return true;
}

bool words_is_within(const struct words *words, guint guard, guint outer)
{
	while (guard != outer && guard != 0)
		guard = words_guard(words, guard)->parent;
	return guard == outer;
}

/* Two branches of one conditional. */
static bool are_siblings(const struct words *words, guint a, guint b)
{
	return a != b &&
	       words_guard(words, a)->chain == words_guard(words, b)->chain;
}

bool words_exclude(const struct words *words, guint a, guint b)
{
	for (; a != 0; a = words_guard(words, a)->parent) {
		for (guint other = b; other != 0;
		     other = words_guard(words, other)->parent) {
			if (are_siblings(words, a, other))
				return true;
		}
	}
	return false;
}

/* An include guard, or what every kernel and test file has around it. */
static bool is_of_file(const char *condition)
{
	static const char *const ends[] = { "_H)", "_H_)", "_H__)" };

	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		if (g_str_has_prefix(condition, "!defined(") &&
		    g_str_has_suffix(condition, ends[i]))
			return true;
	}
	return strcmp(condition, "defined(__KERNEL__)") == 0 ||
	       g_str_has_prefix(condition, "!defined(__ASSEMBL");
}

char *words_conditions(const struct words *words, guint guard)
{
	GString *text = g_string_new(NULL);

	for (; guard != 0; guard = words_guard(words, guard)->parent) {
		const struct guard *one = words_guard(words, guard);
		const struct guard *first = words_guard(words, one->chain);

		if (is_of_file(first->condition))
			continue;
		if (text->len > 0)
			g_string_prepend(text, " && ");
		if (*one->condition) {
			g_string_prepend(text, one->condition);
		} else {
			g_string_prepend(text, ")");
			g_string_prepend(text, first->condition);
			g_string_prepend(text, "else of (");
		}
	}
	return g_string_free(text, FALSE);
}
