// SPDX-License-Identifier: GPL-2.0-only
/* Packs what was looked for, and looks again. */
#include "looks.h"

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
			g_variant_builder_add(&list, "(^ayy)", path,
					      (guchar)GPOINTER_TO_INT(look));
	}
	return g_variant_builder_end(&list);
}

bool looks_next(GVariantIter *iter, const char **ret_path, enum look *ret_look)
{
	guchar look = LOOK_ABSENT;
	bool has_one = g_variant_iter_next(iter, "(^&ayy)", ret_path, &look);

	*ret_look = (enum look)look;
	return has_one;
}

void looks_take(GVariant *value, GHashTable *looks)
{
	GVariantIter iter;
	const char *path;
	enum look look;

	g_variant_iter_init(&iter, value);
	while (looks_next(&iter, &path, &look))
		g_hash_table_insert(looks, g_strdup(path),
				    GINT_TO_POINTER(look));
}

bool looks_are_current(GVariant *value)
{
	GVariantIter iter;
	const char *path;
	enum look look;

	g_variant_iter_init(&iter, value);
	while (looks_next(&iter, &path, &look)) {
		if (look == LOOK_REFUSED ||
		    (stamp_of(path).size >= 0) != (look == LOOK_FILE))
			return false;
	}
	return true;
}
