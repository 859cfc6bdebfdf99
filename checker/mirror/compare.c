// SPDX-License-Identifier: GPL-2.0-only
/*
 * A copy is right if it is like one of the kernel's definitions of its name,
 * whatever the conditions of that are. What is told else is how it differs
 * from the one that is active under the copy's own settings.
 */
#include "compare.h"

#include <string.h>

#include "definition.h"
#include "definitions.h"
#include "difference.h"
#include "normal.h"
#include "term.h"
#include "words.h"

struct drift_place definition_place(const struct defined *definition)
{
	return (struct drift_place){ .path = definition->file->path,
				     .line = definition->name.line,
				     .column = definition->name.column };
}

static const char *keep(const struct comparing *comparing, const char *text)
{
	return g_string_chunk_insert_const(comparing->mirror->strings,
					   text ? text : "");
}

void comparing_add(const struct comparing *comparing, struct drift drift)
{
	drift.name = keep(comparing, drift.name);
	drift.mine = keep(comparing, drift.mine);
	drift.theirs = keep(comparing, drift.theirs);
	drift.here.path = keep(comparing, drift.here.path);
	if (drift.there.path)
		drift.there.path = keep(comparing, drift.there.path);
	g_array_append_val(comparing->mirror->drifts, drift);
}

bool is_deliberate(const char *path)
{
	return g_str_has_suffix(path, "/stubs.h") ||
	       g_str_has_suffix(path, "/custom.h");
}

bool words_have(const GArray *words, guint i, const char *text)
{
	return i < words->len &&
	       strcmp(g_array_index(words, struct word, i).text, text) == 0;
}

/* Nothing, `(void)x;', or one return of a name or literal. */
static bool has_stub_body(const GArray *body)
{
	guint i = 0;

	while (words_have(body, i, "(") && words_have(body, i + 1, "void") &&
	       words_have(body, i + 2, ")") && words_have(body, i + 4, ";"))
		i += 5;
	if (words_have(body, i, "return")) {
		i++;
		i += words_have(body, i, "-");
		if (i < body->len && !words_have(body, i, "("))
			i++;
		i += words_have(body, i, ";");
	}
	return i == body->len;
}

bool is_stub(const struct comparing *comparing, const struct defined *copy)
{
	return is_deliberate(copy->file->path) ||
	       (!comparing->has_own_stubs && copy->body &&
		copy->kind == DEFINITION_FUNCTION && has_stub_body(copy->body));
}

bool is_callable(const struct defined *definition)
{
	return definition->kind == DEFINITION_FUNCTION ||
	       definition->kind == DEFINITION_PROTOTYPE ||
	       (definition->kind == DEFINITION_MACRO &&
		definition->is_function_like);
}

bool is_constant(const struct defined *definition)
{
	return definition->kind == DEFINITION_ENUMERATOR ||
	       (definition->kind == DEFINITION_MACRO &&
		!definition->is_function_like);
}

bool has_body(const struct defined *definition)
{
	return definition->kind != DEFINITION_PROTOTYPE;
}

/* The conditions of both, if they differ in what they ask; else false. */
static bool guards_differ(const struct defined *copy,
			  const struct defined *theirs, char **ret_mine,
			  char **ret_theirs)
{
	*ret_mine = words_conditions(copy->file->words, copy->name.guard);
	*ret_theirs = words_conditions(theirs->file->words, theirs->name.guard);
	return **ret_mine && **ret_theirs &&
	       strcmp(*ret_mine, *ret_theirs) != 0;
}

/* Which of several that all differ a reader would compare it with. */
const struct defined *nearest(const struct defined *copy, const GPtrArray *list,
			      bool (*is_wanted)(const struct defined *))
{
	g_autofree char *mine =
		words_conditions(copy->file->words, copy->name.guard);
	const struct defined *found = NULL;
	bool is_found_active = false;

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		g_autofree char *theirs =
			words_conditions(one->file->words, one->name.guard);

		if (!is_wanted(one) || !has_body(one))
			continue;
		if (*mine && strcmp(mine, theirs) == 0)
			return one;
		if (!found || (!is_found_active && definition_is_active(one))) {
			found = one;
			is_found_active = definition_is_active(one);
		}
	}
	return found;
}

/* True if the kernel only declares it here, and has the body elsewhere. */
bool is_declared_only(const GPtrArray *list, const struct defined *nearest_body)
{
	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);

		if (one->kind == DEFINITION_PROTOTYPE &&
		    definition_is_active(one) &&
		    !definition_is_active(nearest_body))
			return true;
	}
	return false;
}

/* A difference as texts, which are freed. */
void add_difference(const struct comparing *comparing, enum drift_kind kind,
		    const struct defined *copy, const struct defined *theirs,
		    const struct difference *difference)
{
	struct drift drift = {
		.kind = kind,
		.name = copy->name.text,
		.here = definition_place(copy),
		.there = definition_place(theirs),
	};
	g_autofree char *mine =
		difference->mine ? term_write(difference->mine) : NULL;
	g_autofree char *other =
		difference->theirs ? term_write(difference->theirs) : NULL;

	drift.mine = mine;
	drift.theirs = other;
	if (difference->mine && difference->mine->line > 0 &&
	    copy->kind != DEFINITION_ENUMERATOR) {
		drift.here.line = difference->mine->line;
		drift.here.column = difference->mine->column;
	}
	if (difference->theirs && difference->theirs->line > 0 &&
	    theirs->kind != DEFINITION_ENUMERATOR) {
		drift.there.line = difference->theirs->line;
		drift.there.column = difference->theirs->column;
	}
	comparing_add(comparing, drift);
}

/* True if no definition of the same conditional was asked about before. */
static bool is_first_of_chain(const struct comparing *comparing,
			      const struct defined *copy)
{
	const struct guard *guard =
		words_guard(copy->file->words, copy->name.guard);
	g_autofree char *key =
		g_strdup_printf("%s:%u", copy->file->path, guard->chain);

	return g_hash_table_add(comparing->guards, g_steal_pointer(&key));
}

/* Says once that what is alike is under other conditions. */
void compare_guards(const struct comparing *comparing,
		    const struct defined *copy, const GPtrArray *alike)
{
	g_autofree char *mine = NULL;
	g_autofree char *theirs = NULL;

	for (guint i = 0; i < alike->len; i++) {
		g_free(g_steal_pointer(&mine));
		g_free(g_steal_pointer(&theirs));
		if (!guards_differ(copy, g_ptr_array_index(alike, i), &mine,
				   &theirs))
			return;
	}
	if (alike->len > 0 && is_first_of_chain(comparing, copy))
		comparing_add(
			comparing,
			(struct drift){ .kind = DRIFT_GUARD,
					.name = copy->name.text,
					.here = definition_place(copy),
					.there = definition_place(
						g_ptr_array_index(alike, 0)),
					.mine = mine,
					.theirs = theirs });
}
