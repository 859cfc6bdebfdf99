// SPDX-License-Identifier: GPL-2.0-only
/* Makes views true for the files that a change leaves alone. */
#include <string.h>

#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"
#include "files.h"
#include "from_git.h"
#include "git_reader.h"
#include "options/stages.h"

static void set_unless_known(struct view *view, const char *path, GBytes *text)
{
	if (!view_knows(view, path))
		view_set(view, path, text);
}

/* Sets what the views do not know yet to the old sides, or to the disk. */
static bool fill_from(const struct git_reader *reader, const GPtrArray *changes,
		      char **ret_reason)
{
	struct change *change = reader->change;
	g_autoptr(GHashTable) blobs =
		git_reader_blobs(reader, changes, NULL, NULL, ret_reason);

	for (guint i = 0; blobs && i < changes->len; i++) {
		const struct git_change *entry = g_ptr_array_index(changes, i);
		g_autofree char *path =
			git_reader_path(reader, entry->old_path);
		g_autoptr(GBytes) text =
			path ? reading_side(blobs, entry->old_id, path) : NULL;

		if (!path)
			continue;
		if (change->after)
			set_unless_known(change->after, path, text);
		for (guint k = 0; k < change->bases->len; k++) {
			struct change_base *base =
				g_ptr_array_index(change->bases, k);

			set_unless_known(base->view, path, text);
		}
	}
	return blobs != NULL;
}

/* The files that differ by git's word, and those it does not look for. */
static GPtrArray *differing(const struct git_reader *reader,
			    const char *const *words, char **ret_reason)
{
	GPtrArray *changes =
		words ? git_changes_on_disk(reader->git, words, ret_reason) :
			git_no_changes();
	g_autoptr(GPtrArray) hidden =
		changes ? git_hidden(reader->git, ret_reason) : NULL;

	if (hidden)
		g_ptr_array_extend_and_steal(changes, g_steal_pointer(&hidden));
	else
		g_clear_pointer(&changes, g_ptr_array_unref);
	return changes;
}

/* Gives the views the old sides of what differs; takes it, and may be NULL. */
static bool fill(const struct git_reader *reader, GPtrArray *changes,
		 char *reason)
{
	g_autoptr(GPtrArray) owned = changes;
	g_autofree char *why = reason;

	return (owned && fill_from(reader, owned, &why)) ||
	       git_reader_fail(reader, "contents cannot be read", why);
}

static void unref(gpointer bytes)
{
	g_clear_pointer(&bytes, g_bytes_unref);
}

/* "REVISION:PATH", as git names a file. A newline would end the name. */
static char *revision_path(const struct git_reader *reader,
			   const char *revision, const char *path)
{
	g_autofree char *prefix = git_reader_prefix(reader);
	char *name = g_strdup_printf("%s:%s%s", revision, prefix,
				     path + strlen(reader->root) + 1);

	return g_strdelimit(name, "\n", '?');
}

/*
 * Where git has what a file is after a change that leaves it alone; NULL if it
 * is on disk. Owned.
 */
static char *settled_name(const struct git_reader *reader, const char *path)
{
	g_autofree char *start = NULL;
	g_autofree char *end = NULL;

	if (reader->options->kind == CHANGE_STAGED)
		return revision_path(reader, "HEAD", path);
	end = reading_range(reader->options->revision, &start);
	if (end)
		return revision_path(reader, end, path);
	/* Outside of a sparse checkout only the index has it. */
	return g_file_test(path, G_FILE_TEST_EXISTS) ?
		       NULL :
		       revision_path(reader, "", path);
}

/*
 * What is staged is the index, whose files are mostly on disk as they are in
 * it. Those that are not, as git_unstaged_among(); NULL: git has to be asked.
 */
static GPtrArray *staged_among(const struct git_reader *reader,
			       const GPtrArray *paths)
{
	g_autofree char *prefix = git_reader_prefix(reader);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	if (reader->options->kind != CHANGE_STAGED)
		return NULL;
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		g_ptr_array_add(names,
				g_strconcat(prefix,
					    path + strlen(reader->root) + 1,
					    NULL));
	}
	sort_strings(names);
	return git_unstaged_among(reader->git, names);
}

