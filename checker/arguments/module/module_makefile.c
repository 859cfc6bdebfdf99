// SPDX-License-Identifier: GPL-2.0-only
/*
 * Makefiles of a module, read as Kbuild would (scripts/Makefile.build and
 * Makefile.lib, 5.4 to 7.1): first as the user calls them, for what they export
 * and hand to the kernel's make, then as that includes them, from the module's
 * folder down to the one that builds the file.
 */
#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/arguments.h"
#include "arguments/makefile/makefile.h"
#include "arguments/makefile/makefile_text.h"
#include "base/name.h"
#include "base/view.h"
#include "module.h"
#include "module_parts.h"
#include "select/select.h"

/* Stands for the kernel's own LINUXINCLUDE in that of a module. */
#define KERNEL_WORDS "-DVMALINT_KERNEL_WORDS"

/* In the order in which make and Kbuild take them. */
static const char *const inner_names[] = { "Kbuild", "Makefile", "Kbuild.in",
					   "Makefile.in", "Makefile.am" };
static const char *const outer_names[] = { "GNUmakefile", "makefile",
					   "Makefile", "Makefile.in",
					   "Makefile.am" };

/* Variables whose words reach the compiler of a module, in their order. */
static const char *const variables[] = {
	"KBUILD_CPPFLAGS",	 "KCPPFLAGS",
	"KBUILD_CFLAGS",	 "KCFLAGS",
	"KBUILD_SUBDIR_CCFLAGS", "ccflags-y",
	"EXTRA_CFLAGS",		 "KBUILD_CFLAGS_MODULE",
	"CFLAGS_MODULE",
};

static char *read_text(const struct module_reading *reading, const char *path)
{
	gsize length = 0;

	return view_read(reading->jobs->tree->view, path, &length, NULL);
}

/* The first of these files that a folder has; owned, or NULL. */
static char *first_file(const struct module_reading *reading,
			const char *folder, const char *const *names, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		char *path = g_build_filename(folder, names[i], NULL);

		if (view_has_file(reading->jobs->tree->view, path))
			return path;
		g_free(path);
	}
	return NULL;
}

/* The file that Kbuild includes for a folder; owned, or NULL. */
static char *inner_file(const struct module_reading *reading,
			const char *folder)
{
	return first_file(reading, folder, inner_names,
			  G_N_ELEMENTS(inner_names));
}

/* The nearest folder up to the module's root with such a file; or NULL. */
static char *folder_above(const struct module_reading *reading,
			  const char *folder, const char *const *names,
			  gsize nr)
{
	g_autofree char *at = g_strdup(folder);

	while (name_is_within(at, reading->module->root)) {
		g_autofree char *path = first_file(reading, at, names, nr);
		char *above;

		if (path)
			return g_steal_pointer(&at);
		above = g_path_get_dirname(at);
		g_free(at);
		at = above;
	}
	return NULL;
}

/* Where configure lies, for files that it makes; owned. */
static char *configure_folder(const struct module_reading *reading,
			      const char *folder)
{
	static const char *const names[] = { "configure.ac", "configure.in",
					     "configure" };
	char *found = folder_above(reading, folder, names, G_N_ELEMENTS(names));

	return found ? found : g_strdup(reading->module->root);
}

/* What configure replaces, as far as it is a folder. */
static void replace_folders(const struct module_reading *reading,
			    const char *folder, const char *path,
			    struct view *view)
{
	g_autofree char *top = configure_folder(reading, folder);
	const char *const pairs[][2] = {
		{ "@abs_top_srcdir@", top }, { "@abs_top_builddir@", top },
		{ "@top_srcdir@", top },     { "@top_builddir@", top },
		{ "@abs_srcdir@", folder },  { "@abs_builddir@", folder },
		{ "@srcdir@", folder },	     { "@builddir@", folder },
	};
	char *text = read_text(reading, path);

