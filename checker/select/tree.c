// SPDX-License-Identifier: GPL-2.0-only
/* The tree's root, version and flag API, told by shapes and not by version. */
#include "tree.h"

#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/path_kind.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/text_file.h"
#include "base/view.h"
#include "helpers.h"
#include "names.h"
#include "options/stages.h"
#include "select.h"
#include "setters.h"
#include "text/lexer.h"
#include "walk.h"

/* Where the flag API has lived from 2.6 to 7.x. */
#define TYPES_HEADER "include/linux/mm_types.h"
#define API_HEADER   "include/linux/mm.h"

/* A build's Makefile has one of six lines (scripts/mkmakefile, 6.1). */
enum { MAKEFILE_LINES = 32 };

const char *tree_api_name(enum tree_api api)
{
	switch (api) {
	case TREE_API_PLAIN:
		return "plain";
	case TREE_API_CONST:
		return "const";
	case TREE_API_TYPED:
		return "typed";
	}
	return "";
}

static bool has_file(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool looks_like_tree(const char *folder)
{
	return has_file(folder, "Makefile") && has_file(folder, TYPES_HEADER);
}

/* Walks upwards; returns an owned path or NULL. */
static char *find_upwards(const char *start)
{
	g_autofree char *here = realpath(start, NULL);

	while (here && !looks_like_tree(here)) {
		g_autofree char *above = g_path_get_dirname(here);

		if (strcmp(above, here) == 0)
			return NULL;
		g_free(here);
		here = g_steal_pointer(&above);
	}
	return g_steal_pointer(&here);
}

/*
 * A build folder, or a distribution's headers package, has a Makefile that
 * includes the one of its tree. An owned path of the tree, or NULL.
 */
static char *tree_of_build(const char *folder)
{
	g_autofree char *makefile = g_build_filename(folder, "Makefile", NULL);
	gsize length = 0;
	g_autofree char *text = text_file_read(makefile, &length, NULL);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);

	for (guint i = 0; lines[i] && i < MAKEFILE_LINES; i++) {
		const char *name = lines[i] + strlen("include ");
		g_autofree char *path = NULL;
		g_autofree char *root = NULL;

		if (!g_str_has_prefix(lines[i], "include ") ||
		    !g_str_has_suffix(lines[i], "/Makefile"))
			continue;
		path = g_canonicalize_filename(name, folder);
		root = g_path_get_dirname(path);
		if (looks_like_tree(root))
			return realpath(root, NULL);
	}
	return NULL;
}

/*
 * The folders beside a tree that include its Makefile: those that a package of
 * headers has for each flavour, where the tree is what they have in common.
 * Owned; "" if there is none.
 */
static char *flavours_of(const char *root)
{
	g_autofree char *above = g_path_get_dirname(root);
	g_autoptr(GDir) dir = g_dir_open(above, 0, NULL);
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
	const char *name;

	while (dir && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(above, name, NULL);
		g_autofree char *tree = tree_of_build(path);

		if (g_strcmp0(tree, root) == 0 && strcmp(path, root) != 0)
			g_ptr_array_add(found, g_steal_pointer(&path));
	}
	sort_strings(found);
	g_ptr_array_add(found, NULL);
	return g_strjoinv(" or ", (char **)found->pdata);
}

/* The common part of a package has no configuration, and no Kconfig either. */
static bool is_common_part(struct session *session, const char *name,
			   const char *root)
{
	g_autofree char *flavours =
		has_file(root, "Kconfig") ? g_strdup("") : flavours_of(root);

	if (*flavours)
		session_problem(session, "select", name, 0,
				"is what several packages of headers have in "
				"common; name one of them: --tree %s",
				flavours);
	return *flavours != '\0';
}

static bool find_named(struct session *session, const char *name,
		       struct tree *ret_tree)
{
	g_autofree char *root = realpath(name, NULL);

	if (!root) {
		session_problem(session, "select", name, 0, "no such tree: %s",
				g_strerror(errno));
		return false;
	}
	if (!looks_like_tree(root)) {
		g_autofree char *above = tree_of_build(root);

		if (above) {
			ret_tree->build = session_string(session, root);
			ret_tree->root = session_string(session, above);
			return true;
		}
		session_problem(session, "select", name, 0,
				"not a kernel tree: it has no Makefile with "
				"an " TYPES_HEADER);
		return false;
	}
	if (is_common_part(session, name, root))
		return false;
	ret_tree->root = session_string(session, root);
	return true;
}