/* Asks git for each file by its name in a revision. */
static bool compare_by_name(const struct git_reader *reader,
			    const GPtrArray *paths)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(unref);
	g_autoptr(GPtrArray) asked = g_ptr_array_new();
	g_autofree char *reason = NULL;

	for (guint i = 0; i < paths->len; i++) {
		char *path = g_ptr_array_index(paths, i);
		char *name = settled_name(reader, path);

		if (!name)
			continue;
		g_ptr_array_add(names, name);
		g_ptr_array_add(asked, path);
	}
	if (!git_texts(reader->git, names, texts, &reason))
		return git_reader_fail(reader, "contents cannot be read",
				       reason);
	for (guint i = 0; i < texts->len; i++) {
		if (g_ptr_array_index(texts, i))
			view_set(reader->change->after,
				 g_ptr_array_index(asked, i),
				 g_ptr_array_index(texts, i));
	}
	return true;
}

bool from_git_settle(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change, const GPtrArray *paths)
{
	struct git_reader reader = { session, options, root, change, NULL };
	GPtrArray *changes;

	if (!git_reader_open(&reader))
		return false;
	changes = staged_among(&reader, paths);
	return changes ? fill(&reader, changes, NULL) :
			 compare_by_name(&reader, paths);
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

GPtrArray *from_git_headers(struct session *session,
			    const struct change_options *options,
			    const char *root, struct change *change)
{
	struct git_reader reader = { session, options, root, change, NULL };
	g_autoptr(GPtrArray) paths =
		git_reader_open(&reader) ?
			git_index_paths(reader.git, is_header) :
			NULL;
	g_autofree char *prefix = paths ? git_reader_prefix(&reader) : NULL;
	GPtrArray *headers;

	if (!paths)
		return NULL;
	headers = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (g_str_has_prefix(path, prefix))
			g_ptr_array_add(headers,
					g_strdup(path + strlen(prefix)));
	}
	return headers;
}

bool from_git_complete(struct session *session,
		       const struct change_options *options, const char *root,
		       struct change *change)
{
	struct git_reader reader = {
		.session = session,
		.options = options,
		.root = root,
		.change = change,
	};
	g_autofree char *start = NULL;
	g_autofree char *end =
		options->revision ? reading_range(options->revision, &start) :
				    NULL;
	const char *const against_end[] = { "diff-index",  "--raw", "-z",
					    "--no-abbrev", end,	    "--",
					    NULL };
	GPtrArray *changes;
	char *reason = NULL;

	if (!git_reader_open(&reader))
		return false;
	if (options->kind == CHANGE_SINCE)
		changes = differing(&reader, end ? against_end : NULL, &reason);
	else
		changes = git_unstaged(reader.git, change_is_read, &reason);
	return fill(&reader, changes, reason);
}

bool from_git_base(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change_base *base)
{
	g_autoptr(GPtrArray) bases = g_ptr_array_new();
	struct change change = { .bases = bases };
	struct git_reader reader = {
		.session = session,
		.options = options,
		.root = root,
		.change = &change,
	};
	g_autofree char *commit = g_strdup_printf("%s^{commit}", options->base);
	g_autofree char *id = NULL;
	bool done = git_reader_open(&reader);

	g_ptr_array_add(bases, base);
	if (done) {
		const char *words[] = { "diff-index",  "--raw", "-z",
					"--no-abbrev", NULL,	"--",
					NULL };

		GPtrArray *changes;
		char *reason = NULL;

		id = git_resolve(reader.git, commit);
		words[4] = id;
		base->key = id ? git_reader_headers_key(&reader, id) : NULL;
		changes = id ? differing(&reader, words, &reason) : NULL;
		done = id ? fill(&reader, changes, reason) :
			    git_reader_fail(&reader, options->base,
					    "no such revision");
	}
	change_close(&change);
	return done;
}
