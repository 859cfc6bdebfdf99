// SPDX-License-Identifier: GPL-2.0-only
/* Looks at all copies at once: completeness, doubles, leftovers. */
#include "whole.h"

#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "words.h"

static const struct file *file_at(const struct definitions *side, guint i)
{
	return g_ptr_array_index(side->files, i);
}

static struct defined *definition_at(const struct file *file, guint i)
{
	return g_ptr_array_index(file->definitions, i);
}

/* The enumerator of the kernel that one of a copy is of. */
static const struct defined *counterpart(const struct comparing *comparing,
					 const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);

		if (one->kind == DEFINITION_ENUMERATOR)
			return one;
	}
	return NULL;
}

/* Reports what the kernel's enumeration has and no copy. */
static void compare_group(const struct comparing *comparing,
			  const struct defined *copy,
			  const struct defined *theirs)
{
	const struct file *file = theirs->file;
	struct drift_place last = definition_place(copy);

	for (guint i = 0; i < file->definitions->len; i++) {
		const struct defined *one = definition_at(file, i);
		const GPtrArray *mine;

		if (one->kind != DEFINITION_ENUMERATOR ||
		    one->group != theirs->group)
			continue;
		mine = definitions_find(comparing->copies, one->name.text);
		if (mine->len > 0)
			last = definition_place(g_ptr_array_index(mine, 0));
		else if (definition_is_active(one))
			comparing_add(comparing,
				      (struct drift){
					      .kind = DRIFT_ENUMERATOR,
					      .name = one->name.text,
					      .here = last,
					      .there = definition_place(one),
				      });
	}
}

/* True if no earlier enumerator of the same enumeration was asked about. */
static bool is_first_of_group(const struct defined *copy, guint group)
{
	return copy->group != group;
}

void compare_enumerations(const struct comparing *comparing)
{
	for (guint i = 0; i < comparing->copies->files->len; i++) {
		const struct file *file = file_at(comparing->copies, i);
		guint group = 0;

		if (is_deliberate(file->path))
			continue;
		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *one = definition_at(file, k);
			const struct defined *theirs;

			if (one->kind != DEFINITION_ENUMERATOR ||
			    !is_first_of_group(one, group) ||
			    !g_hash_table_contains(comparing->flags,
						   one->name.text))
				continue;
			theirs = counterpart(comparing, one);
			if (!theirs)
				continue;
			group = one->group;
			compare_group(comparing, one, theirs);
		}
	}
}

static bool is_definition(const struct defined *one)
{
	return one->kind != DEFINITION_PROTOTYPE &&
	       one->kind != DEFINITION_VARIABLE && !one->is_undefined;
}

/* True if a condition asks whether the name is there already. */
static bool is_fallback(const struct defined *one)
{
	g_autofree char *conditions =
		words_conditions(one->file->words, one->name.guard);
	g_autofree char *asked =
		g_strdup_printf("!defined(%s)", one->name.text);

	return strstr(conditions, asked) != NULL;
}

static bool are_alternatives(const struct defined *a, const struct defined *b)
{
	return (a->file == b->file &&
		words_exclude(a->file->words, a->name.guard, b->name.guard)) ||
	       is_fallback(a) || is_fallback(b) ||
	       definition_is_active(a) != definition_is_active(b);
}

/* A tag, a function and a macro may share a name. */
static bool is_same_kind(const struct defined *a, const struct defined *b)
{
	return a->kind == b->kind;
}

/* The copy that an #include of another one brings in; NULL if it is none. */
static const struct file *included(const struct definitions *copies,
				   const struct file *file,
				   const struct mark *include)
{
	g_autofree char *folder = g_path_get_dirname(file->path);
	g_autofree char *below =
		g_build_filename("/", folder, include->text, NULL);
	g_autofree char *path = g_canonicalize_filename(below, "/");

	for (guint i = 0; i < copies->files->len; i++) {
		const struct file *one = file_at(copies, i);

		if (strcmp(one->path, path + 1) == 0)
			return one;
	}
	return NULL;
}

