// SPDX-License-Identifier: GPL-2.0-only
/* The selection: which files of which tree, and their relevant lines. */
#include "select.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/path_kind.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "beside.h"
#include "names.h"
#include "names_cache.h"
#include "options/stages.h"
#include "paths.h"
#include "relevance.h"
#include "scan.h"
#include "shadow_lines.h"
#include "tree.h"
#include "walk.h"

/* Wrappers nest 3 deep in 6.12; each level can cost a scan of all headers. */
enum { WRAPPER_DEPTH_LIMIT = 32 };

/* The files among paths that hold a name; borrowed strings. */
static GPtrArray *matching(struct session *session, const struct view *view,
			   const GPtrArray *paths, GHashTable *names)
{
	g_autofree guint8 *hits = g_new0(guint8, paths->len + 1);
	GPtrArray *found = g_ptr_array_new();

	walk_match(session, view, paths, names, hits);
	for (guint i = 0; i < paths->len; i++) {
		if (hits[i])
			g_ptr_array_add(found, g_ptr_array_index(paths, i));
	}
	return found;
}

static guint learn_from(const GPtrArray *headers, struct tree *tree)
{
	guint nr_new = 0;

	for (guint i = 0; i < headers->len; i++) {
		gsize length = 0;
		g_autofree char *text = view_read(tree->view,
						  g_ptr_array_index(headers, i),
						  &length, NULL);

		if (text)
			nr_new += names_learn_macros(tree->names, text, length);
	}
	return nr_new;
}

/* Wrapper macros of the headers, and wrappers of those, until none is new. */
static void learn_wrappers(struct session *session, struct tree *tree,
			   const GPtrArray *paths)
{
	g_autoptr(GPtrArray) headers =
		paths_learning_headers(session, tree, paths);

	for (guint depth = 0; depth < WRAPPER_DEPTH_LIMIT; depth++) {
		g_autoptr(GPtrArray) found =
			matching(session, tree->view, headers, tree->names);

		if (learn_from(found, tree) == 0)
			return;
	}
	session_problem(session, "select", NULL, 0,
			"macros that wrap flag names nest deeper than %d; "
			"lines with the others do not count as relevant",
			WRAPPER_DEPTH_LIMIT);
}

static const char *relative_path(struct session *session,
				 const struct tree *tree, const char *path)
{
	gsize length = strlen(tree->root);

	if (strncmp(path, tree->root, length) == 0 && path[length] == '/')
		path += length + 1;
	return session_string(session, path);
}

static void find_lines(const struct tree *tree, const char *path,
		       const char *text, gsize length, GArray *ret_lines)
{
	if (path_is_source(path))
		relevant_lines(tree->names, text, length, ret_lines);
	else
		shadow_lines(tree->names, path_language(path), text, length,
			     ret_lines);
}

/* Adds the file if it has a relevant line. */
static void select_file(struct session *session, struct selection *selection,
			const char *path)
{
	gsize length = 0;
	g_autofree char *text =
		view_read(selection->tree.view, path, &length, NULL);
	struct selected_file file = { 0 };

	if (!text)
		return; /* the scan has recorded why */
	file.lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	find_lines(&selection->tree, path, text, length, file.lines);
	file.path = relative_path(session, &selection->tree, path);
	file.is_header = path_is_header(path);
	file.declares_vma = text_declares_const_vma(text, length);
	if (file.lines->len == 0) {
		g_array_free(file.lines, TRUE);
		return;
	}
	selection_add(selection, &file);
}

bool selected_file_renew(const struct tree *tree, struct selected_file *file)
{
	g_autofree char *path = g_canonicalize_filename(file->path, tree->root);
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, path, &length, NULL);

	g_array_set_size(file->lines, 0);
	if (!text)
		return false;
	find_lines(tree, path, text, length, file->lines);
	file->declares_vma = text_declares_const_vma(text, length);
	return file->lines->len > 0;
}

/* Alone these make a candidate: copies, and remaps in handlers, name no flag.
 */
static const char *const bare_names[] = { "vm_area_struct", "vm_fault" };

/* Documents count by these alone: of what smaps and %pGv print. */
static const char *const document_names[] = { "VmFlags", "pGv" };

static void add_bare_names(GHashTable *names)
{
	for (gsize i = 0; i < G_N_ELEMENTS(bare_names); i++)
		g_hash_table_add(names, g_strdup(bare_names[i]));
}

static GHashTable *names_for_documents(void)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

	for (gsize i = 0; i < G_N_ELEMENTS(document_names); i++)
		g_hash_table_add(names, (gpointer)document_names[i]);
	return names;
}