/* The tree around the first PATH that has one; an owned path or NULL. */
static char *find_around(const GPtrArray *paths)
{
	char *root = NULL;

	for (guint i = 0; i < paths->len && !root; i++)
		root = find_upwards(g_ptr_array_index(paths, i));
	return root;
}

/* The first PATH that exists, else the first one: what to complain about. */
static const char *first_existing(const GPtrArray *paths)
{
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (g_file_test(path, G_FILE_TEST_EXISTS))
			return path;
	}
	return g_ptr_array_index(paths, 0);
}

bool tree_find(struct session *session, const struct select_options *options,
	       struct tree *ret_tree)
{
	const GPtrArray *paths = options->paths;
	const char *start = ".";
	g_autofree char *root = NULL;

	if (options->tree)
		return find_named(session, options->tree, ret_tree);
	if (paths->len > 0)
		start = first_existing(paths);
	root = paths->len > 0 ? find_around(paths) : find_upwards(start);
	if (root) {
		ret_tree->root = session_string(session, root);
		return true;
	}
	if (!g_file_test(start, G_FILE_TEST_EXISTS))
		session_problem(session, "select", start, 0, "%s",
				g_strerror(ENOENT));
	else
		session_problem(session, "select", start, 0,
				"not inside a kernel tree (no folder above "
				"it has a Makefile and an " TYPES_HEADER
				"); name the tree with --tree DIR");
	return false;
}

static char *read_header(struct session *session, const struct tree *tree,
			 const char *name, gsize *ret_length)
{
	g_autofree char *path = g_build_filename(tree->root, name, NULL);
	g_autofree char *reason = NULL;
	char *text = view_read(tree->view, path, ret_length, &reason);

	if (!text)
		session_problem(session, "select", name, 0,
				"cannot be read: %s", reason);
	return text;
}

/* The value of `NAME = VALUE` in the first lines of the Makefile, or "". */
static char *makefile_value(char *const *lines, const char *name)
{
	for (guint i = 0; lines[i] && i < 16; i++) {
		g_auto(GStrv) parts = g_strsplit(lines[i], "=", 2);

		if (!parts[0] || !parts[1])
			continue;
		if (strcmp(g_strstrip(parts[0]), name) == 0)
			return g_strdup(g_strstrip(parts[1]));
	}
	return g_strdup("");
}

static void learn_version(struct session *session, struct tree *tree)
{
	gsize length = 0;
	g_autofree char *text = read_header(session, tree, "Makefile", &length);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", 17);
	g_autofree char *major = makefile_value(lines, "VERSION");
	g_autofree char *minor = makefile_value(lines, "PATCHLEVEL");
	g_autofree char *patch = makefile_value(lines, "SUBLEVEL");
	g_autofree char *extra = makefile_value(lines, "EXTRAVERSION");
	g_autofree char *version = *major ? g_strdup_printf("%s.%s.%s%s", major,
							    minor, patch,
							    extra) :
					    g_strdup("");

	tree->version = session_string(session, version);
}

/* What the body of struct vm_area_struct says. */
struct vma_shape {
	bool is_defined, has_word, has_const_word, has_bitmap;
};

/* Reads members up to the closing brace of the structure. */
static void read_members(struct lexer *lexer, struct vma_shape *shape)
{
	struct lex_token token, last = { 0 };
	bool is_const = false, is_bitmap = false;
	guint depth = 1;

	while (depth > 0 && lexer_next(lexer, &token)) {
		if (lex_token_is(&token, "{")) {
			depth++;
		} else if (lex_token_is(&token, "}")) {
			depth--;
		} else if (lex_token_is(&token, "const")) {
			is_const = true;
		} else if (lex_token_is(&token, "vma_flags_t")) {
			is_bitmap = true;
		} else if (lex_token_is(&token, ";")) {
			if (last.start && lex_token_is(&last, "vm_flags")) {
				shape->has_word = true;
				shape->has_const_word |= is_const;
			}
			shape->has_bitmap |= is_bitmap;
		}
		if (lex_token_is(&token, ";") || lex_token_is(&token, "{"))
			is_const = is_bitmap = false;
		last = token;
	}
}

