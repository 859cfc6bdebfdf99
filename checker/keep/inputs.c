// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stamps of files, of when they were opened or of after they were read: what
 * has not changed since before it was read is what was read.
 */
#include "inputs.h"

#include <stdbool.h>

#include "base/asked.h"

struct inputs {
	GHashTable *stamps; /* path -> struct stamp * */
	GHashTable *looks;  /* path -> enum look */
	bool is_temporary;  /* one of them was changing */
};

struct inputs *inputs_new(void)
{
	struct inputs *inputs = g_new0(struct inputs, 1);

	inputs->stamps =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	inputs->looks =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return inputs;
}

void inputs_free(struct inputs *inputs)
{
	if (!inputs)
		return;
	g_hash_table_destroy(inputs->stamps);
	g_hash_table_destroy(inputs->looks);
	g_free(inputs);
}

void inputs_spoil(struct inputs *inputs)
{
	inputs->is_temporary = true;
}

static void add_stamp(struct inputs *inputs, const char *path,
		      const struct stamp *stamp)
{
	const struct stamp *known = g_hash_table_lookup(inputs->stamps, path);

	if (known && !stamp_is_same(known, stamp))
		inputs->is_temporary = true;
	if (!known)
		g_hash_table_insert(inputs->stamps, g_strdup(path),
				    g_memdup2(stamp, sizeof(*stamp)));
}

void inputs_add(struct inputs *inputs, const char *path, gint64 since_ns)
{
	struct stamp stamp = stamp_of(path);

	if (!stamp_is_before(&stamp, since_ns))
		inputs->is_temporary = true;
	add_stamp(inputs, path, &stamp);
}

/* Adds a file that had this stamp when it was read. */
static void add_read(struct inputs *inputs, const char *path,
		     const struct stamp *stamp)
{
	struct stamp now = stamp_of(path);

	if (!stamp_is_same(&now, stamp))
		inputs->is_temporary = true;
	add_stamp(inputs, path, stamp);
}

void inputs_add_all(struct inputs *inputs, const GPtrArray *paths,
		    gint64 since_ns)
{
	if (!paths)
		inputs->is_temporary = true;
	for (guint i = 0; paths && i < paths->len; i++)
		inputs_add(inputs, g_ptr_array_index(paths, i), since_ns);
}

void inputs_add_folder(struct inputs *inputs, const char *folder)
{
	const gint64 since_ns = stamp_now_ns();
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;

	inputs_add(inputs, folder, since_ns);
	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (g_str_has_suffix(name, ".c") ||
		    g_str_has_suffix(name, ".h"))
			inputs_add(inputs, path, since_ns);
	}
	if (directory)
		g_dir_close(directory);
}

void inputs_add_asked(struct inputs *inputs, const struct asked *asked)
{
	GHashTableIter iter;
	gpointer path, value;

	if (!asked)
		return;
	inputs->is_temporary |= asked->is_temporary;
	g_hash_table_iter_init(&iter, asked->reads);
	while (g_hash_table_iter_next(&iter, &path, &value))
		add_read(inputs, path, value);
	g_hash_table_iter_init(&iter, asked->looks);
	while (g_hash_table_iter_next(&iter, &path, &value))
		inputs->is_temporary |= !asked_add_look(
			inputs->looks, path, (enum look)GPOINTER_TO_INT(value));
}

GVariant *inputs_to_variant(const struct inputs *inputs)
{
	g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTable *stamps_by_path = inputs ? inputs->stamps : none;
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer path, value;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	g_hash_table_iter_init(&iter, stamps_by_path);
	while (g_hash_table_iter_next(&iter, &path, &value))
		stamps_add(&list, path, value);
	return g_variant_new(
		"(b@" STAMPS_TYPE "@" LOOKS_TYPE ")",
		inputs && inputs->is_temporary, g_variant_builder_end(&list),
		looks_pack(inputs ? inputs->looks : none, stamps_by_path));
}
