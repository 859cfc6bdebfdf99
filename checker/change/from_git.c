// SPDX-License-Identifier: GPL-2.0-only
/*
 * The index against HEAD (and what is being merged), the work tree against a
 * revision, or two revisions.
 */
#include "from_git.h"

#include <string.h>

#include "base/session.h"
#include "base/text_file.h"
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"
#include "files.h"
#include "git_reader.h"
#include "options/stages.h"

static void add_change(const struct git_reader *reader,
		       struct change_base *base, GHashTable *blobs,
		       const struct git_change *entry)
{
	g_autofree char *path = git_reader_path(reader, entry->path);
	g_autofree char *old_path = git_reader_path(reader, entry->old_path);
	struct changed_file *file;

	if (!path && !old_path) {
		reader->change->nr_other++;
		return;
	}
	file = g_new0(struct changed_file, 1);
	if (old_path)
		file->before = reading_side(blobs, entry->old_id, old_path);
	if (path)
		file->after = reading_side(blobs, entry->id, path);
	/* A rename to or from what is no source is an end or a beginning. */
	file->path = g_strdup(path ? path : old_path);
	file->old_path = g_strdup(old_path ? old_path : path);
	change_add_file(reader->change, base, file);
}

/* What differs between a base and the tree with the change. */
static bool read_base(const struct git_reader *reader, struct change_base *base,
		      const char *revision, const GPtrArray *changes)
{
	g_autofree char *reason = NULL;
	g_autofree char *key = NULL;
	g_autoptr(GHashTable) blobs =
		git_reader_blobs(reader, changes, revision, &key, &reason);

	if (!blobs)
		return git_reader_fail(reader, "contents cannot be read",
				       reason);
	for (guint i = 0; i < changes->len; i++)
		add_change(reader, base, blobs, g_ptr_array_index(changes, i));
	if (reader->change->files->len > 0)
		base->key = key ? g_steal_pointer(&key) :
				  git_reader_headers_key(reader, revision);
	return true;
}

/* The tree of no file at all, as this repository names it. */
static char *empty_tree(const struct git_reader *reader)
{
	static const char *const words[] = { "hash-object", "-t", "tree",
					     "--stdin", NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = git_run(reader->git, words, NULL, &reason);
	gsize length = 0;
	const char *text = output ? g_bytes_get_data(output, &length) : NULL;

	return text ? g_strchomp(g_strndup(text, length)) : g_strdup("");
}

static bool fail_to_tell(const struct git_reader *reader, const char *reason)
{
	return git_reader_fail(reader, "what changed cannot be told", reason);
}

/* What is staged against a revision; takes the reason if there are none. */
static bool read_staged_base(const struct git_reader *reader,
			     const char *revision, const GPtrArray *changes,
			     char *reason)
{
	g_autofree char *why = reason;

	return changes ? read_base(reader, change_add_base(reader->change),
				   revision, changes) :
			 fail_to_tell(reader, why);
}

static bool read_staged_from(const struct git_reader *reader,
			     const char *parent)
{
	char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_staged_changes(reader->git, parent, &reason);

	return read_staged_base(reader, parent, changes, reason);
}

/*
 * What `git merge` says in its environment (git 2.39): it runs its hook before
 * it writes MERGE_HEAD.
 */
static void add_named_heads(const struct git_reader *reader, GPtrArray *parents)
{
	static const char prefix[] = "GITHEAD_";

	for (char **variable = reader->git->environ; *variable; variable++) {
		const char *id = *variable + strlen(prefix);
		gsize length;

		if (!g_str_has_prefix(*variable, prefix))
			continue;
		length = strspn(id, "0123456789abcdef");
		if (length >= 40 && id[length] == '=')
			g_ptr_array_add(parents, g_strndup(id, length));
	}
}

/* The other parents of a merge that is to be committed; owned. */
static GPtrArray *merge_parents(const struct git_reader *reader)
{
	GPtrArray *parents = g_ptr_array_new_with_free_func(g_free);
	gsize length = 0;
	g_autofree char *text =
		text_file_read(reader->git->merge, &length, NULL);
	g_auto(GStrv) lines =
		g_strsplit(text ? g_strchomp(text) : "", "\n", -1);

	for (char **line = lines; *line && **line; line++)
		g_ptr_array_add(parents, g_strdup(*line));
	if (parents->len == 0)
		add_named_heads(reader, parents);
	return parents;
}

/* Before the first commit there is no HEAD; that is asked only in doubt. */
static bool read_staged_from_head(const struct git_reader *reader)
{
	char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_staged_changes(reader->git, "HEAD", &reason);
	g_autofree char *head = changes ? NULL :
					  git_resolve(reader->git, "HEAD");
	g_autofree char *empty = changes || head ? NULL : empty_tree(reader);

	if (!empty)
		return read_staged_base(reader, "HEAD", changes, reason);
	g_free(reason);
	return read_staged_from(reader, empty);
}

/* Keeps the files that differ from every parent: a merge's own. */
static void keep_common(struct change *change, guint nr_first)
{
	GPtrArray *files = change->files;
	g_autoptr(GHashTable) others =
		g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = nr_first; i < files->len; i++) {
		const struct changed_file *file = g_ptr_array_index(files, i);

		g_hash_table_add(others, file->path);
	}
	for (guint i = nr_first; i-- > 0;) {
		const struct changed_file *file = g_ptr_array_index(files, i);

		if (g_hash_table_contains(others, file->path))
			continue;
		g_ptr_array_remove_index(files, i);
		nr_first--;
	}
	g_ptr_array_set_size(files, (gint)nr_first);
}

