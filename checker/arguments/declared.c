// SPDX-License-Identifier: GPL-2.0-only
#include "declared.h"

#include <string.h>

#include "arguments.h"
#include "base/view.h"
#include "parts.h"
#include "select/select.h"

struct declarer_search {
	const struct compile_jobs *jobs;
	const struct compile_job *job;
	GHashTable *names;
};

static bool is_word(char c)
{
	return g_ascii_isalnum(c) || c == '_';
}

static bool has_word(const char *text, const char *word)
{
	const gsize length = strlen(word);

	for (const char *at = strstr(text, word); at;
	     at = strstr(at + 1, word)) {
		if ((at == text || !is_word(at[-1])) && !is_word(at[length]))
			return true;
	}
	return false;
}

/* True if a file has one of the names as a word, behind another if given. */
static bool has_name(const struct declarer_search *search, const char *path,
		     const char *before)
{
	gsize length = 0;
	g_autofree char *text =
		view_read(search->jobs->tree->view, path, &length, NULL);
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, search->names);
	while (text && g_hash_table_iter_next(&iter, &name, NULL)) {
		g_autofree char *word = g_strconcat(before, name, NULL);

		if (has_word(text, word))
			return true;
	}
	return false;
}

/* "NAME" of arch/NAME/include/..; owned, or NULL. */
static char *arch_of(const char *path)
{
	g_auto(GStrv) parts = g_strsplit(path, "/", 4);

	return g_strv_length(parts) == 4 && strcmp(parts[0], "arch") == 0 &&
			       strcmp(parts[2], "include") == 0 ?
		       g_strdup(parts[1]) :
		       NULL;
}

static bool is_in_reach(const struct declarer_search *search, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(search->job->file->path);

	return g_str_has_prefix(path, "include/") ||
	       (g_str_has_prefix(path, folder) && path[strlen(folder)] == '/');
}

static void look_into(const struct declarer_search *search, const char *path,
		      struct declared *declared)
{
	g_autofree char *arch = arch_of(path);
	g_autofree char *absolute = NULL;

	if (arch ? g_hash_table_contains(declared->arches, arch) :
		   !is_in_reach(search, path))
		return;
	absolute = g_build_filename(search->jobs->tree->root, path, NULL);
	if (!has_name(search, absolute, ""))
		return;
	if (arch)
		g_hash_table_add(declared->arches, g_steal_pointer(&arch));
	else
		declared->is_anywhere = true;
}

void compile_find_declared(struct compile_jobs *jobs,
			   const struct compile_job *job, GHashTable *names,
			   struct declared *ret_declared)
{
	const struct declarer_search search = { jobs, job, names };
	const GPtrArray *headers = compile_headers(jobs);

	*ret_declared = (struct declared){
		.is_anywhere = has_name(&search, job->source, "define "),
		.arches = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						NULL),
	};
	for (guint i = 0; i < headers->len && !ret_declared->is_anywhere; i++)
		look_into(&search, g_ptr_array_index(headers, i), ret_declared);
}

void declared_release(struct declared *declared)
{
	g_hash_table_destroy(declared->arches);
}