static struct vma_shape read_shape(const char *text, gsize length)
{
	struct vma_shape shape = { 0 };
	struct lex_token token, last = { 0 }, before = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (!shape.is_defined && lexer_next(&lexer, &token)) {
		if (lex_token_is(&token, "{") && last.start && before.start &&
		    lex_token_is(&last, "vm_area_struct") &&
		    lex_token_is(&before, "struct")) {
			shape.is_defined = true;
			read_members(&lexer, &shape);
		}
		before = last;
		last = token;
	}
	return shape;
}

bool text_declares_const_vma(const char *text, unsigned long length)
{
	return read_shape(text, length).has_const_word;
}

/*
 * The typed levels by what only they have: mk_vma_flags() came with 7.0,
 * vma_flags_test_any() with 7.1, mk_vma_flags_from_masks() in mid 2026,
 * vma_flags_to_page_prot() after it.
 */
static unsigned int typed_level(GHashTable *names)
{
	static const char *const marks[] = {
		"vma_flags_to_page_prot()",
		"mk_vma_flags_from_masks()",
		"vma_flags_test_any()",
		"mk_vma_flags()",
	};

	for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (g_hash_table_contains(names, marks[i]))
			return (unsigned int)G_N_ELEMENTS(marks) + 1 - i;
	}
	return 1;
}

/*
 * Where the functions live that map pages, and assert what goes together: the
 * core of mm/ and of DMA. In other folders such functions are drivers' own.
 */
static const char *const core_folders[] = { "mm", "kernel/dma" };

/* A file that cannot be read is told of when it is to be checked. */
static void learn_core_file(struct tree *tree, struct setters *setters,
			    const char *path, bool is_header)
{
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, path, &length, NULL);

	if (!text || !g_strstr_len(text, (gssize)length, "vm_area_struct"))
		return;
	setters_read(setters, text, length, is_header);
	names_learn_exclusive(tree->names, text, length);
}

void tree_learn_core(struct session *session, struct tree *tree)
{
	struct setters *setters = setters_new();
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *api = g_build_filename(tree->root, API_HEADER, NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(core_folders); i++) {
		g_autofree char *folder =
			g_build_filename(tree->root, core_folders[i], NULL);

		walk_view(session, tree->view, folder, paths);
	}
	learn_core_file(tree, setters, api, true);
	for (guint i = 0; i < paths->len; i++) {
		if (path_is_source(g_ptr_array_index(paths, i)))
			learn_core_file(tree, setters,
					g_ptr_array_index(paths, i), false);
	}
	setters_learn(setters, tree->names);
	setters_free(setters);
}

bool tree_learn(struct session *session, struct tree *tree)
{
	gsize types_length = 0, api_length = 0;
	g_autofree char *types =
		read_header(session, tree, TYPES_HEADER, &types_length);
	g_autofree char *api =
		read_header(session, tree, API_HEADER, &api_length);
	struct vma_shape shape = { 0 };

	learn_version(session, tree);
	if (!types || !api)
		return false;
	shape = read_shape(types, types_length);
	if (!shape.is_defined) {
		session_problem(session, "select", TYPES_HEADER, 0,
				"defines no struct vm_area_struct");
		return false;
	}
	names_learn_api(tree->names, types, types_length);
	names_learn_api(tree->names, api, api_length);
	names_learn_helpers(tree->names, types, types_length);
	names_learn_helpers(tree->names, api, api_length);
	names_learn_guards(tree->names, types, types_length);
	names_learn_guards(tree->names, api, api_length);
	tree->api = shape.has_bitmap	 ? TREE_API_TYPED :
		    shape.has_const_word ? TREE_API_CONST :
					   TREE_API_PLAIN;
	tree->level = tree->api == TREE_API_TYPED ? typed_level(tree->names) :
						    0;
	return true;
}

bool tree_is_given(const struct tree *tree)
{
	static const char *const headers[] = { TYPES_HEADER, API_HEADER };

	for (gsize i = 0; tree->view && i < G_N_ELEMENTS(headers); i++) {
		g_autofree char *path =
			g_build_filename(tree->root, headers[i], NULL);

		if (view_knows(tree->view, path))
			return true;
	}
	return false;
}

bool tree_has_name(const struct tree *tree, const char *name)
{
	return g_hash_table_contains(tree->names, name);
}

bool tree_names_occur(const struct tree *tree, const char *text, gsize length)
{
	return walk_text_has_name(tree->names, text, length);
}
