// SPDX-License-Identifier: GPL-2.0-only
/* Stamps of inputs and outputs of a folder, as a GVariant in that folder. */
#include "manifest.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/sort.h"
#include "base/text_file.h"
#include "keep/notices.h"
#include "keep/stamp_table.h"
#include "keep/variant_file.h"

#define MANIFEST_TYPE "(ay" STAMP_TABLE_TYPE STAMP_TABLE_TYPE NOTICES_TYPE ")"
#define MANIFEST_NAME "manifest"

/* Counts up with the layout above. */
#define MANIFEST_VERSION "3 "

/* Folders that hold what is generated; what lies beside them does not. */
static const char *const made_folders[] = { "arch", "bpf", "include",
					    "programs" };

static char *manifest_path(const char *folder)
{
	return g_build_filename(folder, MANIFEST_NAME, NULL);
}

static bool take_table(GVariant *manifest, gsize index,
		       struct stamp_table *ret_table)
{
	/* Its bytes are those of the manifest, which holds them. */
	g_autoptr(GVariant) table = g_variant_get_child_value(manifest, index);

	return stamp_table_open(table, ret_table);
}

bool manifest_load(const char *folder, GHashTable *looked,
		   struct manifest *ret_manifest)
{
	g_autofree char *path = manifest_path(folder);
	g_autoptr(GVariant) value = variant_file_read_raw(path, MANIFEST_TYPE);
	g_autoptr(GVariant) notices = NULL;
	struct stamp_table inputs, outputs;
	const char *digest;

	if (!value)
		return false;
	g_variant_get_child(value, 0, "^&ay", &digest);
	if (!g_str_has_prefix(digest, MANIFEST_VERSION) ||
	    !take_table(value, 1, &inputs) || !take_table(value, 2, &outputs) ||
	    !stamp_table_is_current(&inputs, looked) ||
	    !stamp_table_is_current(&outputs, NULL))
		return false;
	notices = g_variant_get_child_value(value, 3);
	if (!g_variant_is_normal_form(notices))
		return false;
	ret_manifest->notices = g_steal_pointer(&notices);
	/* What was of use lately is kept longest. */
	utimensat(AT_FDCWD, path, NULL, 0);
	ret_manifest->digest = g_strdup(digest);
	ret_manifest->inputs = g_ptr_array_sized_new((guint)inputs.nr);
	for (gsize i = 0; i < inputs.nr; i++)
		g_ptr_array_add(ret_manifest->inputs,
				(gpointer)stamp_table_path(&inputs, i));
	ret_manifest->value = g_steal_pointer(&value);
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

GPtrArray *manifest_outputs(const char *folder)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(made_folders); i++) {
		g_autofree char *path =
			g_build_filename(folder, made_folders[i], NULL);

		list_files(path, paths);
	}
	sort_strings(paths);
	return paths;
}

/* NULL if one may have changed since. */
static GVariant *pack_inputs(GHashTable *inputs, gint64 since_ns)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GArray) stamps =
		g_array_new(FALSE, FALSE, sizeof(struct stamp));
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, inputs);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		struct stamp stamp = stamp_of(path);

		if (!stamp_is_before(&stamp, since_ns))
			return NULL;
		g_ptr_array_add(paths, path);
		g_array_append_val(stamps, stamp);
	}
	return stamp_table_pack(paths, stamps);
}

/* Adds an output to the digest; false if it cannot be read. */
static bool digest_file(GChecksum *sum, const char *folder, const char *path)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);
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
	g_autoptr(GPtrArray) paths = manifest_outputs(folder);
	g_autoptr(GArray) stamps =
		g_array_new(FALSE, FALSE, sizeof(struct stamp));
	bool is_read = true;

	for (guint i = 0; i < paths->len && is_read; i++) {
		const char *path = g_ptr_array_index(paths, i);
		struct stamp before = stamp_of(path), after;

		is_read = digest_file(sum, folder, path);
		after = stamp_of(path);
		is_read = is_read && stamp_is_same(&before, &after);
		g_array_append_val(stamps, before);
	}
	*ret_digest =
		g_strconcat(MANIFEST_VERSION, g_checksum_get_string(sum), NULL);
	return is_read ? stamp_table_pack(paths, stamps) : NULL;
}

void manifest_prune(const char *folder, GHashTable *made)
{
	g_autoptr(GPtrArray) paths = manifest_outputs(folder);

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		if (!g_hash_table_contains(made, path))
			g_unlink(path);
	}
}

bool manifest_save(const char *folder, GHashTable *inputs, gint64 since_ns,
		   GVariant *notices)
{
	g_autoptr(GVariant) told = g_variant_ref_sink(notices);
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
	value = g_variant_ref_sink(g_variant_new("(^ay@" STAMP_TABLE_TYPE
						 "@" STAMP_TABLE_TYPE
						 "@" NOTICES_TYPE ")",
						 digest, from, made, told));
	return variant_file_write(path, value);
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
	g_variant_unref(manifest->notices);
	g_variant_unref(manifest->value);
}
