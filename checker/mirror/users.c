// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tests include sources of mm/ by their relative paths, and these find the
 * copies where the kernel has its own headers. What is used must be declared
 * by one of them, or by what user space has of the kernel's headers.
 */
#include "users.h"

#include <string.h>

#include "base/sort.h"
#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "kernel_files.h"
#include "words.h"

/* A place where a name is used. */
struct use {
	const char *name;
	struct drift_place at;
	const struct mark *include; /* that brings the file in; or NULL */
	const struct file *includer;
};

struct users {
	const struct mirror_request *request;
	const struct comparing *comparing;
	struct definitions *included;
	GHashTable *uses; /* name -> struct use *, owned: the first of each */
};

static bool is_known(const struct users *users, const char *name)
{
	return definitions_find(users->comparing->copies, name)->len > 0 ||
	       definitions_find(users->included, name)->len > 0;
}

/* A constant of the flag API, or a call of one of its functions. */
static bool is_flag_use(const struct users *users, const GArray *words, guint i)
{
	const struct word *word = &g_array_index(words, struct word, i);
	const bool is_call = i + 1 < words->len && *word[1].text == '(';
	const bool is_member = i > 0 && (strcmp(word[-1].text, ".") == 0 ||
					 strcmp(word[-1].text, "->") == 0);

	if (word->kind != LEX_IDENTIFIER || is_member ||
	    !g_hash_table_contains(users->comparing->flags, word->text))
		return false;
	return is_call || g_str_has_prefix(word->text, "VM_") ||
	       g_str_has_prefix(word->text, "VMA_");
}

static void note_use(struct users *users, const struct word *word,
		     const struct file *file, const struct use *include)
{
	struct use *use;

	if (is_known(users, word->text) ||
	    g_hash_table_contains(users->uses, word->text))
		return;
	use = g_new0(struct use, 1);
	if (include)
		*use = *include;
	use->name = word->text;
	use->at = (struct drift_place){ .path = file->path,
					.line = word->line,
					.column = word->column };
	g_hash_table_insert(users->uses, (gpointer)use->name, use);
}

static void note_uses(struct users *users, const struct file *file,
		      const struct use *include)
{
	for (guint i = 0; i < file->definitions->len; i++) {
		const struct defined *one =
			g_ptr_array_index(file->definitions, i);

		if ((one->kind != DEFINITION_FUNCTION &&
		     one->kind != DEFINITION_MACRO) ||
		    !definition_is_active(one))
			continue;
		for (guint k = 0; k < one->body->len; k++) {
			if (is_flag_use(users, one->body, k))
				note_use(users,
					 &g_array_index(one->body, struct word,
							k),
					 file, include);
		}
	}
}

/* "mm/vma.c" of "../../../mm/vma.c"; NULL outside of mm/. Owned. */
static char *included_path(const struct file *file, const struct mark *include)
{
	g_autofree char *folder = g_path_get_dirname(file->path);
	g_autofree char *below =
		g_build_filename("/", folder, include->text, NULL);
	g_autofree char *path = g_canonicalize_filename(below, "/");

	return g_str_has_prefix(path, "/mm/") ? g_strdup(path + 1) : NULL;
}

static bool has_copy(const struct users *users, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);

	for (guint i = 0; i < users->comparing->copies->files->len; i++) {
		const struct file *file =
			g_ptr_array_index(users->comparing->copies->files, i);
		g_autofree char *own = g_path_get_basename(file->path);

		if (strcmp(own, name) == 0)
			return true;
	}
	return false;
}

static const struct file *find_file(const struct definitions *side,
				    const char *path)
{
	for (guint i = 0; i < side->files->len; i++) {
		const struct file *file = g_ptr_array_index(side->files, i);

		if (strcmp(file->path, path) == 0)
			return file;
	}
	return NULL;
}

