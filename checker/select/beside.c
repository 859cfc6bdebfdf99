// SPDX-License-Identifier: GPL-2.0-only
/*
 * Names in quotes are of this folder first; <name.h> without a folder is as a
 * Makefile's -I has it, most often this one. Where a macro says what to
 * include, it may be any header that a macro names, and any of this folder.
 */
#include "beside.h"

#include <string.h>

#include "base/view.h"
#include "paths.h"
#include "select.h"
#include "text/directive.h"

struct beside {
	const struct tree *tree;
	GPtrArray *headers; /* owned strings */
	GHashTable *known;  /* the same, borrowed */
};

struct beside *beside_new(const struct tree *tree)
{
	struct beside *beside = g_new0(struct beside, 1);

	beside->tree = tree;
	beside->headers = g_ptr_array_new_with_free_func(g_free);
	beside->known = g_hash_table_new(g_str_hash, g_str_equal);
	return beside;
}

void beside_free(struct beside *beside)
{
	g_ptr_array_unref(beside->headers);
	g_hash_table_destroy(beside->known);
	g_free(beside);
}

void beside_add(struct beside *beside, const char *path)
{
	char *copy;

	if (!path_is_header(path) || g_hash_table_contains(beside->known, path))
		return;
	copy = g_strdup(path);
	g_hash_table_add(beside->known, copy);
	g_ptr_array_add(beside->headers, copy);
}

static void add_name(struct beside *beside, const char *folder,
		     const char *name)
{
	g_autofree char *path = g_canonicalize_filename(name, folder);

	beside_add(beside, path);
}

static void add_folder(struct beside *beside, const char *folder)
{
	g_autoptr(GPtrArray) names = view_list(beside->tree->view, folder);

	for (guint i = 0; i < names->len; i++)
		add_name(beside, folder, g_ptr_array_index(names, i));
}

/* Adds what the macros of a text name, and what is beside it. */
static void add_any(struct beside *beside, const char *folder, const char *text,
		    gsize length)
{
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, text, length);
	while (directive_next(&reader, &directive)) {
		g_autofree char *name = directive_quoted(&directive);

		if (directive.word == DIRECTIVE_DEFINE && name)
			add_name(beside, folder, name);
	}
	add_folder(beside, folder);
}

void beside_add_included(struct beside *beside, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	gsize length = 0;
	g_autofree char *text =
		view_read(beside->tree->view, path, &length, NULL);
	struct directive_reader reader;
	struct include include;
	bool has_computed = false;

	directive_reader_init(&reader, text ? text : "", length);
	while (include_next(&reader, &include)) {
		if (include.form == INCLUDE_QUOTED ||
		    (include.form == INCLUDE_ANGLED &&
		     !strchr(include.name, '/')))
			add_name(beside, folder, include.name);
		has_computed |= include.form == INCLUDE_MACRO &&
				!include_is_of_trace(&include);
		g_free(include.name);
	}
	if (has_computed)
		add_any(beside, folder, text, length);
}

void beside_follow(struct beside *beside)
{
	for (guint i = 0; i < beside->headers->len; i++)
		beside_add_included(beside,
				    g_ptr_array_index(beside->headers, i));
}

GPtrArray *beside_headers(const struct beside *beside)
{
	return beside->headers;
}
