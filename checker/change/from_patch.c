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
#include "base/view.h"
#include "change.h"
#include "change/git/git.h"
#include "change/patch/patch.h"
#include "files.h"
#include "from_git.h"
#include "options/options.h"

/* The tree while a series goes over it. */
struct patching {
	struct session *session;
	const char *name; /* of the patch, for messages */
	const char *root;
	struct change *change;
	struct change_base *base;
	struct view *state; /* what the patches so far have made of it */
	/* Whose blobs come first, as files on disk may be patched; or NULL. */
	const struct git *git;
	GHashTable *touched; /* owned path -> owned path it had at first */
};

static char *read_standard_input(gsize *ret_length)
{
	GString *text = g_string_new(NULL);
	char buffer[65536];
	ssize_t got;

	for (;;) {
		got = read(STDIN_FILENO, buffer, sizeof(buffer));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || text->len > TEXT_FILE_LIMIT)
			break;
		g_string_append_len(text, buffer, got);
	}
	*ret_length = text->len;
	return g_string_free(text, FALSE);
}

static bool fail(const struct patching *patching, guint line, const char *text)
{
	session_problem(patching->session, "patch", patching->name, line, "%s",
			text);
	return false;
}

/* What the tree holds at a path: as patched so far, else as at first. */
static GBytes *text_of(const struct patching *patching, const char *path)
{
	const struct view *view = view_knows(patching->state, path) ?
					  patching->state :
					  patching->base->view;
	g_autofree char *reason = NULL;
	gsize length = 0;
	char *text = view_read(view, path, &length, &reason);

	return text ? g_bytes_new_take(text, length) : NULL;
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

/* A name that leads out of the tree is none of it. */
static bool is_tame(const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, "/", -1);

	return !g_path_is_absolute(name) &&
	       !g_strv_contains((const char *const *)parts, "..");
}

static char *place(const struct patching *patching, const char *name, guint nr)
{
	const char *rest = name ? strip(name, nr) : NULL;

	return rest && is_tame(rest) ?
		       g_build_filename(patching->root, rest, NULL) :
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
	if (has_prefixes(file) || fits(patching, file, 1))
		return 1;
	return fits(patching, file, 0) ? 0 : 1;
}

static bool report_hunk(const struct patching *patching,
			const struct patch_file *file,
			const struct patch_hunk *hunk, const char *path)
{
	guint number = 0;
	g_autofree char *text = NULL;

	while (g_ptr_array_index(file->hunks, number) != hunk)
		number++;
	text = g_strdup_printf(
		"hunk %u of %s does not apply near its line %u: its context is not there",
		number + 1, path + strlen(patching->root) + 1, hunk->old_start);
	return fail(patching, hunk->line, text);
}

static void note_touched(const struct patching *patching, const char *old_path,
			 const char *path)
{
	const char *first = g_hash_table_lookup(patching->touched, old_path);

	if (g_hash_table_contains(patching->touched, path) &&
	    strcmp(old_path, path) == 0)
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
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	g_autofree char *reason = NULL;

	if (!file->old_id || view_knows(patching->state, path))
		return NULL;
	g_ptr_array_add(names, file->old_id);
	return git_texts(patching->git, names, texts, &reason) ?
		       g_ptr_array_index(texts, 0) :
		       NULL;
}

/* What a file was before its patch; NULL if there was none. */
static GBytes *before_of(const struct patching *patching,
			 const struct patch_file *file, const char *path)
{
	GBytes *bytes = NULL;

	if (patching->git)
		bytes = original_of(patching, file, path);
	if (bytes)
		view_set(patching->base->view, path, bytes);
	else if (!file->old_path && !view_knows(patching->state, path))
		view_set(patching->base->view, path, NULL);
	else if (file->old_path)
		bytes = text_of(patching, path);
	return bytes;
}

static bool apply_to(const struct patching *patching,
		     const struct patch_file *file, const char *old_path,
		     const char *path)
{
	g_autoptr(GBytes) before = before_of(patching, file, old_path);
	const struct patch_hunk *hunk = NULL;
	g_autoptr(GBytes) after = NULL;
	g_autofree char *text = NULL;

	if (file->old_path && !before) {
		text = g_strdup_printf("is for %s, which the tree has not",
				       old_path + strlen(patching->root) + 1);
		return fail(patching, file->line, text);
	}
	after = patch_file_apply(file, before, &hunk);
	if (!after)
		return report_hunk(patching, file, hunk, old_path);
	if (strcmp(old_path, path) != 0) {
		view_set(patching->state, old_path, NULL);
		note_touched(patching, old_path, old_path);
	}
	note_touched(patching, old_path, path);
	view_set(patching->state, path, file->new_path ? after : NULL);
	return true;
}

