// SPDX-License-Identifier: GPL-2.0-only
/* Looks definitions up, and calculates with them. */
#include "definitions.h"

#include <string.h>

#include "definition.h"
#include "enumeration.h"
#include "normal.h"
#include "term.h"
#include "text/name_set.h"
#include "value.h"
#include "words.h"

/* Macros of macros of ..; VMA_STACK_FLAGS of 7.1 nests 5 deep. */
enum { NESTING_LIMIT = 24 };

static void free_list(gpointer list)
{
	g_ptr_array_free(list, TRUE);
}

static void free_file(gpointer file)
{
	file_free(file);
}

struct definitions *definitions_new(GHashTable *settings, GHashTable *flags)
{
	struct definitions *side = g_new0(struct definitions, 1);

	side->files = g_ptr_array_new_with_free_func(free_file);
	side->names =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
	side->settings = settings;
	side->flags = flags;
	return side;
}

void definitions_free(struct definitions *side)
{
	g_hash_table_destroy(side->names);
	g_ptr_array_free(side->files, TRUE);
	g_free(side);
}

void definitions_add(struct definitions *side, struct file *file)
{
	g_ptr_array_add(side->files, file);
	for (guint i = 0; i < file->definitions->len; i++) {
		struct defined *one = g_ptr_array_index(file->definitions, i);
		GPtrArray *list =
			g_hash_table_lookup(side->names, one->name.text);

		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(side->names,
					    (gpointer)one->name.text, list);
		}
		g_ptr_array_add(list, one);
	}
}

const GPtrArray *definitions_find(const struct definitions *side,
				  const char *name)
{
	static const GPtrArray none;
	const GPtrArray *list = g_hash_table_lookup(side->names, name);

	return list ? list : &none;
}

bool definition_is_active(const struct defined *definition)
{
	return words_is_active(definition->file->words, definition->name.guard,
			       0);
}

static bool has_meaning(const struct defined *definition)
{
	return definition->kind == DEFINITION_FUNCTION ||
	       definition->kind == DEFINITION_MACRO ||
	       definition->kind == DEFINITION_ENUMERATOR;
}

const struct defined *definitions_meaning(const struct definitions *side,
					  const char *name)
{
	const GPtrArray *list = definitions_find(side, name);
	const struct defined *found = NULL;

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);

		if (!has_meaning(one))
			continue;
		if (definition_is_active(one))
			return one;
		if (!found)
			found = one;
	}
	return found;
}

/* Behind the call of an assertion that begins at i; else i. */
static guint behind_assertion(const GArray *words, guint i)
{
	const struct word *word = &g_array_index(words, struct word, i);
	int depth = 0;

	if (word->kind != LEX_IDENTIFIER || !is_assertion(word->text) ||
	    i + 1 >= words->len || *word[1].text != '(')
		return i;
	while (++i < words->len) {
		word = &g_array_index(words, struct word, i);
		depth += (*word->text == '(') - (*word->text == ')');
		if (depth == 0)
			break;
	}
	return MIN(i, words->len - 1);
}

static bool words_name(const GArray *words, GHashTable *flags)
{
	for (guint i = 0; words && i < words->len; i++) {
		const struct word *word;

		i = behind_assertion(words, i);
		word = &g_array_index(words, struct word, i);
		if (word->kind == LEX_IDENTIFIER &&
		    g_hash_table_contains(flags, word->text))
			return true;
	}
	return false;
}

/* True if a type has a name of the flag API in it. */
static bool type_names(const char *type, GHashTable *flags)
{
	g_auto(GStrv) words = g_strsplit_set(type, " *", -1);

	for (guint i = 0; words[i]; i++) {
		if (g_hash_table_contains(flags, words[i]))
			return true;
	}
	return false;
}

bool definition_names_flags(const struct defined *definition, GHashTable *flags)
{
	const GArray *parameters = definition->parameters;

	if (g_hash_table_contains(flags, definition->name.text) ||
	    words_name(definition->body, flags) ||
	    type_names(definition->type, flags))
		return true;
	for (guint i = 0; parameters && i < parameters->len; i++) {
		if (type_names(
			    g_array_index(parameters, struct parameter, i).type,
			    flags))
			return true;
	}
	return false;
}

