// SPDX-License-Identifier: GPL-2.0-only
/* Keeps what rules have made as a GVariant beside the headers. */
#include "made_list.h"

#include <stdbool.h>

#include "arguments/generated_includes.h"
#include "kbuild_rules.h"
#include "keep/variant_file.h"

/*
 * Name, Kbuild file, recipe and line of each header, and whether it was
 * understood.
 */
#define MADE_TYPE "a(ayayayub)"
#define MADE_NAME "made"

/* What was made of a folder; of MADE_TYPE; NULL if that is not known. */
static GVariant *read_made(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, MADE_NAME, NULL);

	return variant_file_read(path, MADE_TYPE);
}

/* The header of one entry; true if it was understood. */
static bool made_rule(GVariant *made, gsize index, struct kbuild_rule *ret_rule)
{
	gboolean is_understood;

	g_variant_get_child(made, index, "(^&ay^&ay^&ayub)", &ret_rule->target,
			    &ret_rule->path, &ret_rule->recipe, &ret_rule->line,
			    &is_understood);
	return is_understood;
}

static void unknown_free(gpointer data)
{
	struct unknown_header *unknown = data;

	g_free(unknown->rule);
	g_free(unknown->recipe);
	g_free(unknown);
}

GHashTable *unknown_headers_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     unknown_free);
}

void unknown_headers_add(GHashTable *headers, const char *folder,
			 const struct kbuild_rule *rule)
{
	struct unknown_header *unknown = g_new0(struct unknown_header, 1);

	unknown->rule = g_strdup(rule->path);
	unknown->recipe = g_strdup(rule->recipe);
	unknown->line = rule->line;
	g_hash_table_insert(
		headers, g_build_filename(folder, rule->target, NULL), unknown);
}

void unknown_headers_load(const char *folder, GHashTable *headers)
{
	g_autoptr(GVariant) made = read_made(folder);
	const gsize nr = made ? g_variant_n_children(made) : 0;

	for (gsize i = 0; i < nr; i++) {
		struct kbuild_rule rule;

		if (!made_rule(made, i, &rule))
			unknown_headers_add(headers, folder, &rule);
	}
}

GHashTable *made_list_paths(const char *folder)
{
	g_autoptr(GVariant) made = read_made(folder);
	GHashTable *paths =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const gsize nr = made ? g_variant_n_children(made) : 0;

	for (gsize i = 0; i < nr; i++) {
		struct kbuild_rule rule;

		made_rule(made, i, &rule);
		g_hash_table_add(paths,
				 g_build_filename(folder, rule.target, NULL));
	}
	return paths;
}

void made_list_init(GVariantBuilder *list)
{
	g_variant_builder_init(list, G_VARIANT_TYPE(MADE_TYPE));
}

void made_list_add(GVariantBuilder *list, const struct kbuild_rule *rule,
		   bool is_understood)
{
	g_variant_builder_add(list, "(^ay^ay^ayub)", rule->target, rule->path,
			      rule->recipe, rule->line, is_understood);
}

bool made_list_write(const char *folder, GVariantBuilder *list)
{
	g_autofree char *path = g_build_filename(folder, MADE_NAME, NULL);
	g_autoptr(GVariant) value =
		g_variant_ref_sink(g_variant_builder_end(list));

	return variant_file_write(path, value);
}
