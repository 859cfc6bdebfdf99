// SPDX-License-Identifier: GPL-2.0-only
/* A few units, of which the least recently used gives way. */
#include "warm_units.h"

#include <string.h>

#include "clang_handles.h"
#include "start.h"

/* One takes some 40 MiB over a precompiled header (6.12). */
enum { WARM_AT_MOST = 4 };

struct warm_unit {
	char *key;
	CXIndex index;
	CXTranslationUnit unit;
};

struct warm_units {
	GPtrArray *units; /* struct warm_unit *, the last one used is last */
	GHashTable *unshareable; /* char * */
};

static void warm_unit_free(gpointer data)
{
	struct warm_unit *one = data;

	unit_release_var(&one->unit);
	index_release_var(&one->index);
	g_free(one->key);
	g_free(one);
}

struct warm_units *warm_units_new(void)
{
	struct warm_units *kept = g_new0(struct warm_units, 1);

	kept->units = g_ptr_array_new_with_free_func(warm_unit_free);
	kept->unshareable =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return kept;
}

void warm_units_free(struct warm_units *kept)
{
	if (!kept)
		return;
	g_ptr_array_free(kept->units, TRUE);
	g_hash_table_destroy(kept->unshareable);
	g_free(kept);
}

void warm_units_note_unshareable(struct warm_units *kept, const char *source)
{
	g_hash_table_add(kept->unshareable, g_strdup(source));
}

bool warm_units_is_unshareable(const struct warm_units *kept,
			       const char *source)
{
	return g_hash_table_contains(kept->unshareable, source);
}

static char *key_of(const struct warm_request *request)
{
	GString *key = g_string_new(request->main_file);

	g_string_append_printf(key, "\n%s", request->variant);
	for (guint i = 0; i < request->arguments->len; i++)
		g_string_append_printf(
			key, "\n%s",
			(char *)g_ptr_array_index(request->arguments, i));
	return g_string_free(key, FALSE);
}

static struct warm_unit *take_kept(struct warm_units *kept, const char *key)
{
	for (guint i = 0; i < kept->units->len; i++) {
		const struct warm_unit *one = g_ptr_array_index(kept->units, i);

		if (strcmp(one->key, key) == 0)
			return g_ptr_array_steal_index(kept->units, i);
	}
	return NULL;
}

static bool parse_first(struct warm_unit *one,
			const struct warm_request *request)
{
	const struct start_request start = {
		.main_file = request->main_file,
		.arguments = request->arguments,
		.unsaved = request->unsaved,
		.options = CXTranslationUnit_PrecompiledPreamble |
			   CXTranslationUnit_CreatePreambleOnFirstParse,
	};

	/* The preamble has declarations of headers alone: none to visit. */
	one->index = clang_createIndex(1, 0);
	return start_unit(one->index, &start, &one->unit) == CXError_Success;
}

static bool parse_again(struct warm_unit *one,
			const struct warm_request *request)
{
	return clang_reparseTranslationUnit(
		       one->unit, request->unsaved->len,
		       (struct CXUnsavedFile *)(void *)request->unsaved->data,
		       CXReparse_None) == 0;
}

CXTranslationUnit warm_unit_for(struct warm_units *kept,
				const struct warm_request *request)
{
	g_autofree char *key = key_of(request);
	struct warm_unit *one = take_kept(kept, key);
	bool is_good;

	if (one) {
		is_good = parse_again(one, request);
	} else {
		one = g_new0(struct warm_unit, 1);
		one->key = g_steal_pointer(&key);
		is_good = parse_first(one, request);
	}
	if (!is_good) {
		/* After a failure the unit is only good to be disposed of. */
		warm_unit_free(one);
		return NULL;
	}
	g_ptr_array_add(kept->units, one);
	if (kept->units->len > WARM_AT_MOST)
		g_ptr_array_remove_index(kept->units, 0);
	return one->unit;
}
