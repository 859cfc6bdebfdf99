// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which file of the tree a patch means, and what becomes of it. What does not
 * fit is refused: a check of another text would tell of other code.
 */
#include "patching.h"

#include <string.h>

#include "base/name.h"
#include "base/session.h"
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"
#include "change/patch/patch.h"
#include "files.h"

bool patching_fail(const struct patching *patching, guint line,
		   const char *text)
{
	session_problem(patching->session, "patch", patching->name, line, "%s",
			text);
	return false;
}

/* A name such as "REVISION:PATH" as git has it; NULL if it has not. */
static GBytes *text_in_git(const struct git *git, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	g_autofree char *reason = NULL;

	g_ptr_array_add(names, (gpointer)name);
	return git_texts(git, names, texts, &reason) ?
		       g_ptr_array_index(texts, 0) :
		       NULL;
}

/*
 * What a file of --base is that no view has. The path is one of a line, as
 * all that patches name (a newline would have been one in quotes).
 */
static GBytes *text_at_base(const struct patching *patching, const char *path)
{
	g_autofree char *name =
		g_strdup_printf("%s:%s", patching->revision,
				path + strlen(patching->base_git->top) + 1);

	return strchr(name, '\n') ? NULL :
				    text_in_git(patching->base_git, name);
}

/* What the tree holds at a path: as patched so far, else as at first. */
static GBytes *text_in(const struct patching *patching,
		       const struct view *state, const char *path)
{
	const struct view *view =
		view_knows(state, path) ? state : patching->base->view;
	gsize length = 0;
	char *text;

	if (patching->revision && !view_knows(view, path) &&
	    !change_is_read(path))
		return text_at_base(patching, path);
	text = view_read(view, path, &length, NULL);
	return text ? g_bytes_new_take(text, length) : NULL;
}

static GBytes *text_of(const struct patching *patching, const char *path)
{
	return text_in(patching, patching->state, path);
}

/* Leaves out the first folders of a name, as patch -pN does. */
static const char *strip(const char *name, guint nr)
{
	for (; nr > 0; nr--) {
		const char *slash = strchr(name, '/');

		if (!slash)
			return NULL;
		name = slash + 1;
	}
	return *name ? name : NULL;
}

static char *place(const struct patching *patching, const char *name, guint nr)
{
	const char *rest = name ? strip(name, nr) : NULL;
	struct name checked;

	return rest && name_read(rest, NAME_BELOW, &checked) ?
		       name_join(patching->root, checked) :
		       NULL;
}

static bool has_prefixes(const struct patch_file *file)
{
	return (!file->old_path || g_str_has_prefix(file->old_path, "a/")) &&
	       (!file->new_path || g_str_has_prefix(file->new_path, "b/"));
}

static bool has_file(const struct patching *patching, const char *name,
		     guint nr)
{
	g_autofree char *path = place(patching, name, nr);
	g_autoptr(GBytes) text = path ? text_of(patching, path) : NULL;

	return text != NULL;
}

/* A new file fits where its folder is; every tree has the root. */
static bool fits(const struct patching *patching, const struct patch_file *file,
		 guint nr)
{
	g_autofree char *path = NULL;
	g_autofree char *folder = NULL;

	if (file->old_path)
		return has_file(patching, file->old_path, nr) ||
		       has_file(patching, file->new_path, nr);
	path = place(patching, file->new_path, nr);
	folder = path ? g_path_get_dirname(path) : NULL;
	return folder && g_file_test(folder, G_FILE_TEST_IS_DIR);
}

/* How many folders to leave out: git's prefixes are one, else what fits. */
static guint strip_count(const struct patching *patching,
			 const struct patch_file *file)
{
	if (file->is_exact)
		return 0;
	if (has_prefixes(file) || fits(patching, file, 1))
		return 1;
	return fits(patching, file, 0) ? 0 : 1;
}

static const char *relative(const struct patching *patching, const char *path)
{
	return path + strlen(patching->root) + 1;
}

/* A problem with a file: "%s" of the format is its path in the tree. */
static bool fail_for(const struct patching *patching,
		     const struct patch_file *file, const char *before,
		     const char *path, const char *after)
{
	g_autofree char *text =
		g_strconcat(before, relative(patching, path), after, NULL);

	return patching_fail(patching, file->line, text);
}

static bool report_hunk(const struct patching *patching,
			const struct patch_file *file, GBytes *before,
			const struct patch_hunk *hunk, const char *path)
{
	guint number = 0;
	g_autofree char *text = NULL;

	if (patch_file_is_applied(file, before))
		return fail_for(patching, file, "does not apply to ", path,
				": it is applied already");
	while (g_ptr_array_index(file->hunks, number) != hunk)
		number++;
	text = g_strdup_printf(
		"hunk %u of %s does not apply near its line %u: its context is not there",
		number + 1, relative(patching, path), hunk->old_start);
	return patching_fail(patching, hunk->line, text);
}

static void note_touched(const struct patching *patching, const char *old_path,
			 const char *path)
{
	const bool is_moved = strcmp(old_path, path) != 0;
	const char *first = g_hash_table_lookup(
		is_moved ? patching->origins : patching->touched, old_path);

	if (!is_moved && first)
		return;
	g_hash_table_replace(patching->touched, g_strdup(path),
			     g_strdup(first ? first : old_path));
}

