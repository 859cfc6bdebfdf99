// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which files on disk are not what the index holds. Where nothing that git
 * noted of a file has changed, git would not look into it either; what is in
 * the few others tells. git is asked if we cannot read the index.
 */
#include <string.h>
#include <sys/stat.h>

#include "git.h"
#include "index.h"
#include "on_disk.h"

/* A look at the files of an index. */
struct index_look {
	const struct git *git;
	bool (*is_wanted)(const char *path);
	const GPtrArray *paths; /* or only these, sorted; borrowed */
	guint next;		/* of them */
	GArray *entries;     /* struct index_entry: to be looked at on disk */
	GStringChunk *names; /* of theirs, where the index has them packed */
	GPtrArray *found;    /* struct git_change *: not on disk, or not so */
};

static void add_found(struct index_look *look, const struct index_entry *entry)
{
	if (S_ISREG(index_stat(entry, INDEX_MODE)))
		git_add_change(look->found, entry->name,
			       index_id(entry->id, look->git->id_size), NULL);
}

/* True if it is one of the paths, which are in the order of an index. */
static bool is_next(struct index_look *look, const char *name)
{
	int order = 1;

	while (look->next < look->paths->len && order > 0) {
		const char *path = g_ptr_array_index(look->paths, look->next);

		order = strcmp(name, path);
		look->next += order > 0 ? 1 : 0;
	}
	return order == 0;
}

/* Sorts out an entry; git does not look at some of them itself. */
static void take_entry(struct index_look *look, const struct index_entry *entry,
		       bool is_packed)
{
	struct index_entry copy = *entry;

	if (look->paths ? !is_next(look, entry->name) :
			  !look->is_wanted(entry->name))
		return;
	if (entry->flags & (INDEX_ASSUMED | INDEX_SKIPPED)) {
		add_found(look, entry);
		return;
	}
	if (is_packed)
		copy.name = g_string_chunk_insert(look->names, entry->name);
	g_array_append_val(look->entries, copy);
}

/* Sorts out all entries; false if it is not an index that we can read. */
static bool take_entries(struct index_look *look)
{
	struct index_reader reader;
	struct index_entry entry;
	bool done = index_file_begin(look->git, &reader);

	while (done && index_next(&reader, &entry)) {
		done = !(entry.flags & INDEX_STAGE);
		if (done)
			take_entry(look, &entry, reader.version == 4);
	}
	done = done && index_is_whole(&reader);
	index_end(&reader);
	return done;
}

/* Bytes as of on_disk_differ(); NULL if git has to be asked of all files. */
static guint8 *look_into_index(struct index_look *look)
{
	return take_entries(look) ? on_disk_differ(look->git, look->entries) :
				    NULL;
}

static void look_begin(struct index_look *look, const struct git *git)
{
	look->git = git;
	look->entries = g_array_new(FALSE, FALSE, sizeof(struct index_entry));
	look->names = g_string_chunk_new(4096);
	look->found = git_no_changes();
}

/* What was found, owned. */
static GPtrArray *look_end(struct index_look *look)
{
	g_array_free(look->entries, TRUE);
	g_string_chunk_free(look->names);
	return look->found;
}

static GPtrArray *ask_all(const struct git *git, char **ret_reason)
{
	static const char *const words[] = { "diff-files",  "--raw", "-z",
					     "--no-abbrev", "--",    NULL };
	GPtrArray *changes = git_changes_on_disk(git, words, ret_reason);
	g_autoptr(GPtrArray) hidden = changes ? git_hidden(git, ret_reason) :
						NULL;

	if (!hidden) {
		g_clear_pointer(&changes, g_ptr_array_unref);
		return NULL;
	}
	g_ptr_array_extend_and_steal(changes, g_steal_pointer(&hidden));
	return changes;
}

/* What is only meant to be added is in no commit. */
static void add_differing(struct index_look *look, const guint8 *differ)
{
	for (guint i = 0; i < look->entries->len; i++) {
		const struct index_entry *entry =
			&g_array_index(look->entries, struct index_entry, i);

		if (!differ[i])
			continue;
		if (entry->flags & INDEX_INTENDED)
			git_add_change(look->found, entry->name, NULL, NULL);
		else
			add_found(look, entry);
	}
}

GPtrArray *git_unstaged(const struct git *git,
			bool (*is_wanted)(const char *path), char **ret_reason)
{
	struct index_look look = { .is_wanted = is_wanted };
	g_autofree guint8 *differ = NULL;
	g_autoptr(GPtrArray) found = NULL;

	look_begin(&look, git);
	differ = look_into_index(&look);
	if (differ)
		add_differing(&look, differ);
	found = look_end(&look);
	return differ ? g_steal_pointer(&found) : ask_all(git, ret_reason);
}

/* Of a few files it does no harm to take what the index has of them. */
GPtrArray *git_unstaged_among(const struct git *git, const GPtrArray *paths)
{
	struct index_look look = { .paths = paths };
	g_autofree guint8 *differ = NULL;
	g_autoptr(GPtrArray) found = NULL;

	look_begin(&look, git);
	differ = look_into_index(&look);
	for (guint i = 0; differ && i < look.entries->len; i++) {
		const struct index_entry *entry =
			&g_array_index(look.entries, struct index_entry, i);

		if (differ[i] && !(entry->flags & INDEX_INTENDED))
			add_found(&look, entry);
	}
	found = look_end(&look);
	return differ ? g_steal_pointer(&found) : NULL;
}
