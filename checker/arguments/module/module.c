// SPDX-License-Identifier: GPL-2.0-only
/* The root and the files of a module; see module_arguments.c for its arguments.
 */
#include "module.h"

#include <string.h>
#include <sys/stat.h>

#include "arguments/arguments.h"
#include "base/name.h"
#include "base/project_root.h"
#include "base/sort.h"
#include "module_parts.h"
#include "options/stages.h"
#include "select/select.h"
#include "select/walk.h"

void module_arguments_free(struct module_arguments *arguments)
{
	g_ptr_array_unref(arguments->before);
	g_ptr_array_unref(arguments->after);
	g_free(arguments);
}

static void module_free(gpointer data)
{
	struct module *module = data;

	g_free(module->root);
	g_clear_pointer(&module->headers, g_ptr_array_unref);
	g_clear_pointer(&module->makefiles, g_ptr_array_unref);
	g_hash_table_destroy(module->arguments);
	g_hash_table_destroy(module->missing);
	g_free(module);
}

GHashTable *modules_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     module_free);
}

bool module_has_job(const struct compile_job *job)
{
	return job->file && g_path_is_absolute(job->file->path);
}

/* The folder among the PATHs that has a file, or the file's own; owned. */
static char *named_folder(const struct compile_jobs *jobs, const char *source)
{
	const GPtrArray *paths = jobs->named->paths;
	char *folder = NULL;

	for (guint i = 0; i < paths->len && !folder; i++) {
		g_autofree char *path = g_canonicalize_filename(
			g_ptr_array_index(paths, i), NULL);

		if (name_is_below(source, path))
			folder = g_steal_pointer(&path);
	}
	return folder ? folder : g_path_get_dirname(source);
}

char *module_folder_above(const char *folder)
{
	g_autofree char *above = g_path_get_dirname(folder);
	struct stat status, below;

	if (strcmp(above, "/") == 0 || strcmp(above, g_get_home_dir()) == 0 ||
	    stat(folder, &below) != 0 || stat(above, &status) != 0 ||
	    (status.st_mode & S_IWOTH) || status.st_uid != below.st_uid)
		return NULL;
	return g_steal_pointer(&above);
}

static bool has_makefile(const char *folder)
{
	static const char *const names[] = { "Kbuild", "Makefile", ".git" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);

		if (g_file_test(path, G_FILE_TEST_EXISTS))
			return true;
	}
	return false;
}

/* What has no Makefile beside it is built by one not far above; owned. */
static char *find_root(const char *folder)
{
	char *root = project_root(folder);
	g_autofree char *at = g_strdup(root);

	for (guint i = 0; i < FOLDERS_ABOVE && !has_makefile(root); i++) {
		g_autofree char *above = module_folder_above(at);

		if (!above)
			break;
		g_free(at);
		at = g_steal_pointer(&above);
		if (!has_makefile(at))
			continue;
		g_free(root);
		root = project_root(at);
	}
	return root;
}

static void free_arguments(gpointer data)
{
	module_arguments_free(data);
}

struct module *module_of(const struct compile_jobs *jobs,
			 const struct compile_job *job)
{
	g_autofree char *folder = named_folder(jobs, job->source);
	struct module *module = g_hash_table_lookup(jobs->modules, folder);

	if (module)
		return module;
	module = g_new0(struct module, 1);
	module->root = find_root(folder);
	module->arguments = g_hash_table_new_full(g_str_hash, g_str_equal,
						  g_free, free_arguments);
	module->missing =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_hash_table_insert(jobs->modules, g_steal_pointer(&folder), module);
	return module;
}

const char *module_root(const struct compile_jobs *jobs,
			const struct compile_job *job)
{
	return module_of(jobs, job)->root;
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

const GPtrArray *module_headers(const struct compile_jobs *jobs,
				const struct compile_job *job)
{
	struct module *module = module_of(jobs, job);
	g_autoptr(GPtrArray) all = NULL;

	if (module->headers)
		return module->headers;
	all = g_ptr_array_new_with_free_func(g_free);
	/* A folder that cannot be read has been told of by the selection. */
	walk_view(NULL, jobs->tree->view, module->root, all);
	module->headers = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < all->len; i++) {
		const char *path = g_ptr_array_index(all, i);

		/* A tree in a module's folder is none of its headers. */
		if (is_header(path) && !name_is_below(path, jobs->tree->root))
			g_ptr_array_add(module->headers, g_strdup(path));
	}
	sort_strings(module->headers);
	return module->headers;
}

/* The names that a file of make may have, or a text that one is made from. */
static bool is_makefile_name(const char *name)
{
	static const char *const names[] = {
		"Kbuild",    "Makefile",    "makefile",	   "GNUmakefile",
		"Kbuild.in", "Makefile.in", "Makefile.am", NULL,
	};

	return g_strv_contains(names, name);
}

/* Folders of one module; far more than any has. */
enum { FOLDER_LIMIT = 20000 };

void module_find_files(const char *folder, bool (*is_wanted)(const char *name),
		       GPtrArray *ret_paths)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(folders, g_strdup(folder));
	for (guint i = 0; i < folders->len && i < FOLDER_LIMIT; i++) {
		const char *at = g_ptr_array_index(folders, i);
		g_autoptr(GDir) dir = g_dir_open(at, 0, NULL);
		const char *name;

		while (dir && (name = g_dir_read_name(dir)) != NULL) {
			g_autofree char *path =
				g_build_filename(at, name, NULL);

			if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
				continue;
			if (is_wanted(name))
				g_ptr_array_add(ret_paths,
						g_steal_pointer(&path));
			else if (*name != '.' &&
				 g_file_test(path, G_FILE_TEST_IS_DIR))
				g_ptr_array_add(folders,
						g_steal_pointer(&path));
		}
	}
	sort_strings(ret_paths);
}

const GPtrArray *module_makefiles(struct module *module)
{
	if (!module->makefiles) {
		module->makefiles = g_ptr_array_new_with_free_func(g_free);
		module_find_files(module->root, is_makefile_name,
				  module->makefiles);
	}
	return module->makefiles;
}
