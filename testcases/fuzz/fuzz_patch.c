// SPDX-License-Identifier: GPL-2.0-only
/* Patches: read, applied to nothing and to themselves. */
#include "fuzz.h"

#include "change/patch/patch.h"

static void check_hunk(const struct patch_hunk *hunk)
{
	for (guint i = 0; i < hunk->lines->len; i++) {
		const struct patch_line *line =
			&g_array_index(hunk->lines, struct patch_line, i);

		g_assert(line->kind == ' ' || line->kind == '-' ||
			 line->kind == '+');
		g_assert(line->length == 0 || line->text);
	}
}

static void check_file(const struct patch_file *file, GBytes *before)
{
	const struct patch_hunk *hunk = NULL;
	GBytes *after = patch_file_apply(file, before, &hunk);

	g_assert(file->old_path || file->new_path);
	g_assert(after || hunk);
	if (after)
		g_bytes_unref(after);
	for (guint i = 0; i < file->hunks->len; i++)
		check_hunk(g_ptr_array_index(file->hunks, i));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autoptr(GBytes) whole = g_bytes_new(data, size);
	g_autofree char *reason = NULL;
	struct patch patch;
	guint line = 0;

	if (patch_parse((const char *)data, size, &patch, &line, &reason)) {
		for (guint i = 0; i < patch.files->len; i++) {
			check_file(g_ptr_array_index(patch.files, i), NULL);
			check_file(g_ptr_array_index(patch.files, i), whole);
		}
	} else {
		g_assert(reason && line > 0);
	}
	patch_release(&patch);
	return 0;
}
