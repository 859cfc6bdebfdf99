// SPDX-License-Identifier: GPL-2.0-only
/* Packs tables of stamps, and compares them with the files of today. */
#include "stamp_table.h"

#include <string.h>

#include "stamps.h"

enum { ROW_WORDS = sizeof(struct stamp_row) / sizeof(guint64) };

bool stamp_table_open(GVariant *value, struct stamp_table *ret_table)
{
	g_autoptr(GVariant) rows = g_variant_get_child_value(value, 0);
	g_autoptr(GVariant) paths = g_variant_get_child_value(value, 1);
	gsize nr_words = 0, length = 0;

	ret_table->rows =
		g_variant_get_fixed_array(rows, &nr_words, sizeof(guint64));
	ret_table->paths = g_variant_get_fixed_array(paths, &length, 1);
	ret_table->nr = nr_words / ROW_WORDS;
	if (nr_words % ROW_WORDS != 0 ||
	    (length > 0 && ret_table->paths[length - 1]))
		return false;
	for (gsize i = 0; i < ret_table->nr; i++) {
		if (ret_table->rows[i].path >= length)
			return false;
	}
	return true;
}

const char *stamp_table_path(const struct stamp_table *table, gsize i)
{
	return table->paths + table->rows[i].path;
}

bool stamp_table_is_current(const struct stamp_table *table, GHashTable *looked)
{
	for (gsize i = 0; i < table->nr; i++) {
		struct stamp now =
			stamps_look(stamp_table_path(table, i), looked);

		if (!stamp_is_same(&table->rows[i].stamp, &now))
			return false;
	}
	return true;
}

GVariant *stamp_table_pack(const GPtrArray *paths, const GArray *stamps)
{
	g_autoptr(GArray) rows =
		g_array_new(FALSE, FALSE, sizeof(struct stamp_row));
	g_autoptr(GByteArray) texts = g_byte_array_new();

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		struct stamp_row row = {
			.path = texts->len,
			.stamp = g_array_index(stamps, struct stamp, i),
		};

		g_array_append_val(rows, row);
		g_byte_array_append(texts, (const guint8 *)path,
				    (guint)strlen(path) + 1);
	}
	return g_variant_new(
		"(@at@ay)",
		g_variant_new_fixed_array(G_VARIANT_TYPE_UINT64, rows->data,
					  (gsize)rows->len * ROW_WORDS,
					  sizeof(guint64)),
		g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, texts->data,
					  texts->len, 1));
}
