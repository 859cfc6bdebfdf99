// SPDX-License-Identifier: GPL-2.0-only
/* Reads both sides and compares them, one definition after the other. */
#include "mirror.h"

#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "kernel_files.h"
#include "users.h"
#include "whole.h"

static void add_name(GHashTable *names, const char *name)
{
	g_hash_table_add(names, g_strdup(name));
}

static GHashTable *name_set(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Enumerators are in capitals, as are macros that could be one. */
static bool is_in_capitals(const char *name)
{
	for (; *name; name++) {
		if (g_ascii_islower(*name))
			return false;
	}
	return true;
}

/*
 * True if a copy names the flag API, or is given what has flags: then what it
 * is a copy of may name them.
 */
static bool may_be_about_flags(const struct defined *copy, GHashTable *flags)
{
	for (guint i = 0; copy->parameters && i < copy->parameters->len; i++) {
		const char *type =
			g_array_index(copy->parameters, struct parameter, i)
				.type;

		if (strstr(type, "vm_area_") || strstr(type, "mm_struct"))
			return true;
	}
	return definition_names_flags(copy, flags);
}

static void want(const struct wanted_names *names, const struct defined *copy)
{
	const char *name = copy->name.text;

	switch (copy->kind) {
	case DEFINITION_FUNCTION:
		add_name(names->callables, name);
		break;
	case DEFINITION_MACRO:
	case DEFINITION_ENUMERATOR:
		add_name(names->callables, name);
		if (is_in_capitals(name))
			add_name(names->enumerators, name);
		break;
	case DEFINITION_RECORD:
	case DEFINITION_TYPEDEF:
		add_name(names->types, name);
		break;
	case DEFINITION_PROTOTYPE:
	case DEFINITION_VARIABLE:
		break;
	}
}

/* Reads what the kernel has of the names that copies define. */
static void read_counterparts(const struct mirror_request *request,
			      const struct definitions *copies,
			      struct definitions *kernel)
{
	g_autoptr(GHashTable) callables = name_set();
	g_autoptr(GHashTable) enumerators = name_set();
	g_autoptr(GHashTable) types = name_set();
	const struct wanted_names names = { callables, enumerators, types };

	for (guint i = 0; i < copies->files->len; i++) {
		const struct file *file = g_ptr_array_index(copies->files, i);

		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *one =
				g_ptr_array_index(file->definitions, k);

			if (may_be_about_flags(one, request->flags))
				want(&names, one);
		}
	}
	if (copies->files->len > 0)
		kernel_read(request, &names, kernel);
}

/* Functions of the copies that do nothing at all. */
static GHashTable *empty_functions(const struct definitions *copies)
{
	GHashTable *empty = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < copies->files->len; i++) {
		const struct file *file = g_ptr_array_index(copies->files, i);

		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *one =
				g_ptr_array_index(file->definitions, k);

			if (one->kind == DEFINITION_FUNCTION &&
			    one->body->len == 0)
				g_hash_table_add(empty,
						 (gpointer)one->name.text);
		}
	}
	return empty;
}

/* Names in the code of copies that no copy defines. */
static GHashTable *given_names(const struct definitions *copies)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < copies->files->len; i++) {
		const struct file *file = g_ptr_array_index(copies->files, i);

		for (guint k = 0; k < file->words->code->len; k++) {
			const struct word *word = &g_array_index(
				file->words->code, struct word, k);

			if (word->kind == LEX_IDENTIFIER &&
			    definitions_find(copies, word->text)->len == 0)
				g_hash_table_add(names, (gpointer)word->text);
		}
	}
	return names;
}

static bool has_own_stubs(const struct definitions *copies)
{
	for (guint i = 0; i < copies->files->len; i++) {
		const struct file *file = g_ptr_array_index(copies->files, i);

		if (g_str_has_suffix(file->path, "/stubs.h"))
			return true;
	}
	return false;
}

/* True if a copy, or what it is a copy of, names the flag API. */
static bool is_about_flags(const struct comparing *comparing,
			   const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);

	if (definition_names_flags(copy, comparing->flags))
		return list->len > 0;
	for (guint i = 0; i < list->len; i++) {
		if (definition_names_flags(g_ptr_array_index(list, i),
					   comparing->flags))
			return true;
	}
	return false;
}

