// SPDX-License-Identifier: GPL-2.0-only
/* What all ways to name a change share. */
#include "change.h"

#include <string.h>

#include "base/view.h"
#include "change/git/git.h"
#include "files.h"
#include "from_git.h"
#include "from_patch.h"
#include "options/stages.h"
#include "select/select.h"
#include "touched.h"

static gint compare_files(gconstpointer a, gconstpointer b)
{
	const struct changed_file *left =
		*(const struct changed_file *const *)a;
	const struct changed_file *right =
		*(const struct changed_file *const *)b;

	return strcmp(left->path, right->path);
}

bool change_read(struct session *session, const struct change_options *options,
		 const char *root, struct change *ret_change)
{
	bool done;

	change_init(ret_change);
	done = options->kind == CHANGE_PATCH ?
		       from_patch_read(session, options, root, ret_change) :
		       from_git_read(session, options, root, ret_change);
	g_ptr_array_sort(ret_change->files, compare_files);
	return done;
}

bool change_settle(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change *change, const GPtrArray *paths)
{
	if (options->kind == CHANGE_PATCH)
		return true;
	return from_git_settle(session, options, root, change, paths);
}

bool change_complete(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change)
{
	if (options->kind == CHANGE_PATCH)
		return true; /* its views are whole from the start */
	return from_git_complete(session, options, root, change);
}

GPtrArray *change_headers(struct session *session,
			  const struct change_options *options,
			  const char *root, struct change *change)
{
	if (options->kind != CHANGE_STAGED)
		return NULL;
	return from_git_headers(session, options, root, change);
}

void change_rest(struct change *change)
{
	if (change->git)
		git_rest(change->git);
}

void change_release(struct change *change)
{
	view_free(change->after);
	if (change->bases)
		g_ptr_array_free(change->bases, TRUE);
	if (change->files)
		g_ptr_array_free(change->files, TRUE);
	if (change->others)
		g_ptr_array_free(change->others, TRUE);
	change_close(change);
	*change = (struct change){ 0 };
}

const GArray *changed_file_touched(struct changed_file *file)
{
	if (!file->touched)
		file->touched = touched_lines(file->before, file->after);
	return file->touched;
}

bool spans_hold(const GArray *spans, guint32 line)
{
	for (guint i = 0; i < spans->len; i++) {
		const struct line_span *span =
			&g_array_index(spans, struct line_span, i);

		if (span->first <= line && line <= span->last)
			return true;
	}
	return false;
}

bool change_touches(struct change *change, const char *path, guint32 line)
{
	for (guint i = 0; i < change->files->len; i++) {
		struct changed_file *file = g_ptr_array_index(change->files, i);

		if (strcmp(file->path, path) == 0 &&
		    spans_hold(changed_file_touched(file), line))
			return true;
	}
	return false;
}
