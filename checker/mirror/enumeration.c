// SPDX-License-Identifier: GPL-2.0-only
/*
 * Enumerators are often made by a macro that pastes their names
 * (DECLARE_VMA_BIT() of include/linux/mm.h, 6.19): it is expanded once.
 */
#include "enumeration.h"

#include <string.h>

#include "definition.h"

static const struct word *word_at(const GArray *words, guint i)
{
	return &g_array_index(words, struct word, i);
}

static bool is(const GArray *words, guint i, const char *text)
{
	return i < words->len && strcmp(word_at(words, i)->text, text) == 0;
}

/* The number of the parameter that a word names; G_MAXUINT if it names none. */
static guint parameter_number(const struct defined *macro, const char *text)
{
	for (guint i = 0; macro->parameters && i < macro->parameters->len;
	     i++) {
		const char *name =
			g_array_index(macro->parameters, struct parameter, i)
				.name;

		if (strcmp(name, text) == 0 ||
		    (strcmp(name, "...") == 0 &&
		     strcmp(text, "__VA_ARGS__") == 0))
			return i;
	}
	return G_MAXUINT;
}

/* Appends a word, or pastes it to the last one. */
static void append(struct file *file, GArray *found, const struct word *word,
		   bool is_pasted)
{
	struct word *last;
	g_autofree char *text = NULL;

	if (!is_pasted || found->len == 0) {
		g_array_append_vals(found, word, 1);
		return;
	}
	last = &g_array_index(found, struct word, found->len - 1);
	text = g_strconcat(last->text, word->text, NULL);
	last->text = g_string_chunk_insert_const(file->words->strings, text);
	if (last->kind != LEX_NUMBER)
		last->kind = LEX_IDENTIFIER;
}

GArray *macro_expand(struct file *file, const struct defined *macro,
		     const GPtrArray *arguments)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word));
	bool is_pasted = false;

	for (guint i = 0; i < macro->body->len; i++) {
		const struct word *word = word_at(macro->body, i);
		const guint nr = parameter_number(macro, word->text);

		if (strcmp(word->text, "##") == 0) {
			is_pasted = true;
			continue;
		}
		if (nr < arguments->len) {
			const GArray *argument =
				g_ptr_array_index(arguments, nr);

			for (guint k = 0; k < argument->len; k++)
				append(file, found, word_at(argument, k),
				       is_pasted && k == 0);
		} else {
			append(file, found, word, is_pasted);
		}
		is_pasted = false;
	}
	return found;
}

/* The last macro of this name before the enumeration. */
static const struct defined *macro_of(const struct file *file, const char *name)
{
	for (guint i = file->definitions->len; i > 0; i--) {
		const struct defined *one =
			g_ptr_array_index(file->definitions, i - 1);

		if (one->kind == DEFINITION_MACRO && one->is_function_like &&
		    strcmp(one->name.text, name) == 0)
			return one;
	}
	return NULL;
}

static void free_words(gpointer words)
{
	g_array_free(words, TRUE);
}

/* The arguments of a call whose words are `name ( .. )'; owned. */
static GPtrArray *arguments_of(const GArray *item)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(free_words);
	GArray *one = g_array_new(FALSE, FALSE, sizeof(struct word));
	int depth = 0;

	for (guint i = 1; i < item->len; i++) {
		depth += is(item, i, "(") - is(item, i, ")");
		if (depth == 0)
			break;
		if (depth == 1 && is(item, i, "("))
			continue;
		if (depth == 1 && is(item, i, ",")) {
			g_ptr_array_add(found, one);
			one = g_array_new(FALSE, FALSE, sizeof(struct word));
			continue;
		}
		g_array_append_vals(one, word_at(item, i), 1);
	}
	g_ptr_array_add(found, one);
	return found;
}

/* `NAME = value', out of what may be a macro's call; owned. */
static GArray *plain_item(struct file *file, const GArray *item)
{
	const struct defined *macro =
		is(item, 1, "(") ? macro_of(file, word_at(item, 0)->text) :
				   NULL;
	g_autoptr(GPtrArray) arguments = NULL;
	GArray *found;

	if (!macro) {
		found = g_array_new(FALSE, FALSE, sizeof(struct word));
		g_array_append_vals(found, item->data, item->len);
		return found;
	}
	arguments = arguments_of(item);
	found = macro_expand(file, macro, arguments);
	/* All of it stands where the macro is used. */
	for (guint i = 0; i < found->len; i++) {
		struct word *word = &g_array_index(found, struct word, i);

		word->line = word_at(item, 0)->line;
		word->column = word_at(item, 0)->column;
		word->guard = word_at(item, 0)->guard;
	}
	return found;
}

struct enumeration {
	struct file *file;
	guint group;
	guint behind; /* how many have followed the last value */
	GArray *base; /* that value; or NULL */
};

static void add_item(struct enumeration *state, const GArray *item)
{
	struct file *file = state->file;
	g_autoptr(GArray) plain = NULL;
	struct defined *one;

	if (item->len == 0)
		return;
	plain = plain_item(file, item);
	if (plain->len == 0 || word_at(plain, 0)->kind != LEX_IDENTIFIER)
		return;
	one = g_new0(struct defined, 1);
	one->kind = DEFINITION_ENUMERATOR;
	one->name = *word_at(plain, 0);
	one->file = file;
	one->type = "";
	one->group = state->group;
	one->nr = file->definitions->len;
	one->body = g_array_new(FALSE, FALSE, sizeof(struct word));
	if (is(plain, 1, "=")) {
		g_array_append_vals(one->body, word_at(plain, 2),
				    plain->len - 2);
		g_clear_pointer(&state->base, g_array_unref);
		state->base = g_array_ref(one->body);
		state->behind = 0;
	} else {
		state->behind++;
	}
	one->behind = state->base ? state->behind : state->behind - 1;
	one->base = state->base ? g_array_ref(state->base) : NULL;
	g_ptr_array_add(file->definitions, one);
}

/* The index of a word of the file's code. */
static guint index_of(const struct file *file, const struct word *word)
{
	const GArray *code = file->words->code;

	guint low = 0, high = code->len;

	while (low < high) {
		const guint middle = low + (high - low) / 2;
		const struct word *one = word_at(code, middle);

		if (one->line < word->line ||
		    (one->line == word->line && one->column < word->column))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void enumeration_read(struct file *file, const GArray *words, guint brace)
{
	const GArray *code = file->words->code;
	guint i = index_of(file, word_at(words, brace)) + 1;
	struct enumeration state = { .file = file, .group = i };
	g_autoptr(GArray) item = g_array_new(FALSE, FALSE, sizeof(struct word));
	int depth = 0;

	for (; i < code->len && (depth > 0 || !is(code, i, "}")); i++) {
		depth += is(code, i, "(") - is(code, i, ")");
		if (depth == 0 && is(code, i, ",")) {
			add_item(&state, item);
			g_array_set_size(item, 0);
		} else {
			g_array_append_vals(item, word_at(code, i), 1);
		}
	}
	add_item(&state, item);
	g_clear_pointer(&state.base, g_array_unref);
}
