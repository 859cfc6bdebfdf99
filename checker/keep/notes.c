// SPDX-License-Identifier: GPL-2.0-only
/* Texts that hold for as long as some files are as they were. */
#include "notes.h"

#include "keep.h"
#include "stamps.h"
#include "variant_file.h"

#define NOTED_TYPE "(ay" STAMPS_TYPE ")"

static char *noted_path(const char *folder, const char *what)
{
	g_autofree char *name = g_strconcat(NOTED_PREFIX, what, NULL);

	return g_build_filename(folder, name, NULL);
}

char *cache_recall(const char *folder, const char *what)
{
	g_autofree char *path = noted_path(folder, what);
	g_autoptr(GVariant) value = variant_file_read(path, NOTED_TYPE);
	g_autoptr(GVariant) files = NULL;
	char *text = NULL;

	if (!value)
		return NULL;
	files = g_variant_get_child_value(value, 1);
	/* An empty file has a sound form: it depends on nothing. */
	if (g_variant_n_children(files) > 0 && stamps_are_current(files, NULL))
		g_variant_get_child(value, 0, "^ay", &text);
	return text;
}

void cache_note(const char *folder, const char *what, const char *text,
		const GPtrArray *paths, gint64 since_ns)
{
	g_autofree char *path = noted_path(folder, what);
	GVariant *files = stamps_pack((const char *const *)paths->pdata,
				      paths->len, since_ns);
	g_autoptr(GVariant) value = NULL;

	if (!files)
		return;
	value = g_variant_ref_sink(
		g_variant_new("(^ay@" STAMPS_TYPE ")", text, files));
	variant_file_write(path, value);
}
