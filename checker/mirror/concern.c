// SPDX-License-Identifier: GPL-2.0-only
/* Which changes of the kernel's files change what is copied. */
#include <string.h>

#include "definition.h"
#include "definitions.h"
#include "kernel_files.h"
#include "mirror.h"

struct mirror_copies {
	GHashTable *settings;
	struct definitions *copies;
};

struct mirror_copies *mirror_copies_open(const struct mirror_request *request)
{
	struct mirror_copies *opened = g_new0(struct mirror_copies, 1);

	opened->settings = copies_settings(request);
	opened->copies = definitions_new(opened->settings, request->flags);
	copies_read(request, opened->copies);
	return opened;
}

void mirror_copies_free(struct mirror_copies *copies)
{
	definitions_free(copies->copies);
	g_hash_table_destroy(copies->settings);
	g_free(copies);
}

GPtrArray *mirror_copies_paths(const struct mirror_copies *copies)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	const GPtrArray *files = copies->copies->files;

	for (guint i = 0; i < files->len; i++) {
		const struct file *file = g_ptr_array_index(files, i);

		g_ptr_array_add(paths, g_strdup(file->path));
	}
	return paths;
}

static void append_words(GString *text, const GArray *words)
{
	for (guint i = 0; words && i < words->len; i++) {
		g_string_append_c(text, ' ');
		g_string_append(text,
				g_array_index(words, struct word, i).text);
	}
}

static void append_definition(GString *text, const struct defined *one)
{
	g_autofree char *conditions =
		words_conditions(one->file->words, one->name.guard);

	g_string_append_printf(text, "\n%s %s %u %s(", one->name.text,
			       conditions, (unsigned int)one->kind, one->type);
	for (guint i = 0; one->parameters && i < one->parameters->len; i++) {
		const struct parameter *parameter =
			&g_array_index(one->parameters, struct parameter, i);

		g_string_append_printf(text, "%s %s,", parameter->type,
				       parameter->name);
	}
	g_string_append_printf(text, ")%u", one->behind);
	append_words(text, one->base);
	append_words(text, one->body);
}

/* True if a copy has the name, or another enumerator of its enumeration. */
static bool is_copied(const struct mirror_copies *copies,
		      const struct defined *one)
{
	return one->kind == DEFINITION_ENUMERATOR ||
	       definitions_find(copies->copies, one->name.text)->len > 0;
}

/* All that a state of a file says of names that are copied; owned. */
static char *said(const struct mirror_copies *copies, const char *path,
		  const char *text, gsize length)
{
	GString *all = g_string_new(NULL);
	struct file *file;

	if (!text)
		return g_string_free(all, FALSE);
	file = file_read(path, g_strndup(text, length), length,
			 copies->settings);
	for (guint i = 0; i < file->definitions->len; i++) {
		const struct defined *one =
			g_ptr_array_index(file->definitions, i);

		if (is_copied(copies, one))
			append_definition(all, one);
	}
	file_free(file);
	return g_string_free(all, FALSE);
}

bool mirror_path_matters(const char *path)
{
	return g_str_has_prefix(path, MIRROR_FOLDER "/") ||
	       path_is_of_kernel(path);
}

bool mirror_copies_concern(const struct mirror_copies *copies, const char *path,
			   const struct mirror_state *before,
			   const struct mirror_state *after)
{
	g_autofree char *old = NULL;
	g_autofree char *new = NULL;

	if (g_str_has_prefix(path, MIRROR_FOLDER "/"))
		return true;
	if (!path_is_of_kernel(path))
		return false;
	old = said(copies, path, before->text, before->length);
	new = said(copies, path, after->text, after->length);
	return strcmp(old, new) != 0;
}
