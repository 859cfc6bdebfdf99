// SPDX-License-Identifier: GPL-2.0-only
/* From what bodies do to the functions that set flags, and marks for them. */
#include <string.h>

#include "names.h"
#include "setters.h"
#include "text/lexer.h"
#include "text/name_set.h"
#include "vma_bodies.h"

/* Callers of callers are followed this far; 4 in 6.12. */
enum { CALL_DEPTH = 8 };

/*
 * Helpers that set what they are told: "" is a store. Those of the tree have
 * been learned; the names are for headers without bodies, 6.3 to 7.x.
 */
static bool is_helper(GHashTable *names, const char *name)
{
	static const char *const helpers[] = {
		"",
		"vm_flags_set",
		"vm_flags_mod",
		"vma_set_flags",
		"vma_set_flags_mask",
	};
	g_autofree char *owner = g_strconcat(name, ":helper:vma", NULL);
	g_autofree char *sets = g_strconcat(name, ":sets:2", NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(helpers); i++) {
		if (strcmp(helpers[i], name) == 0)
			return true;
	}
	return g_hash_table_contains(names, owner) &&
	       g_hash_table_contains(names, sets);
}

static void add_mark(GHashTable *names, const char *name, const char *mark,
		     const char *flag)
{
	g_autofree char *stem = names_flag_stem(flag);

	g_hash_table_add(names,
			 stem ? g_strdup_printf("%s:%s:%s", name, mark, stem) :
				g_strdup_printf("%s:%s", name, mark));
}

/* A flag, and what it holds if it is a mask of others. */
static void add_flags(const struct setters *setters, GHashTable *names,
		      const char *name, const char *mark, const char *flag,
		      guint depth)
{
	const GPtrArray *held = g_hash_table_lookup(setters->bodies, flag);

	add_mark(names, name, mark, flag);
	for (guint i = 0; held && depth > 0 && i < held->len; i++)
		add_flags(setters, names, name, mark,
			  g_ptr_array_index(held, i), depth - 1);
}

/* What a callee sets or adds, its caller does. */
static bool inherit(GHashTable *names, const char *name, const char *callee,
		    const char *what)
{
	g_autofree char *mark = g_strconcat(callee, what, NULL);
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer known;

	if (!g_hash_table_contains(names, mark))
		return false;
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &known, NULL)) {
		if (g_str_has_prefix(known, mark))
			g_ptr_array_add(found,
					g_strconcat(name,
						    (const char *)known +
							    strlen(callee),
						    NULL));
	}
	for (guint i = 0; i < found->len; i++)
		g_hash_table_add(names, g_strdup(g_ptr_array_index(found, i)));
	return true;
}

static void learn_call(const struct setters *setters, GHashTable *names,
		       struct vma_function *function,
		       const struct vma_call *call)
{
	const char *mark = call->is_absent ? "adds" : "sets";
	bool is_set = is_helper(names, call->callee);

	if (!is_set && strcmp(call->callee, function->name) != 0) {
		function->is_marked |=
			inherit(names, function->name, call->callee, ":adds");
		is_set = !call->is_absent &&
			 inherit(names, function->name, call->callee, ":sets");
	}
	if (!is_set)
		return;
	function->is_marked = true;
	add_mark(names, function->name, mark, "");
	for (guint i = 0; i < call->flags->len; i++)
		add_flags(setters, names, function->name, mark,
			  g_ptr_array_index(call->flags, i), 4);
}

static bool does_call(const struct vma_function *function, const char *callee)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct vma_call *call =
			g_ptr_array_index(function->calls, i);

		if (strcmp(call->callee, callee) == 0)
			return true;
	}
	return false;
}

/* vm_flags_reset() of 6.5 and later; in 6.4 it took the lock itself. */
static void learn_assertion(gpointer data, gpointer names)
{
	const struct vma_function *function = data;

	if (!function->is_static && strstr(function->name, "flags") &&
	    does_call(function, "vma_assert_write_locked") &&
	    !does_call(function, "vma_start_write"))
		add_mark(names, function->name, "asserts", "");
}

static void drop_static(gpointer data, gpointer names)
{
	const struct vma_function *function = data;
	g_autofree char *prefix = g_strconcat(function->name, ":", NULL);
	GHashTableIter iter;
	gpointer known;

	if (!function->is_static || !function->is_marked)
		return;
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &known, NULL)) {
		if (g_str_has_prefix(known, prefix))
			g_hash_table_iter_remove(&iter);
	}
}

void setters_learn(const struct setters *setters, GHashTable *names)
{
	for (guint round = 0; round < CALL_DEPTH; round++) {
		const guint nr_known = g_hash_table_size(names);

		for (guint i = 0; i < setters->functions->len; i++) {
			struct vma_function *function =
				g_ptr_array_index(setters->functions, i);

			for (guint j = 0; j < function->calls->len; j++)
				learn_call(
					setters, names, function,
					g_ptr_array_index(function->calls, j));
		}
		if (g_hash_table_size(names) == nr_known)
			break;
	}
	g_ptr_array_foreach(setters->functions, drop_static, names);
	g_ptr_array_foreach(setters->functions, learn_assertion, names);
}

bool setters_has_token(GHashTable *names, const struct lex_token *token)
{
	static const char mark[] = ":sets";
	char name[NAME_SET_LIMIT];

	if (token->length + sizeof(mark) > sizeof(name))
		return false;
	memcpy(name, token->start, token->length);
	memcpy(name + token->length, mark, sizeof(mark));
	return g_hash_table_contains(names, name);
}

static bool has_marks_of(GHashTable *names, GHashTable *others)
{
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, others);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (strchr(name, ':') && !g_hash_table_contains(names, name))
			return false;
	}
	return true;
}

bool setters_are_same(GHashTable *names, GHashTable *others)
{
	return has_marks_of(names, others) && has_marks_of(others, names);
}