static bool read_staged(const struct git_reader *reader)
{
	g_autoptr(GPtrArray) parents = merge_parents(reader);

	if (!read_staged_from_head(reader))
		return false;
	for (guint i = 0; i < parents->len; i++) {
		guint nr_before = reader->change->files->len;

		if (!read_staged_from(reader, g_ptr_array_index(parents, i)))
			return false;
		keep_common(reader->change, nr_before);
	}
	return true;
}

/* Where a line of work began: the merge base with its end. */
static char *start_commit(const struct git_reader *reader, const char *start,
			  const char *end)
{
	g_autofree char *commit = g_strdup_printf("%s^{commit}", start);
	g_autofree char *id = git_resolve(reader->git, commit);
	const char *const words[] = { "merge-base", id, end ? end : "HEAD",
				      NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	gsize length = 0;
	const char *text;

	if (!id) {
		git_reader_fail(reader, start, "no such revision");
		return NULL;
	}
	if (reader->options->exact_base)
		return g_steal_pointer(&id);
	output = git_run(reader->git, words, NULL, &reason);
	text = output ? g_bytes_get_data(output, &length) : NULL;
	if (!text || length == 0) {
		git_reader_fail(
			reader, start,
			"has no merge base with what is checked; "
			"--no-merge-base compares with the revision itself");
		return NULL;
	}
	return g_strndup(text, strcspn(text, "\n"));
}

static bool read_since(const struct git_reader *reader)
{
	g_autofree char *start = NULL;
	g_autofree char *end = reading_range(reader->options->revision, &start);
	g_autofree char *base_id =
		start_commit(reader, *start ? start : "HEAD", end);
	const char *const against_disk[] = {
		"diff-index",  "--raw", "-z", "-M",
		"--no-abbrev", base_id, "--", NULL
	};
	g_autoptr(GPtrArray) changes = NULL;
	g_autofree char *reason = NULL;

	if (!base_id)
		return false;
	changes = end ? git_tree_changes(reader->git, base_id, end, &reason) :
			git_changes_on_disk(reader->git, against_disk, &reason);
	return changes ? read_base(reader, change_add_base(reader->change),
				   base_id, changes) :
			 fail_to_tell(reader, reason);
}

/*
 * A repository may say that its files are elsewhere: what it tells of those is
 * no answer about the tree.
 */
static bool check_place(const struct git_reader *reader)
{
	g_autofree char *prefix = git_reader_prefix(reader);

	if (!*prefix || git_may_hold(reader->git, prefix))
		return true;
	return git_reader_fail(reader, reader->git->top,
			       "the repository has no file of the tree");
}

bool from_git_read(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change *change)
{
	struct git_reader reader = {
		.session = session,
		.options = options,
		.root = root,
		.change = change,
	};

	return git_reader_open(&reader) && check_place(&reader) &&
	       (options->kind == CHANGE_STAGED ? read_staged(&reader) :
						 read_since(&reader));
}
