// SPDX-License-Identifier: GPL-2.0-only
/* Precompiled headers on disk, each with the list of the files in it. */
#include "pch_store.h"

#include <string.h>
#include <unistd.h>

#include "clang_handles.h"
#include "inclusions.h"
#include "keep/stamps.h"
#include "keep/variant_file.h"

/* The key, the precompiled header, and what it was made of. */
#define LIST_TYPE   "(ayay" STAMPS_TYPE ")"

#define LIST_SUFFIX ".files"

void kept_prefix_free(gpointer data)
{
	struct kept_prefix *prefix = data;

	g_free(prefix->path);
	g_hash_table_destroy(prefix->files);
	g_free(prefix);
}

static char *list_path(const char *prefix)
{
	return g_strconcat(prefix, LIST_SUFFIX, NULL);
}

/*
 * The list of a precompiled header: what it is for, its file, and what it was
 * made of. NULL if one of these may have changed since a time.
 */
static GVariant *pack_list(const char *key, const char *path, GHashTable *names,
			   gint64 since_ns)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer name;
	bool is_sure = true;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		struct stamp stamp = stamp_of(name);

		is_sure = is_sure && stamp_is_before(&stamp, since_ns);
		stamps_add(&list, name, &stamp);
	}
	return g_variant_ref_sink(g_variant_new("(^ay^ay@" STAMPS_TYPE ")",
						is_sure ? key : "", path,
						g_variant_builder_end(&list)));
}

/* Each has a name of its own: another run may be reading the last one. */
bool kept_prefix_save(CXTranslationUnit unit, const char *key,
		      const char *prefix, gint64 since_ns)
{
	g_autofree char *path = g_strdup_printf("%s.%ld.%" G_GINT64_FORMAT,
						prefix, (long)getpid(),
						g_get_real_time());
	g_autofree char *files = list_path(prefix);
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GVariant) list = NULL;

	inclusions_add(unit, names);
	list = pack_list(key, path, names, since_ns);
	if (clang_saveTranslationUnit(unit, path, 0) == CXSaveError_None &&
	    variant_file_write(files, list))
		return true;
	unlink(path);
	return false;
}

/* A file may have been opened by another name than the plain one. */
static void add_file(GHashTable *files, const char *path,
		     const struct stamp *stamp)
{
	g_hash_table_insert(files, g_strdup(path),
			    g_memdup2(stamp, sizeof(*stamp)));
	if (!g_path_is_absolute(path) || strstr(path, "/."))
		g_hash_table_insert(files, g_canonicalize_filename(path, NULL),
				    g_memdup2(stamp, sizeof(*stamp)));
}

/* Adds the files of a list; false if one has changed. */
static bool take_files(GVariant *list, GHashTable *files)
{
	g_autoptr(GVariant) stamps = g_variant_get_child_value(list, 2);
	GVariantIter iter;
	struct stamp stamp;
	const char *path;

	if (!stamps_are_current(stamps, NULL))
		return false;
	g_variant_iter_init(&iter, stamps);
	while (stamps_next(&iter, &path, &stamp))
		add_file(files, path, &stamp);
	return true;
}

bool kept_prefix_exists(const char *base)
{
	g_autofree char *path = list_path(base);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static GVariant *read_list(const char *prefix)
{
	g_autofree char *path = list_path(prefix);

	return variant_file_read(path, LIST_TYPE);
}

/* The precompiled header of a target, if it is for a key; or NULL. */
struct kept_prefix *kept_prefix_load(const char *base, const char *key)
{
	g_autoptr(GVariant) list = read_list(base);
	struct kept_prefix *prefix;
	const char *path, *made_for;

	if (!list)
		return NULL;
	g_variant_get(list, "(^&ay^&ay@" STAMPS_TYPE ")", &made_for, &path,
		      NULL);
	if (!g_str_equal(made_for, key) || !g_str_has_prefix(path, base) ||
	    !g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return NULL;
	prefix = g_new0(struct kept_prefix, 1);
	prefix->path = g_strdup(path);
	prefix->files =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	if (take_files(list, prefix->files))
		return prefix;
	kept_prefix_free(prefix);
	return NULL;
}

/* Removes what a precompiled header left behind in its folder. */
void kept_prefix_remove(const char *stem)
{
	g_autofree char *folder = g_path_get_dirname(stem);
	g_autofree char *name = g_path_get_basename(stem);
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *entry;

	while (directory && (entry = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, entry, NULL);

		if (g_str_has_prefix(entry, name) &&
		    !g_str_has_suffix(entry, ".wanted"))
			unlink(path);
	}
	if (directory)
		g_dir_close(directory);
}
