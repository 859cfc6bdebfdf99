// SPDX-License-Identifier: GPL-2.0-only
/* Stamps packed into a GVariant, and compared with the files of today. */
#include "stamps.h"

void stamps_add(GVariantBuilder *list, const char *path,
		const struct stamp *stamp)
{
	g_variant_builder_add(list, "(^ay" STAMP_TYPE ")", path, stamp->size,
			      stamp->modified_ns, stamp->changed_ns,
			      stamp->inode);
}

GVariant *stamps_pack(const char *const *paths, guint nr_paths, gint64 since_ns)
{
	GVariantBuilder list;
	bool is_sure = true;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	for (guint i = 0; i < nr_paths; i++) {
		struct stamp stamp = stamp_of(paths[i]);

		is_sure = is_sure && stamp_is_before(&stamp, since_ns);
		stamps_add(&list, paths[i], &stamp);
	}
	if (is_sure)
		return g_variant_builder_end(&list);
	g_variant_builder_clear(&list);
	return NULL;
}

bool stamps_next(GVariantIter *iter, const char **ret_path,
		 struct stamp *ret_stamp)
{
	return g_variant_iter_next(iter, "(^&ay" STAMP_TYPE ")", ret_path,
				   &ret_stamp->size, &ret_stamp->modified_ns,
				   &ret_stamp->changed_ns, &ret_stamp->inode);
}

struct stamp stamps_look(const char *path, GHashTable *looked)
{
	const struct stamp *known = looked ? g_hash_table_lookup(looked, path) :
					     NULL;
	struct stamp now = known ? *known : stamp_of(path);

	if (looked && !known)
		g_hash_table_insert(looked, g_strdup(path),
				    g_memdup2(&now, sizeof(now)));
	return now;
}

bool stamps_are_current(GVariant *stamps, GHashTable *looked)
{
	GVariantIter iter;
	struct stamp stamp;
	const char *path;

	g_variant_iter_init(&iter, stamps);
	while (stamps_next(&iter, &path, &stamp)) {
		struct stamp now = stamps_look(path, looked);

		if (!stamp_is_same(&stamp, &now))
			return false;
	}
	return true;
}

GPtrArray *stamps_paths(GVariant *stamps)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	GVariantIter iter;
	struct stamp stamp;
	const char *path;

	g_variant_iter_init(&iter, stamps);
	while (stamps_next(&iter, &path, &stamp))
		g_ptr_array_add(paths, g_strdup(path));
	return paths;
}
