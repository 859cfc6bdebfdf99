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
#include "options/options.h"

static void add_change(const struct reading *reading, struct change_base *base,
		       GHashTable *blobs, const struct git_change *entry)
{
	g_autofree char *path = reading_path(reading, entry->path);
	g_autofree char *old_path = reading_path(reading, entry->old_path);
	struct changed_file *file;

	if (!path && !old_path) {
		reading->change->nr_other++;
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
	change_add_file(reading->change, base, file);
}

/* What differs between a base and the tree with the change. */
static bool read_base(const struct reading *reading, struct change_base *base,
		      const char *revision, const GPtrArray *changes)
{
	g_autofree char *reason = NULL;
	g_autofree char *key = NULL;
	g_autoptr(GHashTable) blobs =
		reading_blobs(reading, changes, revision, &key, &reason);

	if (!blobs)
		return reading_fail(reading, "contents cannot be read", reason);
	for (guint i = 0; i < changes->len; i++)
		add_change(reading, base, blobs, g_ptr_array_index(changes, i));
	if (reading->change->files->len > 0)
		base->key = key ? g_steal_pointer(&key) :
				  reading_headers_key(reading, revision);
	return true;
}

/* The tree of no file at all, as this repository names it. */
static char *empty_tree(const struct reading *reading)
{
	static const char *const words[] = { "hash-object", "-t", "tree",
					     "--stdin", NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = git_run(reading->git, words, NULL, &reason);
	gsize length = 0;
	const char *text = output ? g_bytes_get_data(output, &length) : NULL;

	return text ? g_strchomp(g_strndup(text, length)) : g_strdup("");
}

static bool fail_to_tell(const struct reading *reading, const char *reason)
{
	return reading_fail(reading, "what changed cannot be told", reason);
}

/* What is staged against a revision; takes the reason if there are none. */
static bool read_staged_base(const struct reading *reading,
			     const char *revision, const GPtrArray *changes,
			     char *reason)
{
	g_autofree char *why = reason;

	return changes ? read_base(reading, change_add_base(reading->change),
				   revision, changes) :
			 fail_to_tell(reading, why);
}

static bool read_staged_from(const struct reading *reading, const char *parent)
{
	char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_staged_changes(reading->git, parent, &reason);

	return read_staged_base(reading, parent, changes, reason);
}

/*
 * What `git merge` says in its environment (git 2.39): it runs its hook before
 * it writes MERGE_HEAD.
 */
static void add_named_heads(const struct reading *reading, GPtrArray *parents)
{
	static const char prefix[] = "GITHEAD_";

	for (char **variable = reading->git->environ; *variable; variable++) {
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
static GPtrArray *merge_parents(const struct reading *reading)
{
	GPtrArray *parents = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text =
		text_file_read(reading->git->merge, &length, &reason);
	g_auto(GStrv) lines =
		g_strsplit(text ? g_strchomp(text) : "", "\n", -1);

	for (char **line = lines; *line && **line; line++)
		g_ptr_array_add(parents, g_strdup(*line));
	if (parents->len == 0)
		add_named_heads(reading, parents);
	return parents;
}

/* Before the first commit there is no HEAD; that is asked only in doubt. */
static bool read_staged_from_head(const struct reading *reading)
{
	char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_staged_changes(reading->git, "HEAD", &reason);
	g_autofree char *head = changes ? NULL :
					  git_resolve(reading->git, "HEAD");
	g_autofree char *empty = changes || head ? NULL : empty_tree(reading);

	if (!empty)
		return read_staged_base(reading, "HEAD", changes, reason);
	g_free(reason);
	return read_staged_from(reading, empty);
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

static bool read_staged(const struct reading *reading)
{
	g_autoptr(GPtrArray) parents = merge_parents(reading);

	if (!read_staged_from_head(reading))
		return false;
	for (guint i = 0; i < parents->len; i++) {
		guint nr_before = reading->change->files->len;

		if (!read_staged_from(reading, g_ptr_array_index(parents, i)))
			return false;
		keep_common(reading->change, nr_before);
	}
	return true;
}

/* Where a line of work began: the merge base with its end. */
static char *start_commit(const struct reading *reading, const char *start,
			  const char *end)
{
	g_autofree char *commit = g_strdup_printf("%s^{commit}", start);
	g_autofree char *id = git_resolve(reading->git, commit);
	const char *const words[] = { "merge-base", id, end ? end : "HEAD",
				      NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	gsize length = 0;
	const char *text;

	if (!id) {
		reading_fail(reading, start, "no such revision");
		return NULL;
	}
	if (reading->options->exact_base)
		return g_steal_pointer(&id);
	output = git_run(reading->git, words, NULL, &reason);
	text = output ? g_bytes_get_data(output, &length) : NULL;
	if (!text || length == 0) {
		reading_fail(
			reading, start,
			"has no merge base with what is checked; "
			"--no-merge-base compares with the revision itself");
		return NULL;
	}
	return g_strndup(text, strcspn(text, "\n"));
}

static bool read_since(const struct reading *reading)
{
	g_autofree char *start = NULL;
	g_autofree char *end =
		reading_range(reading->options->revision, &start);
	g_autofree char *base_id =
		start_commit(reading, *start ? start : "HEAD", end);
	const char *const against_disk[] = {
		"diff-index",  "--raw", "-z", "-M",
		"--no-abbrev", base_id, "--", NULL
	};
	g_autoptr(GPtrArray) changes = NULL;
	g_autofree char *reason = NULL;

	if (!base_id)
		return false;
	changes =
		end ? git_tree_changes(reading->git, base_id, end, &reason) :
		      git_changes_on_disk(reading->git, against_disk, &reason);
	return changes ? read_base(reading, change_add_base(reading->change),
				   base_id, changes) :
			 fail_to_tell(reading, reason);
}

/*
 * A repository may say that its files are elsewhere: what it tells of those is
 * no answer about the tree.
 */
static bool check_place(const struct reading *reading)
{
	g_autofree char *prefix = reading_prefix(reading);

	if (!*prefix || git_may_hold(reading->git, prefix))
		return true;
	return reading_fail(reading, reading->git->top,
			    "the repository has no file of the tree");
}

bool from_git_read(struct session *session, const struct options *options,
		   const char *root, struct change *change)
{
	struct reading reading = {
		.session = session,
		.options = options,
		.root = root,
		.change = change,
	};

	return reading_open(&reading) && check_place(&reading) &&
	       (options->change == CHANGE_STAGED ? read_staged(&reading) :
						   read_since(&reading));
}