bool definitions_makes_bitmap(const struct definitions *side,
			      const char *callee)
{
	g_autofree char *name = g_strconcat(callee, ":makes-bitmap", NULL);

	return *callee && g_hash_table_contains(side->flags, name);
}

struct side_valuing {
	const struct definitions *side;
	struct terms *terms;
	guint depth;
};

static bool value_of(void *context, const struct term *term, gint64 *ret_value);

static bool words_value(struct side_valuing *valuing, const GArray *words,
			gint64 *ret_value)
{
	const struct term *term = term_read_expression(
		valuing->terms, (const struct word *)words->data, words->len);

	return term_value(term, value_of, valuing, ret_value);
}

static bool enumerator_value(struct side_valuing *valuing,
			     const struct defined *one, gint64 *ret_value)
{
	gint64 base = 0;

	if (one->base && !words_value(valuing, one->base, &base))
		return false;
	*ret_value = base + one->behind;
	return true;
}

/* Replaces names by arguments, in place. */
static struct term *with_arguments(struct terms *terms, struct term *term,
				   const struct defined *macro,
				   const struct term *call)
{
	for (guint i = 0; i < term->children->len; i++) {
		struct term *child =
			with_arguments(terms, term_child(term, i), macro, call);

		g_ptr_array_index(term->children, i) = child;
	}
	for (guint i = 0; term->kind == TERM_NAME && macro->parameters &&
			  i < macro->parameters->len;
	     i++) {
		const char *name =
			g_array_index(macro->parameters, struct parameter, i)
				.name;

		if (strcmp(name, term->text) == 0 &&
		    i + 1 < call->children->len)
			return term_copy(terms, term_child(call, i + 1));
	}
	return term;
}

/* The rest of the arguments in the place of __VA_ARGS__. */
static void spread_arguments(struct terms *terms, struct term *term,
			     const struct defined *macro,
			     const struct term *call)
{
	const guint first = macro->parameters->len;

	for (guint i = 0; i < term->children->len; i++) {
		if (!term_is_name(term_child(term, i), "__VA_ARGS__")) {
			spread_arguments(terms, term_child(term, i), macro,
					 call);
			continue;
		}
		g_ptr_array_remove_index(term->children, i);
		for (guint k = first; k < call->children->len; k++)
			g_ptr_array_insert(
				term->children, (gint)(i + k - first),
				term_copy(terms, term_child(call, k)));
		i += call->children->len - MIN(first, call->children->len);
		if (i == 0)
			break;
		i--;
	}
}

static bool pastes(const struct defined *macro)
{
	for (guint i = 0; i < macro->body->len; i++) {
		if (strcmp(g_array_index(macro->body, struct word, i).text,
			   "##") == 0)
			return true;
	}
	return false;
}

static void free_words(gpointer words)
{
	g_array_free(words, TRUE);
}

/* A macro that pastes names is expanded as words: INIT_VM_FLAG(READ). */
static struct term *pasted_call(struct terms *terms,
				const struct defined *macro,
				const struct term *call)
{
	g_autoptr(GPtrArray) arguments =
		g_ptr_array_new_with_free_func(free_words);
	g_autoptr(GArray) expanded = NULL;

	for (guint i = 1; i < call->children->len; i++) {
		const struct term *argument = term_child(call, i);
		GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
		struct word word = {
			.kind = argument->kind == TERM_NUMBER ? LEX_NUMBER :
								LEX_IDENTIFIER,
			.text = argument->text,
			.line = call->line,
			.column = call->column,
		};

		g_array_append_val(words, word);
		g_ptr_array_add(arguments, words);
		if (argument->kind != TERM_NAME &&
		    argument->kind != TERM_NUMBER)
			return NULL;
	}
	expanded = macro_expand((struct file *)macro->file, macro, arguments);
	return term_read_expression(terms, (const struct word *)expanded->data,
				    expanded->len);
}

