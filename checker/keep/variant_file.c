// SPDX-License-Identifier: GPL-2.0-only
/* Reads and writes a packed value; nothing about its form is trusted. */
#include "variant_file.h"

#include "base/text_file.h"

GVariant *variant_file_read_raw(const char *path, const char *type)
{
	g_autoptr(GBytes) bytes = text_file_bytes(path);

	if (!bytes)
		return NULL;
	return g_variant_ref_sink(
		g_variant_new_from_bytes(G_VARIANT_TYPE(type), bytes, FALSE));
}

GVariant *variant_file_read(const char *path, const char *type)
{
	g_autoptr(GVariant) value = variant_file_read_raw(path, type);

	return value && g_variant_is_normal_form(value) ?
		       g_steal_pointer(&value) :
		       NULL;
}

bool variant_file_write(const char *path, GVariant *value)
{
	return g_file_set_contents(path, g_variant_get_data(value),
				   (gssize)g_variant_get_size(value), NULL);
}
