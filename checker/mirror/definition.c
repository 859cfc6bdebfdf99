// SPDX-License-Identifier: GPL-2.0-only
/* Takes the words of a file apart into external declarations. */
#include "definition.h"

#include <string.h>

#include "enumeration.h"
#include "term.h"
#include "type_text.h"

static const struct word *word_at(const GArray *words, guint i)
{
	return &g_array_index(words, struct word, i);
}

static bool is(const GArray *words, guint i, const char *text)
{
	return i < words->len && strcmp(word_at(words, i)->text, text) == 0;
}

static int nesting_of(const char *text)
{
	if (strchr("([{", *text) && *text && !text[1])
		return 1;
	return strchr(")]}", *text) && *text && !text[1] ? -1 : 0;
}

/* Behind what closes the bracket at i; the length if nothing does. */
static guint behind_bracket(const GArray *words, guint i)
{
	int depth = 0;

	for (; i < words->len; i++) {
		depth += nesting_of(word_at(words, i)->text);
		if (depth == 0)
			return i + 1;
	}
	return words->len;
}

GArray *file_words_under(const struct file *file, guint from, guint to,
			 guint guard)
{
	const struct words *words = file->words;
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word));

	for (guint i = from; i < to; i++) {
		const struct word *word = word_at(words->code, i);

		if (word->guard == guard ||
		    words_is_within(words, guard, word->guard) ||
		    (words_is_within(words, word->guard, guard) &&
		     words_is_active(words, word->guard, guard)))
			g_array_append_vals(found, word, 1);
	}
	return found;
}

static GArray *slice(const GArray *words, guint from, guint to)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word));

	if (from < to && from < words->len)
		g_array_append_vals(found, word_at(words, from),
				    MIN(to, words->len) - from);
	return found;
}

static struct defined *add(struct file *file, enum definition_kind kind,
			   const struct word *name)
{
	struct defined *definition = g_new0(struct defined, 1);

	definition->kind = kind;
	definition->name = *name;
	definition->file = file;
	definition->type = "";
	definition->nr = file->definitions->len;
	g_ptr_array_add(file->definitions, definition);
	return definition;
}

static const char *keep(struct file *file, const char *text)
{
	return g_string_chunk_insert_const(file->words->strings, text);
}

/* The type and name of one parameter, whose words these are. */
static struct parameter parameter_of(struct file *file, const GArray *words)
{
	struct parameter parameter = { .name = "", .type = "" };
	g_autofree char *type = NULL;
	guint length = words->len;

	if (length == 1 && is(words, 0, "...")) {
		parameter.name = "...";
		return parameter;
	}
	/* An array is a pointer. */
	while (length > 0 &&
	       strchr("[]0123456789", *word_at(words, length - 1)->text))
		length--;
	if (length > 1 && word_at(words, length - 1)->kind == LEX_IDENTIFIER &&
	    !type_begins(word_at(words, length - 1)->text) &&
	    !word_is_tag(word_at(words, length - 2)->text)) {
		parameter.name = word_at(words, length - 1)->text;
		length--;
	}
	type = type_text((const struct word *)words->data, length);
	parameter.type = keep(file, type);
	return parameter;
}

/* From "(" at open on; the words between parentheses. */
static GArray *parameters_of(struct file *file, const GArray *words, guint open)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct parameter));
	const guint end = behind_bracket(words, open) - 1;
	guint from = open + 1;
	int depth = 0;

	for (guint i = open + 1; i <= end && i < words->len; i++) {
		g_autoptr(GArray) one = NULL;
		struct parameter parameter;

		if (i < end)
			depth += nesting_of(word_at(words, i)->text);
		if (i < end && (depth > 0 || !is(words, i, ",")))
			continue;
		one = slice(words, from, i);
		from = i + 1;
		if (one->len == 0 || (one->len == 1 && is(one, 0, "void")))
			continue;
		parameter = parameter_of(file, one);
		g_array_append_val(found, parameter);
	}
	return found;
}

