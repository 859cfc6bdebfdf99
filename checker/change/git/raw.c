// SPDX-License-Identifier: GPL-2.0-only
/* Reads what git's plumbing prints: raw differences, and contents. */
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "filters.h"
#include "git.h"
#include "objects.h"

static void free_change(gpointer data)
{
	struct git_change *change = data;

	g_free(change->old_path);
	g_free(change->path);
	g_free(change->old_id);
	g_free(change->id);
	g_free(change);
}

GPtrArray *git_no_changes(void)
{
	return g_ptr_array_new_with_free_func(free_change);
}

void git_add_change(GPtrArray *changes, const char *path, char *old_id,
		    char *id)
{
	struct git_change *change = g_new0(struct git_change, 1);

	change->old_path = g_strdup(path);
	change->path = g_strdup(path);
	change->old_id = old_id;
	change->id = id;
	g_ptr_array_add(changes, change);
}

/* Reads words between two ends; a word ends with a NUL. */
struct cursor {
	const char *next, *end;
};

static const char *next_word(struct cursor *cursor)
{
	const char *word = cursor->next;
	const char *nul = memchr(word, '\0', (gsize)(cursor->end - word));

	if (!nul)
		return NULL;
	cursor->next = nul + 1;
	return word;
}

static bool is_regular(const char *mode)
{
	return g_str_has_prefix(mode, "100");
}

/* What a side holds: NULL for nothing, "" for what is on disk. */
static char *side_id(const char *mode, const char *id)
{
	if (!is_regular(mode))
		return NULL;
	return strspn(id, "0") == strlen(id) ? g_strdup("") : g_strdup(id);
}

/* ":100644 100644 OLD NEW M" and its one or two paths. */
static bool read_change(struct cursor *cursor, GPtrArray *changes)
{
	const char *head = next_word(cursor);
	g_auto(GStrv) fields = NULL;
	const char *old_path, *path;
	struct git_change *change;
	bool has_two;

	if (!head || *head != ':')
		return false;
	fields = g_strsplit(head + 1, " ", -1);
	if (g_strv_length(fields) != 5)
		return false;
	has_two = fields[4][0] == 'R' || fields[4][0] == 'C';
	old_path = next_word(cursor);
	path = has_two ? next_word(cursor) : old_path;
	if (!old_path || !path || !name_stays(old_path) || !name_stays(path))
		return false;
	if (!is_regular(fields[0]) && !is_regular(fields[1]))
		return true;
	change = g_new0(struct git_change, 1);
	change->is_unmerged = fields[4][0] == 'U';
	change->old_path = g_strdup(old_path);
	change->path = g_strdup(path);
	change->old_id = side_id(fields[0], fields[2]);
	change->id = fields[4][0] == 'D' ? NULL : side_id(fields[1], fields[3]);
	g_ptr_array_add(changes, change);
	return true;
}

/* True if the last entry is one of several for a file. */
static bool has_conflict(const GPtrArray *changes)
{
	const struct git_change *last =
		changes->len ? g_ptr_array_index(changes, changes->len - 1) :
			       NULL;

	return last && last->is_unmerged;
}

GPtrArray *git_changes(const struct git *git, const char *const *words,
		       char **ret_reason)
{
	g_autoptr(GBytes) output = git_run(git, words, NULL, ret_reason);
	g_autoptr(GPtrArray) changes = git_no_changes();
	struct cursor cursor;
	gsize length = 0;

	if (!output)
		return NULL;
	cursor.next = g_bytes_get_data(output, &length);
	cursor.end = cursor.next + length;
	while (cursor.next < cursor.end) {
		if (!read_change(&cursor, changes)) {
			*ret_reason = g_strdup("git prints what we do not "
					       "understand, or a name that "
					       "leads out of the repository");
			return NULL;
		}
		if (has_conflict(changes)) {
			*ret_reason = g_strdup("the index holds conflicts; "
					       "mend and add them");
			return NULL;
		}
	}
	return g_steal_pointer(&changes);
}

/* What git hashed to find renames may be no object that it has. */
static void let_disk_tell(struct git_change *change)
{
	if (!change->id)
		return;
	g_free(change->id);
	change->id = g_strdup("");
}

GPtrArray *git_changes_on_disk(const struct git *git, const char *const *words,
			       char **ret_reason)
{
	g_autoptr(GPtrArray) off = filters_off(git, ret_reason);
	g_autoptr(GPtrArray) all = NULL;
	GPtrArray *changes;

	if (!off)
		return NULL;
	all = g_ptr_array_new();
	g_ptr_array_extend(all, off, NULL, NULL);
	g_ptr_array_add(all, (gpointer)*words);
	/* For a submodule git starts a git of its own, without our words. */
	g_ptr_array_add(all, (gpointer) "--ignore-submodules=all");
	do {
		words++;
		g_ptr_array_add(all, (gpointer)*words);
	} while (*words);
	changes = git_changes(git, (const char *const *)all->pdata, ret_reason);
	for (guint i = 0; changes && i < changes->len; i++)
		let_disk_tell(g_ptr_array_index(changes, i));
	return changes;
}