	for (gsize i = 0; text && i < G_N_ELEMENTS(pairs); i++) {
		g_auto(GStrv) parts = g_strsplit(text, pairs[i][0], -1);

		g_free(text);
		text = g_strjoinv(pairs[i][1], parts);
	}
	if (text) {
		g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

		view_set(view, path, bytes);
	}
	g_free(text);
}

/* Reads a Makefile of a folder with some variables given. */
static struct makefile *read_file(const struct module_reading *reading,
				  bool takes_undecided, const char *folder,
				  const char *path, const char *const *given,
				  GHashTable *inherited)
{
	g_autofree char *name = g_path_get_basename(path);
	struct view *view = strchr(name, '.') ? view_new() : NULL;
	const struct makefile_request request = {
		.view = view ? view : reading->jobs->tree->view,
		.root = reading->module->root,
		.folder = folder,
		.given = given,
		.inherited = inherited,
		.config = reading->config,
		.takes_undecided = takes_undecided,
	};
	struct makefile *makefile;

	if (view)
		replace_folders(reading, folder, path, view);
	makefile = makefile_read(&request, path);
	view_free(view);
	return makefile;
}

/* The parts of a version of the kernel, as its Makefile has them. */
struct version {
	char **parts;
};

static const char *version_part(const struct version *version, guint i)
{
	return g_strv_length(version->parts) > i ? version->parts[i] : "0";
}

/* As the kernel's make includes the file. */
static struct makefile *read_inner(const struct module_reading *reading,
				   bool takes_undecided, const char *folder,
				   const char *path, const char *top,
				   GHashTable *inherited)
{
	const struct compile_target *target = &g_array_index(
		reading->jobs->targets, struct compile_target, reading->target);
	const struct tree *tree = reading->jobs->tree;
	g_auto(GStrv) parts = g_strsplit(tree->version, ".", 3);
	const struct version version = { parts };
	const char *arch =
		strcmp(target->arch->folder, "x86") == 0 ?
			(target->arch->width == 64 ? "x86_64" : "i386") :
			target->arch->folder;
	const char *const given[] = {
		"src",
		folder,
		"obj",
		folder,
		"srctree",
		tree->root,
		"objtree",
		target->folder,
		"KERNELRELEASE",
		tree->version,
		"KERNELVERSION",
		tree->version,
		"VERSION",
		version_part(&version, 0),
		"PATCHLEVEL",
		version_part(&version, 1),
		"SUBLEVEL",
		version_part(&version, 2),
		"ARCH",
		arch,
		"SRCARCH",
		target->arch->folder,
		"KBUILD_EXTMOD",
		top,
		"M",
		top,
		"PWD",
		top,
		"KBUILD_MODULES",
		"1",
		NULL,
	};

	return read_file(reading, takes_undecided, folder, path, given,
			 inherited);
}

struct makefile *module_makefile_read(const struct module_reading *reading,
				      const char *folder, const char *path)
{
	return read_inner(reading, true, folder, path, folder, NULL);
}

/* What the file says where the user calls make in its folder. */
static void add_outer(const struct module_reading *reading,
		      bool takes_undecided, const char *folder,
		      const char *module, GHashTable *inherited)
{
	g_autofree char *path = first_file(reading, folder, outer_names,
					   G_N_ELEMENTS(outer_names));
	const char *const given[] = {
		"PWD",	folder,	  "abs_builddir", folder, "abs_srcdir",
		folder, "srcdir", folder,	  NULL,
	};
	struct makefile *makefile;

	if (!path)
		return;
	makefile =
		read_file(reading, takes_undecided, folder, path, given, NULL);
	makefile_add_exports(makefile, inherited);
	makefile_add_handed(makefile, module, inherited);
	makefile_free(makefile);
}

struct object_search {
	const struct makefile *makefile;
	const char *folder, *object;
	bool is_found, builds;
};