/* Where the parameter list of a declaration opens; its length if it has none.
 */
static guint parameters_open(const GArray *words)
{
	for (guint i = 1; i < words->len; i++) {
		const struct word *before = word_at(words, i - 1);

		if (is(words, i, "=") || is(words, i, "{"))
			break;
		if (is(words, i, "(") && before->kind == LEX_IDENTIFIER &&
		    !type_begins(before->text) &&
		    !g_str_has_prefix(before->text, "__attribute") && i > 1 &&
		    !is(words, i - 2, "("))
			return i;
		if (is(words, i, "("))
			i = behind_bracket(words, i) - 1;
	}
	return words->len;
}

/* `static inline bool f(int a)' with or without a body. */
static bool read_function(struct file *file, const GArray *words, guint body)
{
	const guint open = parameters_open(words);
	struct defined *definition;
	g_autofree char *type = NULL;
	const struct word *name;

	if (open >= MIN(words->len, body))
		return false;
	name = word_at(words, open - 1);
	type = type_text((const struct word *)words->data, open - 1);
	definition = add(file,
			 body < words->len ? DEFINITION_FUNCTION :
					     DEFINITION_PROTOTYPE,
			 name);
	definition->type = keep(file, type);
	definition->parameters = parameters_of(file, words, open);
	if (body < words->len)
		definition->body =
			slice(words, body + 1, behind_bracket(words, body) - 1);
	return true;
}

static void read_typedef(struct file *file, const GArray *words)
{
	guint last = words->len;

	while (last > 1 && word_at(words, last - 1)->kind != LEX_IDENTIFIER)
		last--;
	/* Of a function or a pointer to one it is somewhere in the middle. */
	if (last > 1 && !is(words, words->len - 2, ")"))
		add(file, DEFINITION_TYPEDEF, word_at(words, last - 1))->body =
			slice(words, 1, last - 1);
}

/* The first "{" that is no part of an initialiser; the length without one. */
static guint brace_of(const GArray *words)
{
	for (guint i = 0; i < words->len; i++) {
		if (is(words, i, "="))
			break;
		if (is(words, i, "{"))
			return i;
		if (is(words, i, "("))
			i = behind_bracket(words, i) - 1;
	}
	return words->len;
}

static void read_record(struct file *file, const GArray *words, guint brace)
{
	const struct word *name = brace > 0 ? word_at(words, brace - 1) : NULL;

	while (name && name > word_at(words, 0) &&
	       word_is_attribute(name->text))
		name--;
	if (name && name->kind == LEX_IDENTIFIER && !word_is_tag(name->text))
		add(file, DEFINITION_RECORD, name)->body = slice(
			words, brace + 1, behind_bracket(words, brace) - 1);
}

/* One external declaration; all its words, without those of other branches. */
static void read_declaration(struct file *file, const GArray *words)
{
	const guint brace = brace_of(words);
	const bool is_typedef = is(words, 0, "typedef");
	guint first = 0;

	while (first < words->len &&
	       word_is_attribute(word_at(words, first)->text))
		first++;
	if (is(words, first, "enum") && brace < words->len)
		enumeration_read(file, words, brace);
	if (is_typedef)
		read_typedef(file, words);
	else if (brace < words->len && brace > 0 &&
		 parameters_open(words) < brace)
		read_function(file, words, brace);
	else if (brace < words->len &&
		 (is(words, first, "struct") || is(words, first, "union")))
		read_record(file, words, brace);
	else if (brace == words->len &&
		 !read_function(file, words, words->len) && words->len > 1)
		add(file, DEFINITION_VARIABLE, word_at(words, words->len - 1));
}

