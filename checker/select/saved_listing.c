// SPDX-License-Identifier: GPL-2.0-only
/* Packs the tables of a listing, and opens them where they lie. */
#include "saved_listing.h"

#include <string.h>

struct saved_listing {
	GVariant *value;
	const struct saved_folder *folders;
	const struct saved_entry *entries;
	const char *paths;
	gsize nr_folders, nr_entries, paths_length;
	GHashTable *by_path; /* char * to struct saved_folder * */
};

/* Of 64 bits each, and without a gap: see mix(). */
enum {
	FOLDER_WORDS = sizeof(struct saved_folder) / sizeof(guint64),
	ENTRY_WORDS = sizeof(struct saved_entry) / sizeof(guint64),
};

/*
 * A disk that was cut off may give back zeros, and a table is too long to ask
 * GLib for its form: that takes a call for each byte (2.74).
 */
static guint64 mix(guint64 sum, gconstpointer bytes, gsize length)
{
	const guint64 prime = G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);

	sum = (sum ^ length) * prime;
	for (gsize i = 0; i < length; i += sizeof(guint64)) {
		guint64 word = 0;

		memcpy(&word, (const char *)bytes + i,
		       MIN(sizeof(word), length - i));
		sum = (sum ^ word) * prime;
		sum ^= sum >> 32;
	}
	return sum;
}

static guint64 sum_of(const struct saved_listing *kept)
{
	guint64 sum = mix(1, kept->folders,
			  kept->nr_folders * sizeof(struct saved_folder));

	sum = mix(sum, kept->entries,
		  kept->nr_entries * sizeof(struct saved_entry));
	return mix(sum, kept->paths, kept->paths_length);
}

static bool is_valid(const struct saved_listing *kept)
{
	if (kept->paths_length == 0 || kept->paths[kept->paths_length - 1])
		return false;
	for (gsize i = 0; i < kept->nr_folders; i++) {
		const struct saved_folder *folder = &kept->folders[i];

		if (folder->path >= kept->paths_length ||
		    folder->first > kept->nr_entries ||
		    folder->nr > kept->nr_entries - folder->first)
			return false;
	}
	for (gsize i = 0; i < kept->nr_entries; i++) {
		if (kept->entries[i].path >= kept->paths_length)
			return false;
	}
	return true;
}

/* The words of one table, in structs of so many; *ret_nr of these. */
static const void *table_of(GVariant *value, gsize index, gsize nr_words,
			    gsize *ret_nr)
{
	g_autoptr(GVariant) table = g_variant_get_child_value(value, index);
	gsize nr = 0;
	const void *words =
		g_variant_get_fixed_array(table, &nr, sizeof(guint64));

	*ret_nr = nr / nr_words;
	return words;
}

static void open_tables(struct saved_listing *kept)
{
	g_autoptr(GVariant) paths = g_variant_get_child_value(kept->value, 3);

	kept->folders =
		table_of(kept->value, 1, FOLDER_WORDS, &kept->nr_folders);
	kept->entries =
		table_of(kept->value, 2, ENTRY_WORDS, &kept->nr_entries);
	kept->paths = g_variant_get_fixed_array(paths, &kept->paths_length, 1);
}

struct saved_listing *saved_listing_open(GVariant *value)
{
	struct saved_listing *kept = g_new0(struct saved_listing, 1);
	guint64 sum;

	kept->value = g_variant_ref(value);
	g_variant_get_child(value, 0, "t", &sum);
	open_tables(kept);
	if (!is_valid(kept) || sum != sum_of(kept)) {
		saved_listing_free(kept);
		return NULL;
	}
	kept->by_path = g_hash_table_new(g_str_hash, g_str_equal);
	for (gsize i = 0; i < kept->nr_folders; i++) {
		const struct saved_folder *folder = &kept->folders[i];

		g_hash_table_insert(kept->by_path,
				    (gpointer)(kept->paths + folder->path),
				    (gpointer)folder);
	}
	return kept;
}

void saved_listing_free(struct saved_listing *kept)
{
	if (!kept)
		return;
	if (kept->by_path)
		g_hash_table_destroy(kept->by_path);
	g_variant_unref(kept->value);
	g_free(kept);
}

const struct saved_folder *saved_listing_find(const struct saved_listing *kept,
					      const char *path)
{
	return kept ? g_hash_table_lookup(kept->by_path, path) : NULL;
}

const char *saved_listing_path(const struct saved_listing *kept, guint64 path)
{
	return kept->paths + path;
}

const struct saved_entry *saved_listing_entries(
	const struct saved_listing *kept, gsize *ret_nr)
{
	*ret_nr = kept->nr_entries;
	return kept->entries;
}

int entry_compare(const char *a, bool a_is_folder, const char *b,
		  bool b_is_folder)
{
	guchar left, right;

	while (*a && *a == *b) {
		a++;
		b++;
	}
	left = *a || !a_is_folder ? (guchar)*a : '/';
	right = *b || !b_is_folder ? (guchar)*b : '/';
	return (int)left - (int)right;
}

void saved_tables_init(struct saved_tables *tables)
{
	tables->folders =
		g_array_new(FALSE, FALSE, sizeof(struct saved_folder));
	tables->entries = g_array_new(FALSE, FALSE, sizeof(struct saved_entry));
	tables->paths = g_byte_array_new();
}

void saved_tables_release(struct saved_tables *tables)
{
	g_array_free(tables->folders, TRUE);
	g_array_free(tables->entries, TRUE);
	g_byte_array_unref(tables->paths);
}

guint64 saved_tables_add_path(struct saved_tables *tables, const char *path)
{
	guint64 at = tables->paths->len;

	g_byte_array_append(tables->paths, (const guint8 *)path,
			    (guint)strlen(path) + 1);
	return at;
}

static GVariant *pack_words(const GArray *table, gsize nr_words)
{
	return g_variant_new_fixed_array(G_VARIANT_TYPE_UINT64, table->data,
					 table->len * nr_words,
					 sizeof(guint64));
}

GVariant *saved_tables_pack(const struct saved_tables *tables)
{
	const struct saved_listing kept = {
		.folders = (const void *)tables->folders->data,
		.entries = (const void *)tables->entries->data,
		.paths = (const char *)tables->paths->data,
		.nr_folders = tables->folders->len,
		.nr_entries = tables->entries->len,
		.paths_length = tables->paths->len,
	};

	return g_variant_new("(t@at@at@ay)", sum_of(&kept),
			     pack_words(tables->folders, FOLDER_WORDS),
			     pack_words(tables->entries, ENTRY_WORDS),
			     g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE,
						       tables->paths->data,
						       tables->paths->len, 1));
}
