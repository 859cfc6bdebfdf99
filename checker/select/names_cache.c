// SPDX-License-Identifier: GPL-2.0-only
/*
 * One small file for each tree: its first line names the headers that the
 * names were learned from, by their ids in git; each further line is a name.
 */
#include "names_cache.h"

#include <string.h>

#include "base/beneath.h"
#include "base/sort.h"
#include "base/text_file.h"
#include "names.h"
#include "options/stages.h"
#include "select.h"

/* Counts up when more or other names are learned. */
#define CONTENT_VERSION "vmalint-names 4"

static char *cache_path(const struct keep_options *keep,
			const struct selection_scope *scope)
{
	g_autofree char *key = g_compute_checksum_for_string(G_CHECKSUM_SHA256,
							     scope->root, -1);

	key[16] = '\0';
	if (keep->dir)
		return g_build_filename(keep->dir, "names", key, NULL);
	return g_build_filename(g_get_user_cache_dir(), "vmalint", "names", key,
				NULL);
}

static char *head_line(const struct selection_scope *scope)
{
	return g_strdup_printf(CONTENT_VERSION " %s\n", scope->key);
}

bool names_cache_load(const struct keep_options *keep,
		      const struct selection_scope *scope, GHashTable *names)
{
	g_autofree char *path = cache_path(keep, scope);
	g_autofree char *head = scope->key ? head_line(scope) : NULL;
	gsize length = 0;
	g_autofree char *text = NULL;
	char *line;

	if (!head)
		return false;
	text = text_file_read(path, &length, NULL);
	/* The last line shows that the file is whole. */
	if (!text || !g_str_has_prefix(text, head) ||
	    !g_str_has_suffix(text, "\n.\n"))
		return false;
	line = text + strlen(head);
	for (char *end; names && (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		if (*line != '.' && *line)
			g_hash_table_add(names, g_strdup(line));
	}
	return true;
}

void names_cache_store(const struct keep_options *keep,
		       const struct selection_scope *scope, GHashTable *names)
{
	g_autofree char *path = cache_path(keep, scope);
	g_autofree char *folder = g_path_get_dirname(path);
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	GHashTableIter iter;
	gpointer name;

	if (!scope->key || !beneath_make(folder))
		return;
	g_string_append_printf(text, CONTENT_VERSION " %s\n", scope->key);
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(sorted, name);
	sort_strings(sorted);
	for (guint i = 0; i < sorted->len; i++)
		g_string_append_printf(
			text, "%s\n",
			(const char *)g_ptr_array_index(sorted, i));
	g_string_append(text, ".\n");
	g_file_set_contents(path, text->str, (gssize)text->len, NULL);
}