/* Looks at the words of one variable. */
static void look_at(void *context, const char *name)
{
	struct object_search *search = context;
	g_autofree char *value = NULL;
	g_auto(GStrv) words = NULL;

	search->builds |= g_str_has_prefix(name, "obj-");
	if (search->is_found)
		return;
	value = makefile_value(search->makefile, name);
	words = g_strsplit_set(value, " \t", -1);
	for (guint i = 0; words[i] && !search->is_found; i++) {
		g_autofree char *path = NULL;

		if (!g_str_has_suffix(words[i], ".o") ||
		    strstr(words[i], MAKEFILE_UNKNOWN))
			continue;
		path = g_canonicalize_filename(words[i], search->folder);
		search->is_found = strcmp(path, search->object) == 0;
	}
}

/* True if a Makefile names the object of a source among those it builds. */
static bool builds_object(const struct module_reading *reading,
			  const char *path, const char *object)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *base = g_path_get_basename(object);
	g_autofree char *stem = g_strndup(base, strlen(base) - 1);
	g_autofree char *text = read_text(reading, path);
	struct object_search search = { .folder = folder, .object = object };
	struct makefile *makefile;

	if (!text || !strstr(text, stem))
		return false;
	makefile = module_makefile_read(reading, folder, path);
	search.makefile = makefile;
	makefile_each_variable(makefile, look_at, &search);
	makefile_free(makefile);
	return search.is_found;
}

/* How many folders two paths begin with in common. */
static guint shared_folders(const char *a, const char *b)
{
	guint nr = 0;

	for (; *a && *a == *b; a++, b++)
		nr += *a == '/';
	return nr;
}

/* The nearest folder around a source with a Makefile for Kbuild; owned. */
static char *nearest_folder(const struct module_reading *reading,
			    const char *source)
{
	g_autofree char *folder = g_path_get_dirname(source);

	return folder_above(reading, folder, inner_names,
			    G_N_ELEMENTS(inner_names));
}

/* The folder whose Makefile builds a source, or may; owned, or NULL. */
static char *building_folder(const struct module_reading *reading,
			     const char *source)
{
	const GPtrArray *paths = module_makefiles(reading->module);
	g_autofree char *object = g_strdup(source);
	const char *best = NULL;
	guint most = 0;

	object[strlen(object) - 1] = 'o';
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		const guint shared = shared_folders(path, source);
		g_autofree char *folder = g_path_get_dirname(path);
		g_autofree char *inner = inner_file(reading, folder);

		if (g_strcmp0(inner, path) != 0 || (best && shared <= most) ||
		    !builds_object(reading, path, object))
			continue;
		best = path;
		most = shared;
	}
	return best ? g_path_get_dirname(best) :
		      nearest_folder(reading, source);
}

/* True if Kbuild would go into folders, or build, by this file. */
static bool is_for_kbuild(const struct module_reading *reading,
			  const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	struct makefile *makefile = module_makefile_read(reading, folder, path);
	struct object_search search = {
		.makefile = makefile,
		.folder = folder,
		.object = "",
	};

	makefile_each_variable(makefile, look_at, &search);
	makefile_free(makefile);
	return search.builds;
}

/* The folders from the root down to one, owned; the first is the outermost. */
static GPtrArray *folders_down_to(const char *root, const char *folder)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *at = g_strdup(folder);

	while (name_is_within(at, root)) {
		char *above = g_path_get_dirname(at);

		g_ptr_array_insert(folders, 0, g_steal_pointer(&at));
		at = above;
	}
	return folders;
}

/* The one that make is called for with M=; borrowed. */
static const char *top_folder(const struct module_reading *reading,
			      const GPtrArray *folders)
{
	for (guint i = 0; i < folders->len; i++) {
		const char *folder = g_ptr_array_index(folders, i);
		g_autofree char *path = inner_file(reading, folder);

		if (path && is_for_kbuild(reading, path))
			return folder;
	}
	return g_ptr_array_index(folders, folders->len - 1);
}

