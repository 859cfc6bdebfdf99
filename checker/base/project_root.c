// SPDX-License-Identifier: GPL-2.0-only
#include "base/project_root.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the root of a kernel tree, or of a repository. */
#define TREE_MARK "include/linux/mm_types.h"
static const char *const marks[] = { TREE_MARK, ".git" };

/* In the folders of a module. */
static const char *const makefiles[] = { "Kbuild", "Makefile" };

static bool has_one(const char *folder, const char *const *names, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);

		if (g_file_test(path, G_FILE_TEST_EXISTS))
			return true;
	}
	return false;
}

/* What others may put into a folder, as into /tmp, says nothing about it. */
static bool is_as_safe(const char *folder, const struct stat *below)
{
	struct stat status;

	return stat(folder, &status) == 0 && !(status.st_mode & S_IWOTH) &&
	       (status.st_uid == below->st_uid || status.st_uid == geteuid());
}

char *project_root(const char *folder)
{
	g_autofree char *here = g_strdup(folder);
	g_autofree char *module = g_strdup(folder);
	struct stat status;
	bool is_module = true;

	while (stat(here, &status) == 0) {
		g_autofree char *above = g_path_get_dirname(here);

		is_module = is_module &&
			    has_one(here, makefiles, G_N_ELEMENTS(makefiles));
		if (is_module) {
			g_free(module);
			module = g_strdup(here);
		}
		if (has_one(here, marks, G_N_ELEMENTS(marks)))
			return g_steal_pointer(&here);
		if (strcmp(above, here) == 0 || !is_as_safe(above, &status))
			break;
		g_free(here);
		here = g_steal_pointer(&above);
	}
	return g_steal_pointer(&module);
}

bool is_kernel_tree(const char *root)
{
	g_autofree char *mark = g_build_filename(root, TREE_MARK, NULL);

	return g_file_test(mark, G_FILE_TEST_IS_REGULAR);
}
