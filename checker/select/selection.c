// SPDX-License-Identifier: GPL-2.0-only
/* A selection as a container: what makes it, adds to it and frees it. */
#include <string.h>

#include "base/path_kind.h"
#include "names.h"
#include "scan.h"
#include "select.h"

void selection_begin(struct selection *selection)
{
	selection->files =
		g_array_new(FALSE, FALSE, sizeof(struct selected_file));
	selection->texts =
		g_array_new(FALSE, FALSE, sizeof(struct selected_file));
	selection->tree.names = names_new();
	selection->tree.version = "";
}

void selection_add(struct selection *selection,
		   const struct selected_file *file)
{
	g_array_append_vals(path_is_source(file->path) ? selection->files :
							 selection->texts,
			    file, 1);
}

static void free_files(GArray *files)
{
	for (guint i = 0; files && i < files->len; i++)
		g_array_free(
			g_array_index(files, struct selected_file, i).lines,
			TRUE);
	if (files)
		g_array_free(files, TRUE);
}

void selection_release(struct selection *selection)
{
	free_files(selection->files);
	free_files(selection->texts);
	if (selection->tree.names)
		g_hash_table_destroy(selection->tree.names);
	g_clear_pointer(&selection->tree.headers, g_ptr_array_unref);
	memset(selection, 0, sizeof(*selection));
}
