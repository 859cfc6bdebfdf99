// SPDX-License-Identifier: GPL-2.0-only
/*
 * Programs of a tree that run in user space: each part of them has a Makefile
 * of its own, which has little to do with Kbuild.
 */
#include "program.h"

#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/makefile/makefile.h"
#include "base/view.h"
#include "compiler_arguments.h"
#include "parts.h"
#include "select/select.h"

/* The variables that recipes of make and of the tree hand to the compiler. */
static const char *const variables[] = {
	"CPPFLAGS", "CFLAGS", "EXTRA_CFLAGS", "HOSTCFLAGS", "HOST_EXTRACFLAGS",
};

/* Prefixes of those of one object, whose name follows. */
static const char *const object_variables[] = { "CFLAGS_", "HOSTCFLAGS_" };

/* The nearest Makefile beside a source or above, below the root; or NULL. */
static char *find_makefile(const struct tree *tree, const char *source)
{
	const gsize root = strlen(tree->root);
	g_autofree char *folder = g_path_get_dirname(source);

	while (strlen(folder) > root && folder[root] == '/') {
		char *path = g_build_filename(folder, "Makefile", NULL);
		char *above;

		if (view_has_file(tree->view, path))
			return path;
		g_free(path);
		above = g_path_get_dirname(folder);
		g_free(folder);
		folder = above;
	}
	return NULL;
}

/* Reads the Makefile of a program; NULL if it has none. */
static struct makefile *read_makefile(const struct tree *tree,
				      const struct arch *arch,
				      const char *source, char **ret_folder)
{
	g_autofree char *path = find_makefile(tree, source);
	g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
	g_autofree char *bits = g_strdup_printf("%u", arch->width);
	const char *const given[] = {
		"srctree",    tree->root,   "top_srcdir",
		tree->root,   "src",	    folder,
		"obj",	      folder,	    "ARCH",
		arch->folder, "SRCARCH",    arch->folder,
		"HOSTARCH",   arch->folder, "LONG_BIT",
		bits,	      "IS_64_BIT",  arch->width == 64 ? "1" : "0",
		NULL,
	};
	const struct makefile_request request = {
		.view = tree->view,
		.root = tree->root,
		.folder = folder,
		.given = given,
	};

	if (!path)
		return NULL;
	*ret_folder = g_steal_pointer(&folder);
	return makefile_read(&request, path);
}

/* The words of variables that are for all objects, and for this one. */
static GPtrArray *words_for(const struct makefile *makefile, const char *source)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *name = g_path_get_basename(source);

	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
		makefile_add_words(makefile, variables[i], words);
	if (!g_str_has_suffix(name, ".c"))
		return words;
	name[strlen(name) - 1] = 'o';
	for (gsize i = 0; i < G_N_ELEMENTS(object_variables); i++) {
		g_autofree char *variable =
			g_strconcat(object_variables[i], name, NULL);

		makefile_add_words(makefile, variable, words);
	}
	return words;
}

void program_add_arguments(GPtrArray *arguments, const struct tree *tree,
			   const struct arch *arch, const char *source)
{
	g_autofree char *folder = NULL;
	struct makefile *makefile = read_makefile(tree, arch, source, &folder);
	g_autoptr(GPtrArray) words = NULL;

	if (!makefile)
		return;
	words = words_for(makefile, source);
	makefile_free(makefile);
	g_ptr_array_add(words, NULL);
	compiler_arguments_keep(arguments, (char **)words->pdata, folder);
}

static void made_header_clear(gpointer data)
{
	struct made_text *made = data;

	g_free(made->path);
	g_free(made->text);
}

GArray *compile_made_headers(const struct compile_jobs *jobs,
			     const struct compile_job *job, guint target)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);
	GArray *headers = g_array_new(FALSE, FALSE, sizeof(struct made_text));
	g_autofree char *folder = NULL;
	struct makefile *makefile = NULL;
	const GPtrArray *targets;

	g_array_set_clear_func(headers, made_header_clear);
	if (job->is_program)
		makefile = read_makefile(jobs->tree, entry->arch,
					 compile_main_file(job), &folder);
	if (!makefile)
		return headers;
	targets = makefile_targets(makefile);
	for (guint i = 0; i < targets->len; i++) {
		const char *name = g_ptr_array_index(targets, i);
		struct made_text made = { 0 };

		if (!g_str_has_suffix(name, ".h"))
			continue;
		made.path = g_canonicalize_filename(name, folder);
		if (!view_has_file(jobs->tree->view, made.path))
			made.text = makefile_made_text(makefile, name);
		if (made.text)
			g_array_append_val(headers, made);
		else
			g_free(made.path);
	}
	makefile_free(makefile);
	return headers;
}
