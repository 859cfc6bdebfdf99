// SPDX-License-Identifier: GPL-2.0-only
/* The parts of a change: its files, its bases, the repository it is from. */
#include "files.h"

#include <string.h>

#include "base/path_kind.h"
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"

static void free_file(gpointer data)
{
	struct changed_file *file = data;

	g_free(file->path);
	g_free(file->old_path);
	if (file->before)
		g_bytes_unref(file->before);
	if (file->after)
		g_bytes_unref(file->after);
	if (file->touched)
		g_array_free(file->touched, TRUE);
	g_free(file);
}

static void free_base(gpointer data)
{
	struct change_base *base = data;

	view_free(base->view);
	g_hash_table_destroy(base->renames);
	g_hash_table_destroy(base->differs);
	g_ptr_array_free(base->headers, TRUE);
	g_free(base->key);
	g_free(base);
}

struct change_base *change_add_base(struct change *change)
{
	struct change_base *base = g_new0(struct change_base, 1);

	base->view = view_new();
	base->renames =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	base->differs =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	base->headers = g_ptr_array_new_with_free_func(free_file);
	g_ptr_array_add(change->bases, base);
	return base;
}

static bool is_same_text(GBytes *a, GBytes *b)
{
	return a == b || (a && b && g_bytes_equal(a, b));
}

static GBytes *ref(GBytes *bytes)
{
	return bytes ? g_bytes_ref(bytes) : NULL;
}

static struct changed_file *copy_file(const struct changed_file *file)
{
	struct changed_file *copy = g_new0(struct changed_file, 1);

	copy->path = g_strdup(file->path);
	copy->old_path = g_strdup(file->old_path);
	copy->before = ref(file->before);
	copy->after = ref(file->after);
	return copy;
}

/* What is no C file may be included by one, whatever it is called. */
static bool is_included(const char *path)
{
	return path_kind(path) == PATH_TEXT || g_str_has_suffix(path, ".h");
}

static void note_difference(struct change_base *base,
			    const struct changed_file *file)
{
	if (change_is_source(file->path))
		g_hash_table_add(base->differs, g_strdup(file->path));
	if (is_included(file->path) || is_included(file->old_path))
		g_ptr_array_add(base->headers, copy_file(file));
}

void change_add_built(struct change_base *base, const char *path,
		      GBytes *before, GBytes *after)
{
	const struct changed_file file = {
		.path = (char *)path,
		.old_path = (char *)path,
		.before = before,
		.after = after,
	};

	g_ptr_array_add(base->headers, copy_file(&file));
}

/* Takes away one side of a rename, as a file of its own. */
static struct changed_file *split_off(struct changed_file *file)
{
	struct changed_file *former = g_new0(struct changed_file, 1);

	former->path = g_strdup(file->old_path);
	former->old_path = file->old_path;
	former->before = g_steal_pointer(&file->before);
	file->old_path = g_strdup(file->path);
	return former;
}

void change_add_file(struct change *change, struct change_base *base,
		     struct changed_file *file)
{
	bool is_moved = strcmp(file->path, file->old_path) != 0;

	/* What was a source and is none has ended, and the other way round. */
	if (is_moved && path_kind(file->path) != path_kind(file->old_path)) {
		change_add_file(change, base, split_off(file));
		is_moved = false;
	}

	if (is_moved && !view_knows(change->after, file->old_path))
		view_set(change->after, file->old_path, NULL);
	view_set(change->after, file->path, file->after);
	if (is_moved && !view_knows(base->view, file->path))
		view_set(base->view, file->path, NULL);
	view_set(base->view, file->old_path, file->before);
	if (is_moved)
		g_hash_table_insert(base->renames, g_strdup(file->old_path),
				    g_strdup(file->path));
	if (!is_moved && is_same_text(file->before, file->after)) {
		free_file(file);
		return;
	}
	note_difference(base, file);
	g_ptr_array_add(change_is_source(file->path) ? change->files :
						       change->others,
			file);
}

bool change_is_source(const char *path)
{
	return path_is_read(path);
}

bool change_is_read(const char *path)
{
	return path_kind(path) != PATH_DOCUMENT;
}

const struct git *change_git(struct change *change, const char *root,
			     char **ret_reason)
{
	struct git git;

	if (!change->git && git_open(root, &git, ret_reason))
		change->git = g_memdup2(&git, sizeof(git));
	return change->git;
}

void change_close(struct change *change)
{
	if (change->git)
		git_close(change->git);
	g_clear_pointer(&change->git, g_free);
}

void change_init(struct change *change)
{
	*change = (struct change){
		.after = view_new(),
		.bases = g_ptr_array_new_with_free_func(free_base),
		.files = g_ptr_array_new_with_free_func(free_file),
		.others = g_ptr_array_new_with_free_func(free_file),
	};
}
