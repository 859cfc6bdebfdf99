// SPDX-License-Identifier: GPL-2.0-only
/*
 * A patch over the tree, or over a revision of it. Each file is patched in
 * memory, as often as a series touches it; the folder need be no repository.
 */
#include "from_patch.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/session.h"
#include "base/text_file.h"
#include "base/unpack.h"
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"
#include "change/patch/patch.h"
#include "files.h"
#include "from_git.h"
#include "options/stages.h"
#include "patching.h"

static char *read_standard_input(gsize *ret_length, char **ret_reason)
{
	char *text = text_file_read_input(ret_length, ret_reason);

	return text ? unpack_bytes(text, *ret_length, ret_length, ret_reason) :
		      NULL;
}

/* A source that the series has touched, from its first state to its last. */
static struct changed_file *file_at(const struct patching *patching,
				    const char *path)
{
	const char *first = g_hash_table_lookup(patching->touched, path);
	struct changed_file *file = g_new0(struct changed_file, 1);
	gsize length = 0;
	char *text;

	file->path = g_strdup(path);
	file->old_path = g_strdup(first ? first : path);
	text = view_read(patching->base->view, file->old_path, &length, NULL);
	file->before = text ? g_bytes_new_take(text, length) : NULL;
	file->after = view_text(patching->state, path);
	if (file->after)
		g_bytes_ref(file->after);
	return file;
}

static void add_files(const struct patching *patching)
{
	g_autoptr(GPtrArray) paths = view_paths(patching->state);
	g_autoptr(GPtrArray) files = g_ptr_array_new();

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (change_is_read(path))
			g_ptr_array_add(files, file_at(patching, path));
		else
			patching->change->nr_other++;
	}
	/* To add one changes the view that the others are read from. */
	for (guint i = 0; i < files->len; i++)
		change_add_file(patching->change, patching->base,
				g_ptr_array_index(files, i));
}

static void copy_view(struct view *to, const struct view *from)
{
	g_autoptr(GPtrArray) paths = view_paths(from);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		view_set(to, path, view_text(from, path));
	}
}

static GHashTable *new_names(GDestroyNotify free_value)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     free_value);
}

static bool apply_all(struct patching *patching, const char *text, gsize length)
{
	struct patch patch;
	g_autofree char *reason = NULL;
	guint line = 0;
	bool done = true;

	if (!patch_parse(text, length, &patch, &line, &reason))
		done = patching_fail(patching, line, reason);
	else if (patch.files->len == 0 && !patch.has_diff)
		done = patching_fail(patching, 0, "holds no patch");
	if (patch.replies.nr > 0)
		session_notice(patching->session, "patch", patching->name,
			       patch.replies.line,
			       "a diff in a reply is not applied (%u of them)",
			       patch.replies.nr);
	for (guint i = 0; done && i < patch.files->len; i++)
		done = patching_apply(patching,
				      g_ptr_array_index(patch.files, i));
	if (done)
		add_files(patching);
	patch_release(&patch);
	return done;
}

static bool patch_over(struct session *session,
		       const struct change_options *options, const char *root,
		       struct change *change, const char *text, gsize length)
{
	bool is_input = strcmp(options->patch, "-") == 0;
	struct patching patching = {
		.session = session,
		.name = is_input ? "(standard input)" : options->patch,
		.root = root,
		.change = change,
		.base = g_ptr_array_index(change->bases, 0),
		.state = view_new(),
		.start = view_new(),
		.touched = new_names(g_free),
		.origins = new_names(g_free),
		.written = new_names(NULL),
	};
	g_autofree char *reason = NULL;
	bool done;

	if (options->is_mail)
		patching.git = change_git(change, root, &reason);
	if (options->base)
		patching.base_git = change_git(change, root, &reason);
	if (patching.base_git)
		patching.revision = options->base;
	/* Without a patch the tree is that of --base. */
	copy_view(change->after, patching.base->view);
	done = apply_all(&patching, text, length);
	view_free(patching.state);
	view_free(patching.start);
	g_hash_table_destroy(patching.touched);
	g_hash_table_destroy(patching.origins);
	g_hash_table_destroy(patching.written);
	return done;
}

bool from_patch_read(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change)
{
	bool is_input = strcmp(options->patch, "-") == 0;
	const char *name = is_input ? "(standard input)" : options->patch;
	struct change_base *base = change_add_base(change);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text =
		is_input ? read_standard_input(&length, &reason) :
			   unpack_file(options->patch, &length, &reason);

	if (!text) {
		session_problem(session, "patch", name, 0, "cannot be read: %s",
				reason);
		return false;
	}
	if (options->base && !from_git_base(session, options, root, base))
		return false;
	return patch_over(session, options, root, change, text, length);
}