struct term *macro_call_term(struct terms *terms, const struct defined *macro,
			     const struct term *call)
{
	struct term *term, *root;

	if (pastes(macro))
		return pasted_call(terms, macro, call);
	term = term_read_expression(terms,
				    (const struct word *)macro->body->data,
				    macro->body->len);
	if (term->kind == TERM_WORDS)
		return NULL;
	root = term_new(terms, TERM_BLOCK, "", NULL);
	term_add(root, term);
	with_arguments(terms, root, macro, call);
	if (macro->parameters)
		spread_arguments(terms, root, macro, call);
	return root->children->len == 1 ? term_child(root, 0) : NULL;
}

static bool bits_value(struct side_valuing *valuing, const struct term *call,
		       guint from, gint64 *ret_value)
{
	for (guint i = from; i < call->children->len; i++) {
		gint64 bit;

		if (!term_value(term_child(call, i), value_of, valuing, &bit) ||
		    bit < 0 || bit > 63)
			return false;
		*ret_value |= (gint64)(1ULL << bit);
	}
	return true;
}

/* What a call makes of one word, without a look at any body. */
static bool known_call_value(struct side_valuing *valuing,
			     const struct term *call, bool *ret_is_known,
			     gint64 *ret_value)
{
	const char *callee = term_callee(call);

	*ret_value = 0;
	*ret_is_known = true;
	if (definitions_makes_bitmap(valuing->side, callee) ||
	    (call->children->len == 2 &&
	     (strcmp(callee, "BIT") == 0 || strcmp(callee, "BIT_ULL") == 0 ||
	      strcmp(callee, "_BITUL") == 0)))
		return bits_value(valuing, call, 1, ret_value);
	if (strcmp(callee, "append_vma_flags") == 0 && call->children->len > 1)
		return term_value(term_child(call, 1), value_of, valuing,
				  ret_value) &&
		       bits_value(valuing, call, 2, ret_value);
	if (call->children->len == 2 &&
	    (strcmp(callee, "vma_flags_to_legacy") == 0 ||
	     strcmp(callee, "legacy_to_vma_flags") == 0))
		return term_value(term_child(call, 1), value_of, valuing,
				  ret_value);
	*ret_is_known = false;
	return false;
}

static bool call_value(struct side_valuing *valuing, const struct term *call,
		       gint64 *ret_value)
{
	const struct defined *macro =
		definitions_meaning(valuing->side, term_callee(call));
	const struct term *term;
	bool is_known, has_value;

	has_value = known_call_value(valuing, call, &is_known, ret_value);
	if (is_known)
		return has_value;
	if (!macro || macro->kind != DEFINITION_MACRO ||
	    !macro->is_function_like)
		return false;
	term = macro_call_term(valuing->terms, macro, call);
	return term && term_value(term, value_of, valuing, ret_value);
}

static bool value_of(void *context, const struct term *term, gint64 *ret_value)
{
	struct side_valuing *valuing = context;
	const struct defined *meaning;
	bool has_value = false;

	if (++valuing->depth > NESTING_LIMIT) {
		valuing->depth--;
		return false;
	}
	if (term->kind == TERM_CALL) {
		has_value = call_value(valuing, term, ret_value);
		valuing->depth--;
		return has_value;
	}
	meaning = definitions_meaning(valuing->side, term->text);
	if (strcmp(term->text, "EMPTY_VMA_FLAGS") == 0) {
		*ret_value = 0;
		has_value = true;
	} else if (meaning && meaning->kind == DEFINITION_ENUMERATOR) {
		has_value = enumerator_value(valuing, meaning, ret_value);
	} else if (meaning && meaning->kind == DEFINITION_MACRO &&
		   !meaning->is_function_like) {
		has_value = words_value(valuing, meaning->body, ret_value);
	}
	valuing->depth--;
	return has_value;
}

bool definitions_value(const struct definitions *side, struct terms *terms,
		       const struct term *term, gint64 *ret_value)
{
	struct side_valuing valuing = { .side = side, .terms = terms };

	return term_value(term, value_of, &valuing, ret_value);
}

bool definitions_enumerator_value(const struct definitions *side,
				  struct terms *terms,
				  const struct defined *enumerator,
				  gint64 *ret_value)
{
	struct side_valuing valuing = { .side = side, .terms = terms };

	return enumerator_value(&valuing, enumerator, ret_value);
}
