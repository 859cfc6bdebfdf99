// SPDX-License-Identifier: GPL-2.0-only
/* The types of functions, by what their names stand for. */
#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "term.h"
#include "words.h"

/* What a typedef or macro stands for; the name itself if it is none. */
static char *type_meaning(const struct definitions *side, const char *name)
{
	const GPtrArray *list = definitions_find(side, name);

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);

		if ((one->kind != DEFINITION_TYPEDEF &&
		     (one->kind != DEFINITION_MACRO ||
		      one->is_function_like)) ||
		    words_have(one->body, 0, "struct") || one->body->len == 0)
			continue;
		return type_text((const struct word *)one->body->data,
				 one->body->len);
	}
	return g_strdup(name);
}

/* A type by what its names stand for; owned. */
static char *resolved(const struct definitions *side, const char *type)
{
	g_auto(GStrv) words = g_strsplit(type, " ", -1);
	GString *text = g_string_new(NULL);

	for (guint i = 0; words[i]; i++) {
		g_autofree char *meaning = type_meaning(side, words[i]);

		if (i > 0)
			g_string_append_c(text, ' ');
		g_string_append(text, meaning);
	}
	return g_string_free(text, FALSE);
}

bool types_agree(const struct comparing *comparing, const char *mine,
		 const char *theirs, bool *ret_is_spelling)
{
	g_autofree char *left = NULL;
	g_autofree char *right = NULL;

	*ret_is_spelling = false;
	if (strcmp(mine, theirs) == 0)
		return true;
	left = resolved(comparing->copies, mine);
	right = resolved(comparing->kernel, theirs);
	*ret_is_spelling = strcmp(left, right) == 0;
	return *ret_is_spelling;
}

/* Without the const of what is passed, and of what a pointer leads to. */
static const char *without_const(const char *type)
{
	return g_str_has_prefix(type, "const ") ? type + strlen("const ") :
						  type;
}

static bool names_flag_type(const struct comparing *comparing, const char *type)
{
	g_auto(GStrv) words = g_strsplit_set(type, " *", -1);

	for (guint i = 0; words[i]; i++) {
		if (g_str_has_suffix(words[i], "_t") &&
		    g_hash_table_contains(comparing->flags, words[i]))
			return true;
	}
	return false;
}

static const struct parameter *parameter_at(const struct defined *definition,
					    guint i)
{
	return &g_array_index(definition->parameters, struct parameter, i);
}

/* A type of one side that differs from the other's. */
struct type_pair {
	const char *mine, *theirs;
	bool is_spelling;
};

/* The first types in which signatures differ; false if they agree. */
static bool signatures_differ(const struct comparing *comparing,
			      const struct defined *copy,
			      const struct defined *theirs,
			      struct type_pair *ret)
{
	const bool is_only_flags = is_stub(comparing, copy);
	struct type_pair spelling = { 0 };

	for (guint i = 0; i <= copy->parameters->len; i++) {
		struct type_pair pair = { .mine = copy->type,
					  .theirs = theirs->type };
		const bool is_result = i == copy->parameters->len;

		if (!is_result && i < theirs->parameters->len) {
			pair.mine = without_const(parameter_at(copy, i)->type);
			pair.theirs =
				without_const(parameter_at(theirs, i)->type);
		}
		if (types_agree(comparing, pair.mine, pair.theirs,
				&pair.is_spelling)) {
			if (pair.is_spelling)
				spelling = pair;
			continue;
		}
		if (is_only_flags && !names_flag_type(comparing, pair.mine) &&
		    !names_flag_type(comparing, pair.theirs))
			continue;
		*ret = pair;
		return true;
	}
	*ret = spelling;
	return spelling.is_spelling;
}

static char *parameters_text(const struct defined *definition)
{
	GString *text = g_string_new("(");

	for (guint i = 0; i < definition->parameters->len; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
				       parameter_at(definition, i)->type);
	g_string_append_c(text, ')');
	return g_string_free(text, FALSE);
}

static void add_signature(const struct comparing *comparing,
			  const struct defined *copy,
			  const struct defined *theirs,
			  const struct type_pair *pair)
{
	g_autofree char *mine = pair ? NULL : parameters_text(copy);
	g_autofree char *other = pair ? NULL : parameters_text(theirs);

	comparing_add(comparing,
		      (struct drift){ .kind = pair && pair->is_spelling ?
						      DRIFT_TYPE_NAME :
						      DRIFT_SIGNATURE,
				      .name = copy->name.text,
				      .here = definition_place(copy),
				      .there = definition_place(theirs),
				      .mine = pair ? pair->mine : mine,
				      .theirs = pair ? pair->theirs : other });
}

/*
 * Reports the signature that is nearest, unless one of them is alike. False if
 * the bodies cannot be alike, either.
 */
bool compare_signature(const struct comparing *comparing,
		       const struct defined *copy, const GPtrArray *list)
{
	const struct defined *found = NULL, *odd = NULL;
	struct type_pair pair = { 0 };

	if (copy->kind == DEFINITION_MACRO)
		return true;
	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		struct type_pair this;

		if (one->kind == DEFINITION_MACRO || !is_callable(one))
			continue;
		if (one->parameters->len != copy->parameters->len) {
			odd = odd && definition_is_active(odd) ? odd : one;
			continue;
		}
		if (!signatures_differ(comparing, copy, one, &this))
			return true;
		if (!found || (pair.is_spelling < this.is_spelling)) {
			found = one;
			pair = this;
		}
	}
	if (found)
		add_signature(comparing, copy, found, &pair);
	else if (odd && (!is_stub(comparing, copy) ||
			 definition_names_flags(odd, comparing->flags)))
		add_signature(comparing, copy, odd, NULL);
	return found ? pair.is_spelling : !odd;
}
