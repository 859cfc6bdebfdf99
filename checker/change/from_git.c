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
#include "files.h"
#include "git/git.h"
#include "options/options.h"

struct reading {
	struct session *session;
	const struct options *options;
	const char *root;
	struct git git;
	struct change *change;
};

static bool fail(const struct reading *reading, const char *what,
		 const char *reason)
{
	session_problem(reading->session, "change", NULL, 0, "%s: %s", what,
			reason ? reason : "git failed");
	return false;
}

/* The file of the tree that a path of git means, owned; NULL if of none. */
static char *tree_path(const struct reading *reading, const char *path)
{
	g_autofree char *whole = g_build_filename(reading->git.top, path, NULL);
	gsize length = strlen(reading->root);

	if (!change_is_source(path) ||
	    !g_str_has_prefix(whole, reading->root) || whole[length] != '/')
		return NULL;
	return g_steal_pointer(&whole);
}

/* Both sides' blobs of all changes that are sources of the tree. */
static GHashTable *load(const struct reading *reading, const GPtrArray *changes,
			char **ret_reason)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();

	for (guint i = 0; i < changes->len; i++) {
		const struct git_change *change = g_ptr_array_index(changes, i);

		if (!change_is_source(change->path) &&
		    !change_is_source(change->old_path))
			continue;
		if (change->old_id && *change->old_id)
			g_ptr_array_add(ids, change->old_id);
		if (change->id && *change->id)
			g_ptr_array_add(ids, change->id);
	}
	return git_blobs(&reading->git, ids, ret_reason);
}

static GBytes *read_disk(const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	char *text = text_file_read(path, &length, &reason);

	return text ? g_bytes_new_take(text, length) : NULL;
}

/* One side's text, owned; NULL where there is no such file. */
static GBytes *side_text(GHashTable *blobs, const char *id, const char *path)
{
	GBytes *blob;

	if (!id)
		return NULL;
	if (!*id)
		return read_disk(path);
	blob = g_hash_table_lookup(blobs, id);
	return blob ? g_bytes_ref(blob) : NULL;
}

static void add_change(const struct reading *reading, struct change_base *base,
		       GHashTable *blobs, const struct git_change *entry)
{
	g_autofree char *path = tree_path(reading, entry->path);
	g_autofree char *old_path = tree_path(reading, entry->old_path);
	struct changed_file *file;

	if (!path && !old_path) {
		reading->change->nr_other++;
		return;
	}
	file = g_new0(struct changed_file, 1);
	if (old_path)
		file->before = side_text(blobs, entry->old_id, old_path);
	if (path)
		file->after = side_text(blobs, entry->id, path);
	/* A rename to or from what is no source is an end or a beginning. */
	file->path = g_strdup(path ? path : old_path);
	file->old_path = g_strdup(old_path ? old_path : path);
	change_add_file(reading->change, base, file);
}

/* The folder of the tree within the repository, with a slash; or "". */
static char *prefix_of(const struct reading *reading)
{
	gsize length = strlen(reading->git.top);

	if (strlen(reading->root) <= length)
		return g_strdup("");
	return g_strdup_printf("%s/", reading->root + length + 1);
}