static void compare_one(const struct comparing *comparing,
			const struct defined *copy)
{
	switch (copy->kind) {
	case DEFINITION_FUNCTION:
		compare_function(comparing, copy);
		break;
	case DEFINITION_MACRO:
		if (copy->is_function_like)
			compare_function(comparing, copy);
		else
			compare_constant(comparing, copy);
		break;
	case DEFINITION_ENUMERATOR:
		compare_constant(comparing, copy);
		break;
	case DEFINITION_RECORD:
		compare_record(comparing, copy);
		break;
	case DEFINITION_TYPEDEF:
		compare_typedef(comparing, copy);
		break;
	case DEFINITION_PROTOTYPE:
	case DEFINITION_VARIABLE:
		break;
	}
}

static void compare_all(const struct comparing *comparing)
{
	const GPtrArray *files = comparing->copies->files;

	for (guint i = 0; i < files->len; i++) {
		const struct file *file = g_ptr_array_index(files, i);

		for (guint k = 0; k < file->definitions->len; k++) {
			const struct defined *copy =
				g_ptr_array_index(file->definitions, k);

			if (!is_about_flags(comparing, copy))
				continue;
			compare_one(comparing, copy);
			comparing->mirror->nr_compared++;
		}
	}
}

/* Adds what a body calls, unless the kernel's side has it. */
static void add_callees(const struct definitions *kernel, const GArray *body,
			GHashTable *names)
{
	for (guint i = 0; i + 1 < body->len; i++) {
		const struct word *word = &g_array_index(body, struct word, i);

		if (word->kind == LEX_IDENTIFIER && *word[1].text == '(' &&
		    definitions_find(kernel, word->text)->len == 0)
			add_name(names, word->text);
	}
}

/*
 * The names that bodies call which differ: with what they do at hand, bodies
 * may prove to be alike. Owned.
 */
static GHashTable *missing_callees(const struct comparing *comparing)
{
	const GArray *drifts = comparing->mirror->drifts;
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < drifts->len; i++) {
		const struct drift *drift =
			&g_array_index(drifts, struct drift, i);
		const GPtrArray *list =
			definitions_find(comparing->kernel, drift->name);

		for (guint k = 0; drift->kind == DRIFT_BODY && k < list->len;
		     k++) {
			const struct defined *one = g_ptr_array_index(list, k);

			if (one->body)
				add_callees(comparing->kernel, one->body,
					    names);
		}
	}
	return names;
}

static void compare_with_callees(const struct mirror_request *request,
				 const struct comparing *comparing,
				 struct definitions *kernel)
{
	g_autoptr(GHashTable) none = name_set();
	g_autoptr(GHashTable) names = NULL;
	struct wanted_names wanted = { .enumerators = none, .types = none };

	compare_all(comparing);
	names = missing_callees(comparing);
	if (g_hash_table_size(names) == 0)
		return;
	wanted.callables = names;
	kernel_read(request, &wanted, kernel);
	g_array_set_size(comparing->mirror->drifts, 0);
	g_hash_table_remove_all(comparing->guards);
	comparing->mirror->nr_compared = 0;
	compare_all(comparing);
}

struct mirror *mirror_none(void)
{
	struct mirror *mirror = g_new0(struct mirror, 1);

	mirror->drifts = g_array_new(FALSE, FALSE, sizeof(struct drift));
	mirror->strings = g_string_chunk_new(1024);
	return mirror;
}

struct mirror *mirror_compare(const struct mirror_request *request)
{
	g_autoptr(GHashTable) settings = copies_settings(request);
	struct definitions *copies = definitions_new(settings, request->flags);
	struct definitions *kernel = definitions_new(settings, request->flags);
	struct comparing comparing = {
		.mirror = mirror_none(),
		.copies = copies,
		.kernel = kernel,
		.flags = request->flags,
	};

	copies_read(request, copies);
	read_counterparts(request, copies, kernel);
	comparing.empty = empty_functions(copies);
	comparing.given = given_names(copies);
	comparing.guards =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	comparing.has_own_stubs = has_own_stubs(copies);
	compare_with_callees(request, &comparing, kernel);
	compare_enumerations(&comparing);
	find_doubles(&comparing);
	find_markers(&comparing);
	find_stale(&comparing);
	find_missing(request, &comparing, kernel);
	g_hash_table_destroy(comparing.guards);
	g_hash_table_destroy(comparing.given);
	g_hash_table_destroy(comparing.empty);
	definitions_free(kernel);
	definitions_free(copies);
	return comparing.mirror;
}

void mirror_free(struct mirror *mirror)
{
	if (!mirror)
		return;
	g_array_free(mirror->drifts, TRUE);
	g_string_chunk_free(mirror->strings);
	g_free(mirror);
}