GPtrArray *git_tree_changes(const struct git *git, const char *from,
			    const char *to, char **ret_reason)
{
	const char *const words[] = {
		"diff-tree",   "-r", "--raw", "-z", "-M",
		"--no-abbrev", from, to,      "--", NULL
	};
	struct git apart = *git;
	GPtrArray *changes;

	/*
	 * git reads the index (2.39: 22 ms of 6.12) for the attributes of
	 * files that the work tree lacks; one that is not there is empty.
	 */
	apart.environ = g_environ_setenv(g_strdupv(git->environ),
					 "GIT_INDEX_FILE",
					 "/proc/self/vmalint-no-index", TRUE);
	changes = git_changes(&apart, words, ret_reason);
	g_strfreev(apart.environ);
	return changes;
}

/* "TAG MODE ID STAGE\tPATH": S is skipped, a small letter assumed (2.39). */
static void read_hidden(const char *word, GPtrArray *hidden)
{
	const char *tab = strchr(word, '\t');
	g_autofree char *head = NULL;
	g_auto(GStrv) fields = NULL;

	if (!tab || (*word != 'S' && !g_ascii_islower(*word)))
		return;
	head = g_strndup(word, (gsize)(tab - word));
	fields = g_strsplit(head, " ", -1);
	if (g_strv_length(fields) == 4 && is_regular(fields[1]))
		git_add_change(hidden, tab + 1, g_strdup(fields[2]), NULL);
}

GPtrArray *git_hidden(const struct git *git, char **ret_reason)
{
	const char *const words[] = { "ls-files",    "-s", "-v",     "-z",
				      "--full-name", "--", git->top, NULL };
	g_autoptr(GBytes) output = git_run(git, words, NULL, ret_reason);
	GPtrArray *hidden = git_no_changes();
	struct cursor cursor = { 0 };
	const char *word;
	gsize length = 0;

	if (output)
		cursor.next = g_bytes_get_data(output, &length);
	cursor.end = cursor.next + length;
	while (cursor.next < cursor.end && (word = next_word(&cursor)))
		read_hidden(word, hidden);
	if (!output)
		g_clear_pointer(&hidden, g_ptr_array_unref);
	return hidden;
}

/* Takes the blobs that were asked for first. */
static bool take_blobs(GArray *objects, guint nr, GHashTable *blobs)
{
	for (guint i = 0; i < nr; i++) {
		struct object *object =
			&g_array_index(objects, struct object, i);

		if (g_strcmp0(object->kind, "blob") != 0)
			return false;
		g_hash_table_replace(blobs, g_steal_pointer(&object->id),
				     g_steal_pointer(&object->content));
	}
	return true;
}

GHashTable *git_blobs(const struct git *git, const GPtrArray *ids,
		      const GPtrArray *names, GPtrArray *ret_ids,
		      char **ret_reason)
{
	g_autoptr(GHashTable) blobs = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	g_autoptr(GArray) objects = objects_array();

	g_ptr_array_extend(all, (GPtrArray *)ids, NULL, NULL);
	if (names)
		g_ptr_array_extend(all, (GPtrArray *)names, NULL, NULL);
	if (!objects_get(git, all, objects, ret_reason))
		return NULL;
	if (!take_blobs(objects, ids->len, blobs)) {
		*ret_reason = g_strdup("the repository lacks a blob");
		return NULL;
	}
	for (guint i = ids->len; i < objects->len; i++) {
		struct object *object =
			&g_array_index(objects, struct object, i);

		g_ptr_array_add(ret_ids, g_steal_pointer(&object->id));
	}
	return g_steal_pointer(&blobs);
}

bool git_texts(const struct git *git, const GPtrArray *names,
	       GPtrArray *ret_texts, char **ret_reason)
{
	g_autoptr(GArray) objects = objects_array();

	if (!objects_get(git, names, objects, ret_reason))
		return false;
	for (guint i = 0; i < objects->len; i++) {
		struct object *object =
			&g_array_index(objects, struct object, i);
		const bool is_blob = g_strcmp0(object->kind, "blob") == 0;

		g_ptr_array_add(ret_texts,
				is_blob ? g_steal_pointer(&object->content) :
					  NULL);
	}
	return true;
}