/* The end of the declaration that begins at a word: behind its ";" or body. */
static guint declaration_end(const struct file *file, guint from, guint guard)
{
	const struct words *words = file->words;
	bool has_parameters = false, has_value = false, is_record = false;
	int depth = 0;
	guint i;

	for (i = from; i < words->code->len; i++) {
		const struct word *word = word_at(words->code, i);
		const int nesting = nesting_of(word->text);

		if (word->guard != guard &&
		    !words_is_within(words, guard, word->guard) &&
		    (!words_is_within(words, word->guard, guard) ||
		     !words_is_active(words, word->guard, guard)))
			continue;
		depth += nesting;
		if (depth == 0 && strcmp(word->text, ";") == 0)
			return i + 1;
		if (depth == 0 && *word->text == ')')
			has_parameters = true;
		if (depth == 0 && *word->text == '=')
			has_value = true;
		if (depth == 1 && nesting == 1 && *word->text == '{')
			is_record |= !has_parameters || has_value;
		if (depth == 0 && *word->text == '}' && !is_record)
			return i + 1;
		if (depth < 0)
			return i + 1;
	}
	return i;
}

static GArray *copy_words(const GArray *words, guint from)
{
	return slice(words, from, words->len);
}

/* `(a, b) body' of a #define. */
static void read_macro(struct file *file, const struct define *define)
{
	struct defined *macro = add(file, DEFINITION_MACRO, &define->name);
	guint body = 0;

	macro->is_function_like = define->has_parameters;
	if (define->has_parameters) {
		macro->parameters =
			g_array_new(FALSE, FALSE, sizeof(struct parameter));
		body = behind_bracket(define->body, 0);
		for (guint i = 1; i + 1 < body; i++) {
			struct parameter parameter = {
				.name = word_at(define->body, i)->text,
				.type = "",
			};

			if (!is(define->body, i, ","))
				g_array_append_val(macro->parameters,
						   parameter);
		}
	}
	macro->body = copy_words(define->body, body);
}

static void end_macro(const struct file *file, const char *name)
{
	for (guint i = 0; i < file->definitions->len; i++) {
		struct defined *one = g_ptr_array_index(file->definitions, i);

		if (one->kind == DEFINITION_MACRO &&
		    strcmp(one->name.text, name) == 0)
			one->is_undefined = true;
	}
}

static void read_macros(struct file *file)
{
	for (guint i = 0; i < file->words->defines->len; i++) {
		const struct define *define =
			&g_array_index(file->words->defines, struct define, i);

		if (define->is_undef)
			end_macro(file, define->name.text);
		else
			read_macro(file, define);
	}
}

/* Takes `__attribute__((..))' out. */
static void drop_attributes(GArray *words)
{
	for (guint i = 0; i + 1 < words->len; i++) {
		const char *text = word_at(words, i)->text;

		if (g_str_has_prefix(text, "__attribute") &&
		    is(words, i + 1, "("))
			g_array_remove_range(words, i,
					     behind_bracket(words, i + 1) - i);
	}
}

static void read_declarations(struct file *file)
{
	const GArray *code = file->words->code;

	for (guint i = 0; i < code->len;) {
		const guint guard = word_at(code, i)->guard;
		const guint end = declaration_end(file, i, guard);
		g_autoptr(GArray) words = file_words_under(file, i, end, guard);

		drop_attributes(words);
		if (words->len > 1)
			read_declaration(file, words);
		i = end;
	}
}

static void free_definition(gpointer data)
{
	struct defined *definition = data;

	if (definition->parameters)
		g_array_free(definition->parameters, TRUE);
	if (definition->body)
		g_array_free(definition->body, TRUE);
	if (definition->base)
		g_array_unref(definition->base);
	g_free(definition);
}

struct file *file_read(const char *path, char *text, gsize length,
		       GHashTable *settings)
{
	struct file *file = g_new0(struct file, 1);

	file->path = g_strdup(path);
	file->text = text;
	file->words = words_read(text, length, settings);
	file->definitions = g_ptr_array_new_with_free_func(free_definition);
	read_macros(file);
	read_declarations(file);
	return file;
}

void file_free(struct file *file)
{
	g_ptr_array_free(file->definitions, TRUE);
	words_free(file->words);
	g_free(file->text);
	g_free(file->path);
	g_free(file);
}
