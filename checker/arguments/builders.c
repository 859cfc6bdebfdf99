// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which configurations build a file: the Makefile of its folder, read as data
 * with the symbols of each. The Makefiles above it are not asked.
 */
#include "builders.h"

#include <string.h>

#include "arguments.h"
#include "arguments/kconfig/kconfig.h"
#include "arguments/makefile/makefile.h"
#include "base/view.h"
#include "select/select.h"
#include "targets.h"

/* Objects are parts of objects no deeper; 2 in 7.1. */
enum { OBJECT_DEPTH = 4 };

/*
 * The Makefile of the file's folder; owned; NULL if that has none, or has no
 * word of the object, as where the file is new.
 */
static char *makefile_beside(const struct compile_jobs *jobs,
			     const struct compile_job *job, const char *object)
{
	static const char *const names[] = { "Kbuild", "Makefile" };
	g_autofree char *folder = g_path_get_dirname(job->source);

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);
		gsize length = 0;
		g_autofree char *text =
			view_read(jobs->tree->view, path, &length, NULL);

		if (text)
			return strstr(text, object) ? g_steal_pointer(&path) :
						      NULL;
	}
	return NULL;
}

/* The symbols of a configuration as a Makefile has them. */
static GHashTable *symbols_of(const struct kconfig *config)
{
	GHashTable *symbols =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	GHashTableIter iter;
	gpointer name, value;

	g_hash_table_iter_init(&iter, config->values);
	while (g_hash_table_iter_next(&iter, &name, &value)) {
		if (strcmp(value, "n") != 0)
			g_hash_table_insert(symbols,
					    g_strconcat("CONFIG_", name, NULL),
					    g_strdup(value));
	}
	return symbols;
}

static bool list_has(const struct makefile *makefile, const char *list,
		     const char *object, guint depth);

/* `all.o' is made of all-y, all-m and all-objs. */
static bool object_has(const struct makefile *makefile, const char *word,
		       const char *object, guint depth)
{
	static const char *const ends[] = { "-y", "-m", "-objs" };
	g_autofree char *stem = NULL;

	if (strcmp(word, object) == 0)
		return true;
	if (depth == 0 || !g_str_has_suffix(word, ".o"))
		return false;
	stem = g_strndup(word, strlen(word) - strlen(".o"));
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *list = g_strconcat(stem, ends[i], NULL);

		if (list_has(makefile, list, object, depth - 1))
			return true;
	}
	return false;
}

static bool list_has(const struct makefile *makefile, const char *list,
		     const char *object, guint depth)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);

	makefile_add_words(makefile, list, words);
	for (guint i = 0; i < words->len; i++) {
		if (object_has(makefile, g_ptr_array_index(words, i), object,
			       depth))
			return true;
	}
	return false;
}

static bool makefile_builds(const struct compile_jobs *jobs, const char *path,
			    GHashTable *symbols, const char *object)
{
	static const char *const lists[] = { "obj-y", "obj-m", "lib-y" };
	g_autofree char *folder = g_path_get_dirname(path);
	const char *const given[] = {
		"srctree", jobs->tree->root, "src", folder, "obj", folder, NULL
	};
	const struct makefile_request request = {
		.given = given,
		.view = jobs->tree->view,
		.root = jobs->tree->root,
		.folder = folder,
		.config = symbols,
	};
	struct makefile *makefile = makefile_read(&request, path);
	bool found = false;

	for (gsize i = 0; i < G_N_ELEMENTS(lists) && !found; i++)
		found = list_has(makefile, lists[i], object, OBJECT_DEPTH);
	makefile_free(makefile);
	return found;
}

static bool target_builds(const struct compile_jobs *jobs, guint target,
			  GHashTable *looked, const char *path,
			  const char *object)
{
	g_autoptr(GHashTable) symbols = NULL;
	struct kconfig config = { 0 };
	bool builds = false;

	/* What goes wrong is said when the target is prepared. */
	if (target_config(NULL, jobs, target, looked, &config)) {
		symbols = symbols_of(&config);
		builds = makefile_builds(jobs, path, symbols, object);
		kconfig_release(&config);
	}
	return builds;
}

bool compile_find_builder(const struct compile_jobs *jobs,
			  const struct compile_job *job, const GArray *targets,
			  GArray *ret_asked, guint *ret_target)
{
	g_autofree char *object = g_path_get_basename(job->source);
	g_autofree char *path = NULL;
	g_autoptr(GHashTable) looked =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	bool found = false;

	if (!g_str_has_suffix(object, ".c"))
		return false;
	object[strlen(object) - 1] = 'o';
	path = makefile_beside(jobs, job, object);
	if (!path)
		return false;
	g_array_append_val(ret_asked, job->target);
	if (target_builds(jobs, job->target, looked, path, object))
		return false;
	for (guint i = 0; i < targets->len && !found; i++) {
		*ret_target = g_array_index(targets, guint, i);
		g_array_append_val(ret_asked, *ret_target);
		found = target_builds(jobs, *ret_target, looked, path, object);
	}
	return found;
}
