// SPDX-License-Identifier: GPL-2.0-only
/* Follows #include by the ends of paths, under every condition. */
#include "includes.h"

#include <string.h>

#include "base/view.h"
#include "select/select.h"
#include "text/directive.h"

/* The kernel's Makefile has these included by every file, 4.x to 7.x. */
static const char *const everywhere[] = {
	"include/linux/compiler-version.h",
	"include/linux/kconfig.h",
	"include/linux/compiler_types.h",
};

struct includes {
	const struct tree *tree;
	GHashTable *there; /* borrowed paths: the headers that there are */
	GHashTable *named; /* borrowed last part of a path -> GPtrArray * */
	GHashTable
		*nodes; /* path, owned by the node -> struct include_node * */
};

/* One file. */
struct include_node {
	char *path;	 /* owned */
	GPtrArray *to;	 /* struct include_node *: what it includes */
	GPtrArray *from; /* struct include_node *: who includes it */
	bool is_read;	 /* `to` is filled */
	bool is_open;	 /* it includes what a macro says */
	bool reaches;	 /* a target */
	bool is_wanted;	 /* a file that reaches one includes it */
};

static void free_node(gpointer data)
{
	struct include_node *node = data;

	g_free(node->path);
	g_ptr_array_free(node->to, TRUE);
	g_ptr_array_free(node->from, TRUE);
	g_free(node);
}

static void free_paths(gpointer data)
{
	g_ptr_array_free(data, TRUE);
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

struct includes *includes_new(const struct tree *tree, const GPtrArray *headers,
			      const GPtrArray *all)
{
	struct includes *includes = g_new0(struct includes, 1);

	includes->tree = tree;
	includes->there = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < headers->len; i++)
		g_hash_table_add(includes->there, headers->pdata[i]);
	includes->named = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
						free_paths);
	includes->nodes =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_node);
	for (guint i = 0; i < all->len; i++) {
		char *path = g_ptr_array_index(all, i);
		gpointer name = (gpointer)last_part(path);
		GPtrArray *paths = g_hash_table_lookup(includes->named, name);

		if (!paths) {
			paths = g_ptr_array_new();
			g_hash_table_insert(includes->named, name, paths);
		}
		g_ptr_array_add(paths, path);
	}
	return includes;
}

void includes_free(struct includes *includes)
{
	g_hash_table_destroy(includes->there);
	g_hash_table_destroy(includes->named);
	g_hash_table_destroy(includes->nodes);
	g_free(includes);
}

static struct include_node *node_of(struct includes *includes, const char *path)
{
	struct include_node *node = g_hash_table_lookup(includes->nodes, path);

	if (node)
		return node;
	node = g_new0(struct include_node, 1);
	node->path = g_strdup(path);
	node->to = g_ptr_array_new();
	node->from = g_ptr_array_new();
	g_hash_table_insert(includes->nodes, node->path, node);
	return node;
}

static void add_edge(struct includes *includes, struct include_node *from,
		     const char *path)
{
	struct include_node *to = node_of(includes, path);

	g_ptr_array_add(from->to, to);
	g_ptr_array_add(to->from, from);
}

/* Adds the headers whose paths end so. */
static void add_ending(struct includes *includes, struct include_node *from,
		       const char *tail)
{
	GPtrArray *paths =
		g_hash_table_lookup(includes->named, last_part(tail));
	gsize length = strlen(tail);

	for (guint i = 0; paths && i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		gsize whole = strlen(path);

		if (whole > length && path[whole - length - 1] == '/' &&
		    strcmp(path + whole - length, tail) == 0)
			add_edge(includes, from, path);
	}
}

/* What lies beside comes first of all, whatever the folders to look in. */
static bool add_beside(struct includes *includes, struct include_node *from,
		       const char *name)
{
	g_autofree char *folder = g_path_get_dirname(from->path);
	g_autofree char *path = g_canonicalize_filename(name, folder);

	if (!g_hash_table_contains(includes->there, path))
		return false;
	add_edge(includes, from, path);
	return true;
}

/*
 * What is no header is not among the known paths, unless it changed: it lies
 * beside, or where most headers do.
 */
static void add_other(struct includes *includes, struct include_node *from,
		      const char *name)
{
	g_autofree char *folder = g_path_get_dirname(from->path);
	g_autofree char *beside = g_canonicalize_filename(name, folder);
	g_autofree char *shared =
		g_build_filename(includes->tree->root, "include", name, NULL);

	add_edge(includes, from, beside);
	if (!g_str_has_prefix(name, ".") &&
	    view_has_file(includes->tree->view, shared))
		add_edge(includes, from, shared);
}

