// SPDX-License-Identifier: GPL-2.0-only
/* Packs what was looked for, and looks again. */
#include "looks.h"

#include "base/asked.h"
#include "base/stamp.h"

GVariant *looks_pack(GHashTable *looks, GHashTable *read)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer path, look;

	g_variant_builder_init(&list, G_VARIANT_TYPE(LOOKS_TYPE));
	g_hash_table_iter_init(&iter, looks);
	while (g_hash_table_iter_next(&iter, &path, &look)) {
		if (GPOINTER_TO_INT(look) != LOOK_FOLDER &&
		    !g_hash_table_contains(read, path))
			g_variant_builder_add(&list, "(^ayb)", path,
					      GPOINTER_TO_INT(look) ==
						      LOOK_FILE);
	}
	return g_variant_builder_end(&list);
}

bool looks_next(GVariantIter *iter, const char **ret_path, bool *ret_is_there)
{
	gboolean is_there = FALSE;
	bool has_one =
		g_variant_iter_next(iter, "(^&ayb)", ret_path, &is_there);

	*ret_is_there = is_there;
	return has_one;
}

void looks_take(GVariant *value, GHashTable *looks)
{
	GVariantIter iter;
	const char *path;
	bool is_there;

	g_variant_iter_init(&iter, value);
	while (looks_next(&iter, &path, &is_there))
		g_hash_table_insert(
			looks, g_strdup(path),
			GINT_TO_POINTER(is_there ? LOOK_FILE : LOOK_ABSENT));
}

bool look_is_there(const char *path)
{
	return stamp_of(path).size >= 0;
}

bool looks_are_current(GVariant *value)
{
	GVariantIter iter;
	const char *path;
	bool was_there;

	g_variant_iter_init(&iter, value);
	while (looks_next(&iter, &path, &was_there)) {
		if (look_is_there(path) != was_there)
			return false;
	}
	return true;
}
