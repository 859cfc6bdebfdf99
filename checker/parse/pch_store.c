// SPDX-License-Identifier: GPL-2.0-only
/* Precompiled headers on disk, each with the list of the files in it. */
#include "pch_store.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/asked.h"
#include "base/beneath.h"
#include "clang_handles.h"
#include "inclusions.h"
#include "keep/looks.h"
#include "keep/stamps.h"
#include "keep/variant_file.h"

/* The key, the precompiled header, what was read and what was looked for. */
#define LIST_TYPE   "(ayay" STAMPS_TYPE LOOKS_TYPE ")"

#define LIST_SUFFIX ".files"

void stored_pch_free(gpointer data)
{
	struct stored_pch *pch = data;

	g_free(pch->path);
	asked_free(pch->asked);
	g_free(pch);
}

static char *list_path(const char *base)
{
	return g_strconcat(base, LIST_SUFFIX, NULL);
}

/* Files that were given to the parser are in the unit, and were not opened. */
static void add_inclusions(CXTranslationUnit unit, struct asked *asked)
{
	const gint64 now_ns = stamp_now_ns();
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer name;

	inclusions_add(unit, names);
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		struct stamp stamp;

		if (g_hash_table_contains(asked->reads, name))
			continue;
		stamp = stamp_of(name);
		asked->is_temporary |= !stamp_is_before(&stamp, now_ns);
		asked_note_read(asked, name, &stamp);
	}
}

/* False if a file that was read is another one by now. */
static bool are_current(GHashTable *reads)
{
	GHashTableIter iter;
	gpointer name, stamp;

	g_hash_table_iter_init(&iter, reads);
	while (g_hash_table_iter_next(&iter, &name, &stamp)) {
		const struct stamp now = stamp_of(name);

		if (!stamp_is_same(stamp, &now))
			return false;
	}
	return true;
}

/* What a precompiled header is for, its file, and what it was made of. */
static GVariant *pack_list(const char *key, const char *path,
			   const struct asked *asked)
{
	const bool is_sure = !asked->is_temporary && are_current(asked->reads);
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer name, stamp;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	g_hash_table_iter_init(&iter, asked->reads);
	while (g_hash_table_iter_next(&iter, &name, &stamp))
		stamps_add(&list, name, stamp);
	return g_variant_ref_sink(g_variant_new(
		"(^ay^ay@" STAMPS_TYPE "@" LOOKS_TYPE ")", is_sure ? key : "",
		path, g_variant_builder_end(&list),
		looks_pack(asked->looks, asked->reads)));
}

/* Each has a name of its own: another run may be reading the last one. */
bool stored_pch_save(CXTranslationUnit unit, const char *key, const char *base,
		     struct asked *asked)
{
	g_autofree char *path = g_strdup_printf("%s.%ld.%" G_GINT64_FORMAT,
						base, (long)getpid(),
						g_get_real_time());
	g_autofree char *files = list_path(base);
	g_autoptr(GVariant) list = NULL;

	add_inclusions(unit, asked);
	list = pack_list(key, path, asked);
	if (clang_saveTranslationUnit(unit, path, 0) == CXSaveError_None &&
	    variant_file_write(files, list))
		return true;
	unlink(path);
	return false;
}

/* A file may have been opened by another name than the plain one. */
static void add_file(struct asked *asked, const char *path,
		     const struct stamp *stamp)
{
	g_autofree char *plain = NULL;

	asked_note_read(asked, path, stamp);
	if (g_path_is_absolute(path) && !strstr(path, "/."))
		return;
	plain = g_canonicalize_filename(path, NULL);
	asked_note_read(asked, plain, stamp);
}

/* Takes what a list says; false if something has changed. */
static bool take_list(GVariant *list, struct asked *asked)
{
	g_autoptr(GVariant) stamps = g_variant_get_child_value(list, 2);
	g_autoptr(GVariant) looks = g_variant_get_child_value(list, 3);
	GVariantIter iter;
	struct stamp stamp;
	const char *path;

	if (!stamps_are_current(stamps, NULL) || !looks_are_current(looks))
		return false;
	g_variant_iter_init(&iter, stamps);
	while (stamps_next(&iter, &path, &stamp))
		add_file(asked, path, &stamp);
	looks_take(looks, asked->looks);
	return true;
}

bool stored_pch_exists(const char *base)
{
	g_autofree char *path = list_path(base);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static GVariant *read_list(const char *base)
{
	g_autofree char *path = list_path(base);

	return variant_file_read(path, LIST_TYPE);
}

/* The precompiled header of a target, if it is for a key; or NULL. */
struct stored_pch *stored_pch_load(const char *base, const char *key)
{
	g_autoptr(GVariant) list = read_list(base);
	struct stored_pch *pch;
	const char *path, *made_for;

	if (!list)
		return NULL;
	g_variant_get(list, "(^&ay^&ay@" STAMPS_TYPE "@" LOOKS_TYPE ")",
		      &made_for, &path, NULL, NULL);
	if (!g_str_equal(made_for, key) || !g_str_has_prefix(path, base) ||
	    !g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return NULL;
	pch = g_new0(struct stored_pch, 1);
	pch->path = g_strdup(path);
	pch->asked = asked_new();
	if (take_list(list, pch->asked))
		return pch;
	stored_pch_free(pch);
	return NULL;
}

int stored_pch_lock(const char *base)
{
	g_autofree char *folder = g_path_get_dirname(base);

	return beneath_hold_open(
		open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

void stored_pch_unlock(int lock)
{
	if (lock >= 0)
		close(lock);
}

/* Removes what a precompiled header left behind in its folder. */
void stored_pch_remove(const char *stem)
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