/* What all headers that files share are, in a revision. */
static char *headers_key(const struct reading *reading, const char *revision)
{
	g_autofree char *prefix = prefix_of(reading);
	g_autofree char *shared =
		g_strdup_printf("%s:%sinclude", revision, prefix);
	g_autofree char *arch =
		g_strdup_printf("%s:%sarch/x86/include", revision, prefix);
	const char *const words[] = { "rev-parse", shared, arch, NULL };
	const char *const only[] = { "rev-parse", shared, NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = git_run(&reading->git, words, NULL, &reason);
	gsize length = 0;
	const char *text;

	if (!output) {
		g_clear_pointer(&reason, g_free);
		output = git_run(&reading->git, only, NULL, &reason);
	}
	text = output ? g_bytes_get_data(output, &length) : NULL;
	return text ? g_strdelimit(g_strndup(text, length), "\n", ' ') : NULL;
}

/* What differs between a base and the tree with the change. */
static bool read_base(const struct reading *reading, struct change_base *base,
		      const char *revision, const char *const *words)
{
	g_autofree char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_changes(&reading->git, words, &reason);
	g_autoptr(GHashTable) blobs = NULL;

	if (!changes)
		return fail(reading, "what changed cannot be told", reason);
	blobs = load(reading, changes, &reason);
	if (!blobs)
		return fail(reading, "contents cannot be read", reason);
	for (guint i = 0; i < changes->len; i++)
		add_change(reading, base, blobs, g_ptr_array_index(changes, i));
	if (reading->change->files->len > 0)
		base->key = headers_key(reading, revision);
	return true;
}

/* The tree of no file at all, as this repository names it. */
static char *empty_tree(const struct reading *reading)
{
	static const char *const words[] = { "hash-object", "-t", "tree",
					     "--stdin", NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = git_run(&reading->git, words, NULL, &reason);
	gsize length = 0;
	const char *text = output ? g_bytes_get_data(output, &length) : NULL;

	return text ? g_strchomp(g_strndup(text, length)) : g_strdup("");
}

static bool read_staged_from(const struct reading *reading, const char *parent)
{
	struct change_base *base = change_add_base(reading->change);
	const char *const words[] = { "diff-index", "--cached", "--raw",
				      "-z",	    "-M",	"--no-abbrev",
				      parent,	    "--",	NULL };

	return read_base(reading, base, parent, words);
}

/*
 * What `git merge` says in its environment (git 2.39): it runs its hook before
 * it writes MERGE_HEAD.
 */
static void add_named_heads(const struct reading *reading, GPtrArray *parents)
{
	static const char prefix[] = "GITHEAD_";

	for (char **variable = reading->git.environ; *variable; variable++) {
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
		text_file_read(reading->git.merge, &length, &reason);
	g_auto(GStrv) lines =
		g_strsplit(text ? g_strchomp(text) : "", "\n", -1);

	for (char **line = lines; *line && **line; line++)
		g_ptr_array_add(parents, g_strdup(*line));
	if (parents->len == 0)
		add_named_heads(reading, parents);
	return parents;
}

/* Before the first commit there is no HEAD. */
static bool read_staged_from_head(const struct reading *reading)
{
	g_autofree char *head = git_resolve(&reading->git, "HEAD");
	g_autofree char *empty = head ? NULL : empty_tree(reading);

	return read_staged_from(reading, head ? head : empty);
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

/* Two revisions as in `git diff`: "A..B", or "A...B" for their merge base. */
static char *range_end(const char *since, char **ret_start)
{
	const char *dots = strstr(since, "..");
	const char *end = dots ? dots + strspn(dots, ".") : NULL;

	*ret_start = dots ? g_strndup(since, (gsize)(dots - since)) :
			    g_strdup(since);
	return end ? g_strdup(*end ? end : "HEAD") : NULL;
}

/* Where a line of work began: the merge base with its end. */
static char *start_commit(const struct reading *reading, const char *start,
			  const char *end)
{
	g_autofree char *commit = g_strdup_printf("%s^{commit}", start);
	g_autofree char *id = git_resolve(&reading->git, commit);
	const char *const words[] = { "merge-base", id, end ? end : "HEAD",
				      NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GBytes) output = NULL;
	gsize length = 0;
	const char *text;

	if (!id) {
		fail(reading, start, "no such revision");
		return NULL;
	}
	if (reading->options->exact_base)
		return g_steal_pointer(&id);
	output = git_run(&reading->git, words, NULL, &reason);
	text = output ? g_bytes_get_data(output, &length) : NULL;
	if (!text || length == 0) {
		fail(reading, start,
		     "has no merge base with what is checked; "
		     "--no-merge-base compares with the revision itself");
		return NULL;
	}
	return g_strndup(text, strcspn(text, "\n"));
}

static bool read_since(const struct reading *reading)
{
	g_autofree char *start = NULL;
	g_autofree char *end = range_end(reading->options->revision, &start);
	g_autofree char *base_id =
		start_commit(reading, *start ? start : "HEAD", end);
	const char *const against_disk[] = {
		"diff-index",  "--raw", "-z", "-M",
		"--no-abbrev", base_id, "--", NULL
	};
	const char *const against_end[] = { "diff-tree", "-r", "--raw",
					    "-z",	 "-M", "--no-abbrev",
					    base_id,	 end,  "--",
					    NULL };
	struct change_base *base;

	if (!base_id)
		return false;
	base = change_add_base(reading->change);
	return read_base(reading, base, base_id,
			 end ? against_end : against_disk);
}

static bool reading_open(struct reading *reading)
{
	g_autofree char *reason = NULL;

	if (git_open(reading->root, &reading->git, &reason))
		return true;
	return fail(reading, "no git repository around the tree", reason);
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
	bool done = reading_open(&reading) &&
		    (options->change == CHANGE_STAGED ? read_staged(&reading) :
							read_since(&reading));

	git_close(&reading.git);
	return done;
}

static void set_unless_known(struct view *view, const char *path, GBytes *text)
{
	if (!view_knows(view, path))
		view_set(view, path, text);
}

/* The files whose state on disk is not that of the views. */
static bool fill(const struct reading *reading, const char *const *words)
{
	struct change *change = reading->change;
	g_autofree char *reason = NULL;
	g_autoptr(GPtrArray) changes =
		git_changes(&reading->git, words, &reason);
	g_autoptr(GHashTable) blobs =
		changes ? load(reading, changes, &reason) : NULL;

	if (!blobs)
		return fail(reading, "contents cannot be read", reason);
	for (guint i = 0; i < changes->len; i++) {
		const struct git_change *entry = g_ptr_array_index(changes, i);
		g_autofree char *path = tree_path(reading, entry->old_path);
		g_autoptr(GBytes) text =
			path ? side_text(blobs, entry->old_id, path) : NULL;

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
	return true;
}

bool from_git_complete(struct session *session, const struct options *options,
		       const char *root, struct change *change)
{
	static const char *const unstaged[] = { "diff-files",  "--raw", "-z",
						"--no-abbrev", "--",	NULL };
	struct reading reading = {
		.session = session,
		.options = options,
		.root = root,
		.change = change,
	};
	g_autofree char *start = NULL;
	g_autofree char *end =
		options->revision ? range_end(options->revision, &start) : NULL;
	const char *const against_end[] = { "diff-index",  "--raw", "-z",
					    "--no-abbrev", end,	    "--",
					    NULL };
	bool done = true;

	if (options->change == CHANGE_SINCE && !end)
		return true;
	done = reading_open(&reading) &&
	       fill(&reading, end ? against_end : unstaged);
	git_close(&reading.git);
	return done;
}

bool from_git_base(struct session *session, const struct options *options,
		   const char *root, struct change_base *base)
{
	g_autoptr(GPtrArray) bases = g_ptr_array_new();
	struct change change = { .bases = bases };
	struct reading reading = {
		.session = session,
		.options = options,
		.root = root,
		.change = &change,
	};
	g_autofree char *commit = g_strdup_printf("%s^{commit}", options->base);
	g_autofree char *id = NULL;
	bool done = reading_open(&reading);

	g_ptr_array_add(bases, base);
	if (done) {
		const char *words[] = { "diff-index",  "--raw", "-z",
					"--no-abbrev", NULL,	"--",
					NULL };

		id = git_resolve(&reading.git, commit);
		words[4] = id;
		base->key = id ? headers_key(&reading, id) : NULL;
		done = id ? fill(&reading, words) :
			    fail(&reading, options->base, "no such revision");
	}
	git_close(&reading.git);
	return done;
}