/* Behind LINUXINCLUDE's own words come those of the module's. */
static void part_linux_include(const struct makefile *makefile,
			       GPtrArray *before, GPtrArray *after)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *to = before;

	makefile_add_words(makefile, "NOSTDINC_FLAGS", before);
	makefile_add_words(makefile, "LINUXINCLUDE", words);
	for (guint i = 0; i < words->len; i++) {
		const char *word = g_ptr_array_index(words, i);

		if (strcmp(word, KERNEL_WORDS) == 0)
			to = after;
		else
			g_ptr_array_add(to, g_strdup(word));
	}
}

/* CFLAGS_file.o, and since 5.3 CFLAGS_path/file.o. */
static void add_object_arguments(const struct module_reading *reading,
				 const struct makefile *makefile,
				 const char *folder, GPtrArray *after)
{
	g_autofree char *base = g_path_get_basename(reading->job->source);
	g_autofree char *plain = NULL;
	g_autofree char *path = NULL;

	if (!g_str_has_suffix(base, ".c"))
		return;
	base[strlen(base) - 1] = 'o';
	plain = g_strconcat("CFLAGS_", base, NULL);
	makefile_add_words(makefile, plain, after);
	if (!name_is_below(reading->job->source, folder))
		return;
	path = g_strconcat("CFLAGS_", reading->job->source + strlen(folder) + 1,
			   NULL);
	path[strlen(path) - 1] = 'o';
	if (strcmp(path, plain) != 0)
		makefile_add_words(makefile, path, after);
}

static void add_arguments(const struct module_reading *reading,
			  const struct makefile *makefile, const char *folder,
			  GPtrArray *before, GPtrArray *after)
{
	part_linux_include(makefile, before, after);
	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
		makefile_add_words(makefile, variables[i], after);
	add_object_arguments(reading, makefile, folder, after);
}

/* Kbuild hands these on to the folders below. */
static void hand_down(const struct makefile *makefile, GHashTable *inherited)
{
	g_autofree char *above =
		makefile_value(makefile, "KBUILD_SUBDIR_CCFLAGS");
	g_autofree char *own = makefile_value(makefile, "subdir-ccflags-y");

	makefile_add_exports(makefile, inherited);
	g_hash_table_insert(inherited, g_strdup("KBUILD_SUBDIR_CCFLAGS"),
			    g_strconcat(above, " ", own, NULL));
}

void module_makefile_arguments(const struct module_reading *reading,
			       bool takes_undecided, GPtrArray *before,
			       GPtrArray *after, char **ret_folder)
{
	g_autofree char *folder =
		building_folder(reading, reading->job->source);
	g_autoptr(GPtrArray) folders = NULL;
	g_autoptr(GHashTable) inherited =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	const char *top;
	bool is_below_top = false;

	*ret_folder = NULL;
	if (!folder)
		return;
	folders = folders_down_to(reading->module->root, folder);
	top = top_folder(reading, folders);
	for (guint i = 0; i < folders->len; i++)
		add_outer(reading, takes_undecided,
			  g_ptr_array_index(folders, i), top, inherited);
	g_hash_table_insert(inherited, g_strdup("LINUXINCLUDE"),
			    g_strdup(KERNEL_WORDS));
	for (guint i = 0; i < folders->len; i++) {
		const char *at = g_ptr_array_index(folders, i);
		g_autofree char *path = inner_file(reading, at);
		struct makefile *makefile;

		is_below_top |= strcmp(at, top) == 0;
		if (!path || !is_below_top)
			continue;
		makefile = read_inner(reading, takes_undecided, at, path, top,
				      inherited);
		hand_down(makefile, inherited);
		if (i + 1 == folders->len) {
			add_arguments(reading, makefile, at, before, after);
			makefile_add_words(makefile, "subdir-ccflags-y", after);
		}
		makefile_free(makefile);
	}
	*ret_folder = g_steal_pointer(&folder);
}