static bool apply_file(const struct patching *patching,
		       const struct patch_file *file)
{
	guint nr = strip_count(patching, file);
	g_autofree char *old_path = place(patching, file->old_path, nr);
	g_autofree char *path = place(patching, file->new_path, nr);

	if ((file->old_path && !old_path) || (file->new_path && !path))
		return fail(patching, file->line,
			    "names a file outside of the tree");
	/* `diff -u x.c.orig x.c` is a change of x.c. */
	if (old_path && path && !has_prefixes(file) &&
	    strcmp(old_path, path) != 0 && file->hunks->len > 0) {
		g_autoptr(GBytes) text = text_of(patching, path);

		if (text)
			return apply_to(patching, file, path, path);
	}
	return apply_to(patching, file, old_path ? old_path : path,
			path ? path : old_path);
}

static void add_files(const struct patching *patching)
{
	g_autoptr(GPtrArray) paths = view_paths(patching->state);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		const char *first =
			g_hash_table_lookup(patching->touched, path);
		g_autofree char *reason = NULL;
		struct changed_file *file;
		gsize length = 0;
		char *text;

		if (!change_is_source(path)) {
			patching->change->nr_other++;
			continue;
		}
		file = g_new0(struct changed_file, 1);
		file->path = g_strdup(path);
		file->old_path = g_strdup(first ? first : path);
		text = view_read(patching->base->view, file->old_path, &length,
				 &reason);
		file->before = text ? g_bytes_new_take(text, length) : NULL;
		file->after = view_text(patching->state, path);
		if (file->after)
			g_bytes_ref(file->after);
		change_add_file(patching->change, patching->base, file);
	}
}

static bool apply_all(const struct patching *patching, const char *text,
		      gsize length)
{
	struct patch patch;
	g_autofree char *reason = NULL;
	guint line = 0;
	bool done = true;

	if (!patch_parse(text, length, &patch, &line, &reason))
		done = fail(patching, line, reason);
	else if (patch.files->len == 0 && !patch.has_diff)
		done = fail(patching, 0, "holds no patch");
	for (guint i = 0; done && i < patch.files->len; i++)
		done = apply_file(patching, g_ptr_array_index(patch.files, i));
	if (done)
		add_files(patching);
	patch_release(&patch);
	return done;
}

/* Without a patch the tree is that of --base, and that is what after adds to.
 */
static void copy_view(struct view *to, const struct view *from)
{
	g_autoptr(GPtrArray) paths = view_paths(from);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		view_set(to, path, view_text(from, path));
	}
}

static bool patch_over(struct session *session, const struct options *options,
		       const char *root, struct change *change,
		       const char *text, gsize length)
{
	bool is_input = strcmp(options->patch, "-") == 0;
	struct patching patching = {
		.session = session,
		.name = is_input ? "(standard input)" : options->patch,
		.root = root,
		.change = change,
		.base = g_ptr_array_index(change->bases, 0),
		.state = view_new(),
		.touched = g_hash_table_new_full(g_str_hash, g_str_equal,
						 g_free, g_free),
	};
	g_autofree char *reason = NULL;
	bool done;

	if (options->command == COMMAND_B4)
		patching.git = change_git(change, root, &reason);
	copy_view(change->after, patching.base->view);
	done = apply_all(&patching, text, length);
	view_free(patching.state);
	g_hash_table_destroy(patching.touched);
	return done;
}

bool from_patch_read(struct session *session, const struct options *options,
		     const char *root, struct change *change)
{
	bool is_input = strcmp(options->patch, "-") == 0;
	const char *name = is_input ? "(standard input)" : options->patch;
	struct change_base *base = change_add_base(change);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text =
		is_input ? read_standard_input(&length) :
			   text_file_read(options->patch, &length, &reason);

	if (!text) {
		session_problem(session, "patch", name, 0, "cannot be read: %s",
				reason);
		return false;
	}
	if (options->base && !from_git_base(session, options, root, base))
		return false;
	return patch_over(session, options, root, change, text, length);
}
