// SPDX-License-Identifier: GPL-2.0-only
/* What readers of a repository share: paths, contents, revisions. */
#include "git_reader.h"

#include <string.h>

#include "base/name.h"
#include "base/session.h"
#include "base/text_file.h"
#include "change.h"
#include "files.h"
#include "options/stages.h"

bool git_reader_fail(const struct git_reader *reader, const char *what,
		     const char *reason)
{
	session_problem(reader->session, "change", NULL, 0, "%s: %s", what,
			reason ? reason : "git failed");
	return false;
}

/* The file of the tree that a path of git means, owned; NULL if of none. */
char *git_reader_path(const struct git_reader *reader, const char *path)
{
	gsize length = strlen(reader->root);
	g_autofree char *whole = NULL;
	struct name name;

	if (!change_is_read(path) || !name_read(path, NAME_BELOW, &name))
		return NULL;
	whole = name_join(reader->git->top, name);
	if (!g_str_has_prefix(whole, reader->root) || whole[length] != '/')
		return NULL;
	return g_steal_pointer(&whole);
}

/* Both sides' blobs of the changes that are sources; borrowed ids. */
static GPtrArray *source_ids(const GPtrArray *changes, bool *ret_has_source)
{
	GPtrArray *ids = g_ptr_array_new();

	*ret_has_source = false;
	for (guint i = 0; i < changes->len; i++) {
		const struct git_change *change = g_ptr_array_index(changes, i);

		if (!change_is_read(change->path) &&
		    !change_is_read(change->old_path))
			continue;
		*ret_has_source = *ret_has_source ||
				  change_is_source(change->path) ||
				  change_is_source(change->old_path);
		if (change->old_id && *change->old_id)
			g_ptr_array_add(ids, change->old_id);
		if (change->id && *change->id)
			g_ptr_array_add(ids, change->id);
	}
	return ids;
}

/*
 * What names the folders that flag names are learned from, in a revision: of
 * headers that all files share, and of the core of mm/ and of DMA.
 */
static GPtrArray *shared_names(const struct git_reader *reader,
			       const char *revision)
{
	static const char *const folders[] = { "include", "arch/x86/include",
					       "mm", "kernel/dma" };
	g_autofree char *prefix = git_reader_prefix(reader);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++)
		g_ptr_array_add(names, g_strdup_printf("%s:%s%s", revision,
						       prefix, folders[i]));
	return names;
}

/* All but the first may be missing. */
static char *join_ids(const GPtrArray *ids)
{
	g_autoptr(GString) key = g_string_new(NULL);

	if (!g_ptr_array_index(ids, 0))
		return NULL;
	for (guint i = 0; i < ids->len; i++) {
		const char *id = g_ptr_array_index(ids, i);

		g_string_append_printf(key, "%s ", id ? id : "-");
	}
	return g_strdup(key->str);
}

GHashTable *git_reader_blobs(const struct git_reader *reader,
			     const GPtrArray *changes, const char *revision,
			     char **key, char **ret_reason)
{
	bool has_source;
	g_autoptr(GPtrArray) ids = source_ids(changes, &has_source);
	g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) names = NULL;
	GHashTable *blobs;

	if (!key || !has_source)
		return git_blobs(reader->git, ids, NULL, NULL, ret_reason);
	names = shared_names(reader, revision);
	/* The names are one a line. */
	if (strchr(g_ptr_array_index(names, 0), '\n')) {
		*key = git_reader_headers_key(reader, revision);
		return git_blobs(reader->git, ids, NULL, NULL, ret_reason);
	}
	blobs = git_blobs(reader->git, ids, names, trees, ret_reason);
	if (blobs)
		*key = join_ids(trees);
	return blobs;
}

static GBytes *read_disk(const char *path)
{
	gsize length = 0;
	char *text = text_file_read(path, &length, NULL);

	return text ? g_bytes_new_take(text, length) : NULL;
}

/* One side's text, owned; NULL where there is no such file. */
GBytes *reading_side(GHashTable *blobs, const char *id, const char *path)
{
	GBytes *blob;

	if (!id)
		return NULL;
	if (!*id)
		return read_disk(path);
	blob = g_hash_table_lookup(blobs, id);
	return blob ? g_bytes_ref(blob) : NULL;
}

/* The folder of the tree within the repository, with a slash; or "". */
char *git_reader_prefix(const struct git_reader *reader)
{
	gsize length = strlen(reader->git->top);

	if (strlen(reader->root) <= length)
		return g_strdup("");
	return g_strdup_printf("%s/", reader->root + length + 1);
}

/* What the folders that all files share are, in a revision. */
char *git_reader_headers_key(const struct git_reader *reader,
			     const char *revision)
{
	g_autoptr(GPtrArray) names = shared_names(reader, revision);
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) blobs = NULL;
	g_autofree char *reason = NULL;

	/* The names are one a line; with a newline in one nothing is kept. */
	if (strchr(g_ptr_array_index(names, 0), '\n'))
		return NULL;
	blobs = git_blobs(reader->git, none, names, trees, &reason);
	return blobs ? join_ids(trees) : NULL;
}

/* Two revisions as in `git diff`: "A..B", or "A...B" for their merge base. */
char *reading_range(const char *since, char **ret_start)
{
	const char *dots = strstr(since, "..");
	const char *end = dots ? dots + strspn(dots, ".") : NULL;

	*ret_start = dots ? g_strndup(since, (gsize)(dots - since)) :
			    g_strdup(since);
	return end ? g_strdup(*end ? end : "HEAD") : NULL;
}

bool git_reader_open(struct git_reader *reader)
{
	g_autofree char *reason = NULL;

	reader->git = change_git(reader->change, reader->root, &reason);
	return reader->git ||
	       git_reader_fail(reader, "no git repository around the tree",
			       reason);
}