/* Adds a file and all copies that it includes, by whatever way. */
static void add_reached(const struct definitions *copies,
			const struct file *file, GHashTable *reached)
{
	if (!g_hash_table_add(reached, (gpointer)file))
		return;
	for (guint i = 0; i < file->words->includes->len; i++) {
		const struct file *next = included(
			copies, file,
			&g_array_index(file->words->includes, struct mark, i));

		if (next)
			add_reached(copies, next, reached);
	}
}

/* True if some file includes both, or is one and includes the other. */
static bool are_together(const struct definitions *copies, const struct file *a,
			 const struct file *b)
{
	bool are = a == b;

	for (guint i = 0; i < copies->files->len && !are; i++) {
		g_autoptr(GHashTable) reached = g_hash_table_new(NULL, NULL);

		add_reached(copies, file_at(copies, i), reached);
		are = g_hash_table_contains(reached, a) &&
		      g_hash_table_contains(reached, b);
	}
	return are;
}

/* Reports a definition if an earlier one has the same name. */
static void find_double(const struct comparing *comparing,
			const struct defined *one)
{
	const GPtrArray *list =
		definitions_find(comparing->copies, one->name.text);

	for (guint i = 0; i < list->len; i++) {
		const struct defined *other = g_ptr_array_index(list, i);

		if (other == one)
			return;
		if (!is_definition(other) || !is_same_kind(one, other) ||
		    are_alternatives(one, other) ||
		    !are_together(comparing->copies, one->file, other->file))
			continue;
		comparing_add(
			comparing,
			(struct drift){ .kind = DRIFT_TWICE,
					.name = one->name.text,
					.here = definition_place(one),
					.there = definition_place(other) });
		return;
	}
}

void find_doubles(const struct comparing *comparing)
{
	for (guint i = 0; i < comparing->copies->files->len; i++) {
		const struct file *file = file_at(comparing->copies, i);

		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *one = definition_at(file, k);

			if (is_definition(one) &&
			    definition_names_flags(one, comparing->flags))
				find_double(comparing, one);
		}
	}
}

void find_markers(const struct comparing *comparing)
{
	for (guint i = 0; i < comparing->copies->files->len; i++) {
		const struct file *file = file_at(comparing->copies, i);

		for (guint k = 0; k < file->words->markers->len; k++) {
			const struct mark *mark = &g_array_index(
				file->words->markers, struct mark, k);
			g_autofree char *sign = g_strndup(mark->text, 7);

			comparing_add(
				comparing,
				(struct drift){ .kind = DRIFT_MARKER,
						.name = sign,
						.here = { .path = file->path,
							  .line = mark->line,
							  .column = 1 } });
		}
	}
}

static bool is_of_kernel(const struct comparing *comparing,
			 const struct defined *one)
{
	return definitions_find(comparing->kernel, one->name.text)->len > 0;
}

/* True if most of what a header has of the flag API is the kernel's, too. */
static bool is_copy(const struct comparing *comparing, const struct file *file)
{
	guint nr_known = 0, nr_all = 0;

	for (guint i = 0; i < file->definitions->len; i++) {
		const struct defined *one = definition_at(file, i);

		if (!definition_names_flags(one, comparing->flags))
			continue;
		nr_all++;
		nr_known += is_of_kernel(comparing, one);
	}
	return nr_known * 2 > nr_all;
}

void find_stale(const struct comparing *comparing)
{
	for (guint i = 0; i < comparing->copies->files->len; i++) {
		const struct file *file = file_at(comparing->copies, i);

		if (!g_str_has_suffix(file->path, ".h") ||
		    is_deliberate(file->path) || !is_copy(comparing, file))
			continue;
		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *one = definition_at(file, k);

			if (!is_definition(one) ||
			    is_of_kernel(comparing, one) ||
			    !definition_names_flags(one, comparing->flags))
				continue;
			comparing_add(comparing,
				      (struct drift){
					      .kind = DRIFT_STALE,
					      .name = one->name.text,
					      .here = definition_place(one) });
		}
	}
}
