// SPDX-License-Identifier: GPL-2.0-only
/* Stamps of inputs and outputs of a folder, as a GVariant in that folder. */
#include "manifest.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/stamp.h"
#include "base/text_file.h"

#define STAMPS_TYPE   "a(ay" STAMP_TYPE ")"
#define MANIFEST_TYPE "(ay" STAMPS_TYPE STAMPS_TYPE ")"
#define MANIFEST_NAME "manifest"

/* Counts up with the layout above. */
#define MANIFEST_VERSION "1 "

/* Folders that hold what is generated; what lies beside them does not. */
static const char *const made_folders[] = { "arch", "bpf", "include",
					    "programs" };

static char *manifest_path(const char *folder)
{
	return g_build_filename(folder, MANIFEST_NAME, NULL);
}

static bool are_same(GVariant *stamps)
{
	GVariantIter iter;
	struct stamp stamp, now;
	const char *path;

	g_variant_iter_init(&iter, stamps);
	while (g_variant_iter_next(&iter, "(^&ay" STAMP_TYPE ")", &path,
				   &stamp.size, &stamp.modified_ns,
				   &stamp.changed_ns, &stamp.inode)) {
		now = stamp_of(path);
		if (!stamp_is_same(&stamp, &now))
			return false;
	}
	return true;
}

static GPtrArray *paths_of(GVariant *stamps)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	gsize nr = g_variant_n_children(stamps);

	for (gsize i = 0; i < nr; i++) {
		char *path;

		g_variant_get_child(stamps, i, "(^ay" STAMP_TYPE ")", &path,
				    NULL, NULL, NULL, NULL);
		g_ptr_array_add(paths, path);
	}
	return paths;
}

bool manifest_load(const char *folder, struct manifest *ret_manifest)
{
	g_autofree char *path = manifest_path(folder);
	g_autofree char *reason = NULL;
	g_autoptr(GVariant) value = NULL, inputs = NULL, outputs = NULL;
	const char *digest;
	gsize length = 0;
	char *bytes = text_file_read(path, &length, &reason);

	if (!bytes)
		return false;
	value = g_variant_ref_sink(
		g_variant_new_from_data(G_VARIANT_TYPE(MANIFEST_TYPE), bytes,
					length, FALSE, g_free, bytes));
	if (!g_variant_is_normal_form(value))
		return false;
	g_variant_get(value, "(^&ay@" STAMPS_TYPE "@" STAMPS_TYPE ")", &digest,
		      &inputs, &outputs);
	if (!g_str_has_prefix(digest, MANIFEST_VERSION) || !are_same(inputs) ||
	    !are_same(outputs))
		return false;
	ret_manifest->digest = g_strdup(digest);
	ret_manifest->inputs = paths_of(inputs);
	return true;
}

static void list_files(const char *folder, GPtrArray *paths)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;

	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			list_files(path, paths);
		else
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
	if (directory)
		g_dir_close(directory);
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_outputs(const char *folder)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(made_folders); i++) {
		g_autofree char *path =
			g_build_filename(folder, made_folders[i], NULL);

		list_files(path, paths);
	}
	g_ptr_array_sort(paths, compare_paths);
	return paths;
}

static void add_stamp(GVariantBuilder *list, const char *path,
		      const struct stamp *stamp)
{
	g_variant_builder_add(list, "(^ay" STAMP_TYPE ")", path, stamp->size,
			      stamp->modified_ns, stamp->changed_ns,
			      stamp->inode);
}

/* NULL if a file may have changed since it was read. */
static GVariant *pack_inputs(GHashTable *inputs, gint64 since_ns)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer path;
	bool is_sure = true;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	g_hash_table_iter_init(&iter, inputs);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		struct stamp stamp = stamp_of(path);

		is_sure = is_sure && stamp_is_before(&stamp, since_ns);
		add_stamp(&list, path, &stamp);
	}
	if (is_sure)
		return g_variant_builder_end(&list);
	g_variant_builder_clear(&list);
	return NULL;
}

/* Adds an output to the digest; false if it cannot be read. */
static bool digest_file(GChecksum *sum, const char *folder, const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);
	const char *name = path + strlen(folder);

	if (!text)
		return false;
	g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name) + 1);
	g_checksum_update(sum, (const guchar *)&length, sizeof(length));
	g_checksum_update(sum, (const guchar *)text, (gssize)length);
	return true;
}

static GVariant *pack_outputs(const char *folder, char **ret_digest)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) paths = list_outputs(folder);
	GVariantBuilder list;
	bool is_read = true;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	for (guint i = 0; i < paths->len && is_read; i++) {
		const char *path = g_ptr_array_index(paths, i);
		struct stamp before = stamp_of(path), after;

		is_read = digest_file(sum, folder, path);
		after = stamp_of(path);
		is_read = is_read && stamp_is_same(&before, &after);
		add_stamp(&list, path, &before);
	}
	*ret_digest =
		g_strconcat(MANIFEST_VERSION, g_checksum_get_string(sum), NULL);
	if (is_read)
		return g_variant_builder_end(&list);
	g_variant_builder_clear(&list);
	return NULL;
}

bool manifest_save(const char *folder, GHashTable *inputs, gint64 since_ns)
{
	g_autofree char *path = manifest_path(folder);
	g_autofree char *digest = NULL;
	g_autoptr(GVariant) value = NULL;
	GVariant *from = pack_inputs(inputs, since_ns), *made;

	if (!from)
		return false;
	made = pack_outputs(folder, &digest);
	if (!made) {
		g_variant_unref(g_variant_ref_sink(from));
		return false;
	}
	value = g_variant_ref_sink(g_variant_new(
		"(^ay@" STAMPS_TYPE "@" STAMPS_TYPE ")", digest, from, made));
	return g_file_set_contents(path, g_variant_get_data(value),
				   (gssize)g_variant_get_size(value), NULL);
}

void manifest_remove(const char *folder)
{
	g_autofree char *path = manifest_path(folder);

	g_unlink(path);
}

void manifest_release(struct manifest *manifest)
{
	g_free(manifest->digest);
	g_ptr_array_unref(manifest->inputs);
}
