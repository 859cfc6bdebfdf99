// SPDX-License-Identifier: GPL-2.0-only
/* Told by a Makefile that Kbuild includes: it lists what it builds. */
#include "options/module_here.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/project_root.h"
#include "base/text_file.h"
#include "options/options.h"
#include "options/reader.h"

static bool is_kbuild_text(const char *text)
{
	static const char *const lists[] = { "obj-m", "obj-y", "obj-$(" };

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
		if (strstr(text, lists[i]))
			return true;
	}
	return false;
}

static bool is_module(const char *folder)
{
	static const char *const names[] = { "Kbuild", "Makefile" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);
		gsize length = 0;
		g_autofree char *text = text_file_read(path, &length, NULL);

		if (text && is_kbuild_text(text))
			return true;
	}
	return false;
}

/* True if it is the tree, below it or above it. */
static bool is_of_tree(const char *folder, const char *tree)
{
	char *real = realpath(tree, NULL);
	const bool is_of = real && (name_is_within(folder, real) ||
				    name_is_within(real, folder));

	free(real);
	return is_of;
}

void module_here_take(struct reader *reader)
{
	struct options *options = reader->options;
	char *here = options->select.tree && options->select.paths->len == 0 ?
			     realpath(".", NULL) :
			     NULL;
	g_autofree char *root = here ? project_root(here) : NULL;

	if (root && !is_of_tree(here, options->select.tree) &&
	    (is_module(here) || is_module(root))) {
		g_ptr_array_add(options->select.paths,
				(gpointer)reader_keep(reader, root));
		options->select.is_module_here = true;
	}
	free(here);
}

char *options_module_root(const struct select_options *options,
			  const char *tree)
{
	char *real =
		tree && options->tree && options->paths->len > 0 ?
			realpath(g_ptr_array_index(options->paths, 0), NULL) :
			NULL;
	g_autofree char *folder = NULL;
	char *root = NULL;

	if (real && !name_is_within(real, tree)) {
		folder = g_file_test(real, G_FILE_TEST_IS_DIR) ?
				 g_strdup(real) :
				 g_path_get_dirname(real);
		root = project_root(folder);
	}
	free(real);
	return root;
}