/* Short names make a search slow: documents have one of their own. */
static GPtrArray *candidates(struct session *session, const struct tree *tree,
			     const GPtrArray *paths)
{
	g_autoptr(GHashTable) names = names_for_documents();
	g_autoptr(GPtrArray) documents = g_ptr_array_new();
	g_autoptr(GPtrArray) others = g_ptr_array_new();
	g_autoptr(GPtrArray) found_documents = NULL;
	GPtrArray *found;

	for (guint i = 0; i < paths->len; i++) {
		gpointer path = g_ptr_array_index(paths, i);

		g_ptr_array_add(path_language(path) == LANGUAGE_DOCUMENT ?
					documents :
					others,
				path);
	}
	add_bare_names(tree->names);
	found = matching(session, tree->view, others, tree->names);
	for (gsize i = 0; i < G_N_ELEMENTS(bare_names); i++)
		g_hash_table_remove(tree->names, bare_names[i]);
	found_documents = matching(session, tree->view, documents, names);
	g_ptr_array_extend(found, found_documents, NULL, NULL);
	sort_strings(found);
	return found;
}

static void select_files(struct session *session, struct selection *selection,
			 const GPtrArray *paths)
{
	for (guint i = 0; i < paths->len; i++)
		select_file(session, selection, g_ptr_array_index(paths, i));
}

/* Selects from paths those that hold a name. */
static void select_candidates(struct session *session,
			      struct selection *selection,
			      const GPtrArray *paths)
{
	g_autoptr(GPtrArray) found =
		candidates(session, &selection->tree, paths);

	select_files(session, selection, found);
}

static gint compare_files(gconstpointer a, gconstpointer b)
{
	const struct selected_file *left = a, *right = b;

	return strcmp(left->path, right->path);
}

/* Selects from what is listed, of which earlier scans may know the most part.
 */
static void select_listed(struct session *session, struct scan *scan,
			  struct selection *selection)
{
	const guint nr_problems = session->problems->len;
	const GPtrArray *paths = scan_paths(scan);
	g_autoptr(GPtrArray) stale = g_ptr_array_new();

	if (scan_take(session, scan, selection, stale)) {
		select_candidates(session, selection, stale);
		g_array_sort(selection->files, compare_files);
		g_array_sort(selection->texts, compare_files);
	} else {
		learn_wrappers(session, &selection->tree, paths);
		select_candidates(session, selection, paths);
	}
	selection->scanned = paths->len;
	/* What could not be read has to be told of in each run. */
	if (session->problems->len == nr_problems)
		scan_keep(scan, selection);
}

bool files_select(struct session *session, const struct select_options *options,
		  const struct keep_options *keep,
		  struct selection *ret_selection)
{
	struct scan *scan;
	bool has_paths, wants_none;

	memset(ret_selection, 0, sizeof(*ret_selection));
	if (!tree_find(session, options, &ret_selection->tree))
		return false;
	selection_begin(ret_selection);
	if (!tree_learn(session, &ret_selection->tree))
		return false;
	tree_learn_core(session, &ret_selection->tree);
	scan = scan_open(session, options, keep, ret_selection);
	has_paths = scan_paths(scan)->len > 0;
	wants_none = options->lists_paths && options->paths->len == 0;
	if (!has_paths && !wants_none)
		session_problem(session, "select", ret_selection->tree.root, 0,
				"holds no C file or header to check");
	/* A second walk over the tree would find the same. */
	if (has_paths && paths_are_whole(options, &ret_selection->tree))
		ret_selection->tree.headers =
			paths_headers(&ret_selection->tree, scan_paths(scan));
	if (has_paths)
		select_listed(session, scan, ret_selection);
	scan_free(scan);
	return has_paths || wants_none;
}

const char *files_tree_root(struct session *session,
			    const struct select_options *options)
{
	struct tree tree = { 0 };

	return tree_find(session, options, &tree) ? tree.root : NULL;
}

bool files_names_are_known(const struct keep_options *keep,
			   const struct selection_scope *scope)
{
	return names_cache_load(keep, scope, NULL);
}

/* All headers that files include from beside them, and those include. */
static struct beside *headers_beside(const struct tree *tree,
				     const GPtrArray *paths)
{
	struct beside *beside = beside_new(tree);

	for (guint i = 0; i < paths->len; i++)
		beside_add_included(beside, g_ptr_array_index(paths, i));
	beside_follow(beside);
	return beside;
}

GPtrArray *files_beside(const struct selection_scope *scope)
{
	const struct tree tree = { .root = scope->root, .view = scope->view };
	struct beside *beside = headers_beside(&tree, scope->paths);
	GPtrArray *headers = g_ptr_array_ref(beside_headers(beside));

	beside_free(beside);
	return headers;
}