/* Reads a source of mm/, and what it includes from beside it. */
static void read_included(const struct users *users, const char *path)
{
	const struct file *file;

	if (find_file(users->included, path) ||
	    !definitions_read(users->request, path, users->included))
		return;
	file = find_file(users->included, path);
	for (guint i = 0; i < file->words->includes->len; i++) {
		const struct mark *include =
			&g_array_index(file->words->includes, struct mark, i);
		g_autofree char *next = included_path(file, include);

		if (next && !has_copy(users, next))
			read_included(users, next);
	}
}

/* Calls for each source of the kernel that a file of the copies includes. */
static void each_included(struct users *users, bool is_reading)
{
	const GPtrArray *files = users->comparing->copies->files;

	for (guint i = 0; i < files->len; i++) {
		const struct file *file = g_ptr_array_index(files, i);

		for (guint k = 0; k < file->words->includes->len; k++) {
			const struct mark *include = &g_array_index(
				file->words->includes, struct mark, k);
			g_autofree char *path = included_path(file, include);
			const struct use use = { .include = include,
						 .includer = file };
			const struct file *source;

			if (!path)
				continue;
			if (is_reading) {
				read_included(users, path);
				continue;
			}
			source = find_file(users->included, path);
			if (source)
				note_uses(users, source, &use);
		}
	}
}

/* The names without those that tools/ declares. */
static void drop_declared(struct users *users)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, users->uses);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_hash_table_add(names, name);
	if (g_hash_table_size(names) > 0)
		tools_drop_declared(users->request, names);
	g_hash_table_iter_init(&iter, users->uses);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (!g_hash_table_contains(names, name))
			g_hash_table_iter_remove(&iter);
	}
}

/* True if something was said of this line already. */
static bool is_told(const struct comparing *comparing,
		    const struct drift_place *at)
{
	for (guint i = 0; i < comparing->mirror->drifts->len; i++) {
		const struct drift *drift = &g_array_index(
			comparing->mirror->drifts, struct drift, i);

		if (drift->here.line == at->line &&
		    strcmp(drift->here.path, at->path) == 0)
			return true;
	}
	return false;
}

static void report_use(const struct users *users, const struct use *use)
{
	const struct defined *there =
		definitions_meaning(users->comparing->kernel, use->name);
	g_autofree char *where =
		g_strdup_printf("%s:%u", use->at.path, use->at.line);
	struct drift drift = {
		.kind = use->include ? DRIFT_HELPER : DRIFT_UNDECLARED,
		.name = use->name,
		.here = use->at,
		.mine = use->include ? where : NULL,
	};

	if (use->include)
		drift.here = (struct drift_place){
			.path = use->includer->path,
			.line = use->include->line,
			.column = use->include->column,
		};
	if (!there)
		return;
	drift.there = definition_place(there);
	if (use->include || !is_told(users->comparing, &drift.here))
		comparing_add(users->comparing, drift);
}

static void report_uses(const struct users *users, struct definitions *kernel)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct wanted_names wanted = { users->uses, users->uses,
					     users->uses };
	GHashTableIter iter;
	gpointer name;

	if (g_hash_table_size(users->uses) == 0)
		return;
	kernel_read(users->request, &wanted, kernel);
	g_hash_table_iter_init(&iter, users->uses);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(names, name);
	sort_strings(names);
	for (guint i = 0; i < names->len; i++)
		report_use(users,
			   g_hash_table_lookup(users->uses,
					       g_ptr_array_index(names, i)));
}

void find_missing(const struct mirror_request *request,
		  const struct comparing *comparing, struct definitions *kernel)
{
	struct users users = {
		.request = request,
		.comparing = comparing,
		.included = definitions_new(comparing->copies->settings,
					    comparing->flags),
		.uses = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
					      g_free),
	};
	const GPtrArray *files = comparing->copies->files;

	each_included(&users, true);
	for (guint i = 0; i < files->len; i++)
		note_uses(&users, g_ptr_array_index(files, i), NULL);
	each_included(&users, false);
	drop_declared(&users);
	report_uses(&users, kernel);
	g_hash_table_destroy(users.uses);
	definitions_free(users.included);
}