/*
 * The blob that a patch was made from, where the repository has it. b4 checks
 * patches of a branch that is checked out: the files on disk are patched.
 */
static GBytes *original_of(const struct patching *patching,
			   const struct patch_file *file, const char *path)
{
	if (!file->old_id || view_knows(patching->state, path))
		return NULL;
	return text_in_git(patching->git, file->old_id);
}

/*
 * What a file was before its patch; NULL if there was none. Renames and copies
 * are of what was there before the commit, in whatever order they come.
 */
static GBytes *before_of(const struct patching *patching,
			 const struct patch_file *file, const char *path)
{
	GBytes *bytes = NULL;

	if (patching->git)
		bytes = original_of(patching, file, path);
	if (bytes)
		view_set(patching->base->view, path, bytes);
	else if (patching->git && !file->old_path &&
		 !view_knows(patching->state, path))
		view_set(patching->base->view, path, NULL);
	else
		bytes = text_in(patching,
				file->is_exact ? patching->start :
						 patching->state,
				path);
	return bytes;
}

/* True if all its lines are new: `diff -N` shows what is not there so. */
static bool may_be_new(const struct patch_file *file)
{
	const struct patch_hunk *hunk =
		file->hunks->len == 1 ? g_ptr_array_index(file->hunks, 0) :
					NULL;

	for (guint i = 0; hunk && i < hunk->lines->len; i++) {
		if (g_array_index(hunk->lines, struct patch_line, i).kind !=
		    '+')
			return false;
	}
	return hunk && hunk->old_start <= 1;
}

static bool is_empty(GBytes *bytes)
{
	return !bytes || g_bytes_get_size(bytes) == 0;
}

/* Refuses what is for another state of the file. */
static bool check_before(const struct patching *patching,
			 const struct patch_file *file, GBytes *before,
			 const char *path)
{
	if (!file->old_path && !is_empty(before))
		return patch_file_is_applied(file, before) ?
			       fail_for(patching, file, "adds ", path,
					", but is applied already") :
			       fail_for(patching, file, "adds ", path,
					", which is there already");
	if (file->old_path && !before && !may_be_new(file))
		return fail_for(patching, file, "is for ", path,
				file->new_path ? ", which the tree has not" :
						 ", which the tree has not; "
						 "it may be applied already");
	return true;
}

static void set(const struct patching *patching, const char *path, GBytes *text,
		bool is_made)
{
	view_set(patching->state, path, text);
	g_hash_table_replace(patching->written, g_strdup(path),
			     GINT_TO_POINTER(is_made));
}

/* What a commit has moved away; it may have put another there. */
static void move_away(const struct patching *patching, const char *path)
{
	if (g_hash_table_lookup(patching->written, path))
		return;
	set(patching, path, NULL, false);
	note_touched(patching, path, path);
}

static bool apply_to(const struct patching *patching,
		     const struct patch_file *file, const char *old_path,
		     const char *path)
{
	g_autoptr(GBytes) before = before_of(patching, file, old_path);
	const struct patch_hunk *hunk = NULL;
	g_autoptr(GBytes) after = NULL;

	if (!check_before(patching, file, before, old_path))
		return false;
	after = patch_file_apply(file, before, &hunk);
	if (!after)
		return report_hunk(patching, file, before, hunk, old_path);
	if (!file->new_path && !is_empty(after))
		return fail_for(patching, file, "removes ", path,
				", but leaves lines of it");
	if (strcmp(old_path, path) != 0 && !file->is_copy)
		move_away(patching, old_path);
	note_touched(patching, file->is_copy ? path : old_path, path);
	set(patching, path, file->new_path ? after : NULL,
	    file->new_path != NULL);
	return true;
}

/* What a commit renames or copies is what was there before it. */
static void begin_commit(struct patching *patching, guint commit)
{
	GHashTableIter iter;
	gpointer path;

	patching->commit = commit;
	g_hash_table_iter_init(&iter, patching->written);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		const char *first =
			g_hash_table_lookup(patching->touched, path);

		view_set(patching->start, path,
			 view_text(patching->state, path));
		g_hash_table_replace(patching->origins, g_strdup(path),
				     g_strdup(first));
	}
	g_hash_table_remove_all(patching->written);
}

bool patching_apply(struct patching *patching, const struct patch_file *file)
{
	guint nr = strip_count(patching, file);
	g_autofree char *old_path = place(patching, file->old_path, nr);
	g_autofree char *path = place(patching, file->new_path, nr);

	if (file->commit != patching->commit)
		begin_commit(patching, file->commit);
	if ((file->old_path && !old_path) || (file->new_path && !path))
		return patching_fail(patching, file->line,
				     "names a file outside of the tree");
	/* Its text is a path, and no code. */
	if (file->is_link) {
		patching->change->nr_other++;
		return true;
	}
	/* `diff -u x.c.orig x.c` is a change of x.c. */
	if (old_path && path && !has_prefixes(file) && !file->is_exact &&
	    strcmp(old_path, path) != 0 && file->hunks->len > 0) {
		g_autoptr(GBytes) text = text_of(patching, path);

		if (text)
			return apply_to(patching, file, path, path);
	}
	return apply_to(patching, file, old_path ? old_path : path,
			path ? path : old_path);
}