/* The folders of headers that files of one architecture share. */
static void add_arch_headers(struct session *session, const struct tree *tree,
			     const char *path, struct beside *beside,
			     GHashTable *known)
{
	g_autoptr(GPtrArray) headers = g_ptr_array_new_with_free_func(g_free);
	const char *name = path + strlen(tree->root) + 1;
	g_auto(GStrv) parts = g_strsplit(name, "/", 3);
	g_autofree char *folder = NULL;

	if (g_strv_length(parts) < 3 || strcmp(parts[0], "arch") != 0 ||
	    strcmp(parts[1], "x86") == 0)
		return;
	folder =
		g_build_filename(tree->root, "arch", parts[1], "include", NULL);
	if (g_hash_table_add(known, g_strdup(folder)))
		walk_view(session, tree->view, folder, headers);
	for (guint i = 0; i < headers->len; i++)
		beside_add(beside, g_ptr_array_index(headers, i));
}

/*
 * What the headers of the scope's files wrap, beside what all headers do:
 * their own, those that they include from beside them, their architecture's.
 */
static void learn_scope(struct session *session, struct tree *tree,
			const GPtrArray *paths)
{
	struct beside *beside = beside_new(tree);
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		beside_add(beside, path);
		beside_add_included(beside, path);
		if (strncmp(path, tree->root, strlen(tree->root)) == 0)
			add_arch_headers(session, tree, path, beside, known);
	}
	beside_follow(beside);
	while (learn_from(beside_headers(beside), tree) > 0)
		;
	beside_free(beside);
}

static bool has_name(const struct tree *tree, const char *path)
{
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, path, &length, NULL);

	if (text && path_language(path) == LANGUAGE_DOCUMENT) {
		g_autoptr(GHashTable) names = names_for_documents();

		return walk_text_has_name(names, text, length);
	}
	return !text || tree_names_occur(tree, text, length);
}

/* The names that headers beside the files wrap count like their own. */
static bool has_any_name(struct tree *tree, const GPtrArray *paths)
{
	struct beside *beside = headers_beside(tree, paths);

	while (learn_from(beside_headers(beside), tree) > 0)
		;
	beside_free(beside);
	for (guint i = 0; i < paths->len; i++) {
		if (has_name(tree, g_ptr_array_index(paths, i)))
			return true;
	}
	return false;
}

bool files_may_matter(const struct keep_options *keep,
		      const struct selection_scope *scope)
{
	struct tree tree = {
		.root = scope->root,
		.view = scope->view,
		.names = names_new(),
	};
	bool matter = true;

	if (names_cache_load(keep, scope, tree.names)) {
		add_bare_names(tree.names);
		matter = has_any_name(&tree, scope->paths);
	}
	g_hash_table_destroy(tree.names);
	return matter;
}

/*
 * Learns the names that count in a scope. What the cache knows of the tree's
 * own headers is of the tree without the change. False with a problem recorded.
 */
static bool learn_names(struct session *session,
			const struct keep_options *keep,
			const struct selection_scope *scope, struct tree *tree,
			bool *ret_is_learned)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	const bool is_cached = names_cache_load(keep, scope, tree->names);

	*ret_is_learned = !is_cached || tree_is_given(tree);
	if (*ret_is_learned && !tree_learn(session, tree))
		return false;
	if (!is_cached) {
		tree_learn_core(session, tree);
		learn_wrappers(session, tree, none);
		names_cache_store(keep, scope, tree->names);
	}
	learn_scope(session, tree, scope->paths);
	return true;
}

static void begin_scope(struct session *session,
			const struct selection_scope *scope,
			struct selection *selection)
{
	struct tree *tree = &selection->tree;

	memset(selection, 0, sizeof(*selection));
	tree->root = session_string(session, scope->root);
	tree->view = scope->view;
	if (scope->headers)
		tree->headers = g_ptr_array_ref(scope->headers);
	selection_begin(selection);
}

bool files_select_none(struct session *session,
		       const struct selection_scope *scope,
		       struct selection *ret_selection)
{
	begin_scope(session, scope, ret_selection);
	return tree_learn(session, &ret_selection->tree);
}

bool files_select_scope(struct session *session,
			const struct keep_options *keep,
			const struct selection_scope *scope,
			struct selection *ret_selection)
{
	struct tree *tree = &ret_selection->tree;
	g_autoptr(GPtrArray) found = NULL;
	bool is_learned;

	begin_scope(session, scope, ret_selection);
	if (scope->is_empty)
		return !scope->tells_tree || tree_learn(session, tree);
	if (!learn_names(session, keep, scope, tree, &is_learned))
		return false;
	found = candidates(session, tree, scope->paths);
	ret_selection->scanned = scope->paths->len;
	if (!is_learned && (found->len > 0 || scope->tells_tree) &&
	    !tree_learn(session, tree))
		return false;
	select_files(session, ret_selection, found);
	return true;
}