static void add_included(struct includes *includes, struct include_node *from,
			 const char *name)
{
	const char *tail = name;

	while (g_str_has_prefix(tail, "./") || g_str_has_prefix(tail, "../"))
		tail = strchr(tail, '/') + 1;
	if (!g_str_has_suffix(tail, ".h"))
		add_other(includes, from, name);
	add_ending(includes, from, tail);
	/* Kbuild makes wrappers: asm/x.h is asm-generic/x.h. */
	if (g_str_has_prefix(tail, "asm/")) {
		g_autofree char *generic =
			g_strconcat("asm-generic/", tail + 4, NULL);

		add_ending(includes, from, generic);
	}
}

static void take_include(struct includes *includes, struct include_node *node,
			 const struct include *include)
{
	if (include->form == INCLUDE_MACRO)
		node->is_open |= !include_is_of_trace(include);
	else if (include->form != INCLUDE_QUOTED || include->is_next ||
		 !add_beside(includes, node, include->name))
		add_included(includes, node, include->name);
}

static void read_node(struct includes *includes, struct include_node *node)
{
	g_autofree char *text = NULL;
	struct directive_reader reader;
	struct include include;
	gsize length = 0;

	if (node->is_read)
		return;
	node->is_read = true;
	text = view_read(includes->tree->view, node->path, &length, NULL);
	directive_reader_init(&reader, text ? text : "", length);
	while (include_next(&reader, &include)) {
		take_include(includes, node, &include);
		g_free(include.name);
	}
}

/* The nodes of files, and of what all files include. */
static GPtrArray *start(struct includes *includes, const GPtrArray *files)
{
	GPtrArray *nodes = g_ptr_array_new();

	for (gsize i = 0; i < G_N_ELEMENTS(everywhere); i++) {
		g_autofree char *path = g_build_filename(includes->tree->root,
							 everywhere[i], NULL);

		g_ptr_array_add(nodes, node_of(includes, path));
	}
	for (guint i = 0; i < files->len; i++)
		g_ptr_array_add(nodes,
				node_of(includes, g_ptr_array_index(files, i)));
	return nodes;
}

/* Reads all that the files include; who includes whom is known then. */
static void read_all(struct includes *includes, const GPtrArray *files)
{
	g_autoptr(GPtrArray) queue = start(includes, files);

	for (guint i = 0; i < queue->len; i++) {
		struct include_node *node = g_ptr_array_index(queue, i);

		if (node->is_read)
			continue;
		read_node(includes, node);
		g_ptr_array_extend(queue, node->to, NULL, NULL);
	}
}

/* Marks all that reaches a target, or might. */
static void mark_reaching(struct includes *includes, const GPtrArray *targets)
{
	g_autoptr(GPtrArray) queue = g_ptr_array_new();
	GHashTableIter iter;
	gpointer node;

	g_hash_table_iter_init(&iter, includes->nodes);
	while (g_hash_table_iter_next(&iter, NULL, &node)) {
		if (((struct include_node *)node)->is_open)
			g_ptr_array_add(queue, node);
	}
	for (guint i = 0; i < targets->len; i++)
		g_ptr_array_add(queue, node_of(includes, targets->pdata[i]));
	for (guint i = 0; i < queue->len; i++) {
		struct include_node *next = g_ptr_array_index(queue, i);

		if (next->reaches)
			continue;
		next->reaches = true;
		g_ptr_array_extend(queue, next->from, NULL, NULL);
	}
}

static void mark_wanted(GPtrArray *queue)
{
	for (guint i = 0; i < queue->len; i++) {
		struct include_node *node = g_ptr_array_index(queue, i);

		if (node->is_wanted)
			continue;
		node->is_wanted = true;
		g_ptr_array_extend(queue, node->to, NULL, NULL);
	}
}

void includes_find(struct includes *includes, const GPtrArray *files,
		   const GPtrArray *targets, GPtrArray *ret_users,
		   GPtrArray *ret_headers)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	g_autoptr(GPtrArray) shared = start(includes, none);
	bool reach_all = false;
	GHashTableIter iter;
	gpointer value;

	read_all(includes, files);
	mark_reaching(includes, targets);
	for (guint i = 0; i < shared->len; i++)
		reach_all |= ((struct include_node *)shared->pdata[i])->reaches;
	for (guint i = 0; i < files->len; i++) {
		struct include_node *node = node_of(includes, files->pdata[i]);

		if (!node->reaches && !reach_all)
			continue;
		g_ptr_array_add(ret_users, node->path);
		g_ptr_array_add(shared, node);
	}
	mark_wanted(shared);
	g_hash_table_iter_init(&iter, includes->nodes);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct include_node *node = value;

		if (node->is_wanted &&
		    g_hash_table_contains(includes->there, node->path))
			g_ptr_array_add(ret_headers, node->path);
	}
}
