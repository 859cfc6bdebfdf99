// SPDX-License-Identifier: GPL-2.0-only
/* The comments that allow something: merging needs no source then. */
#include "findings/comments.h"
#include "shard/packing.h"

static const char *const comment_words[] = {
	"line", "column", "first", "last", "macro", "rules", "reason", "text",
};
static const struct variant_names comment_names = { comment_words, NULL };

static const char *const comments_words[] = { "path", "list" };
static const struct variant_names *const comments_members[] = {
	NULL, &comment_names
};
const struct variant_names comments_names = { comments_words,
					      comments_members };

/* A macro has a name: "" says that there is none. */
static GVariant *pack_one(const struct suppression *comment)
{
	g_autoptr(GPtrArray) rules = g_ptr_array_new();

	for (char **rule = comment->rules; *rule; rule++)
		g_ptr_array_add(rules, *rule);
	return g_variant_new("(uuuu^ay@aay^ay^ay)", comment->line,
			     comment->column, comment->first, comment->last,
			     comment->macro ? comment->macro : "",
			     texts_pack(rules), comment->reason, comment->text);
}

static GVariant *pack_list(const GPtrArray *comments)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" COMMENT_TYPE));
	for (guint i = 0; i < comments->len; i++) {
		const struct suppression *comment =
			g_ptr_array_index(comments, i);

		/* Its finding travels; it allows nothing. */
		if (!comment->is_malformed)
			g_variant_builder_add_value(&list, pack_one(comment));
	}
	return g_variant_builder_end(&list);
}

static gint compare_paths(gconstpointer left, gconstpointer right,
			  gpointer context)
{
	(void)context;
	return g_strcmp0(left, right);
}

GVariant *comments_pack(GHashTable *comments)
{
	g_autoptr(GList) paths = comments ? g_hash_table_get_keys(comments) :
					    NULL;
	GVariantBuilder list;

	paths = g_list_sort_with_data(paths, compare_paths, NULL);
	g_variant_builder_init(&list, G_VARIANT_TYPE(COMMENTS_TYPE));
	for (const GList *path = paths; path; path = path->next) {
		const GPtrArray *found =
			g_hash_table_lookup(comments, path->data);

		if (found->len > 0)
			g_variant_builder_add(&list, "(^ay@a" COMMENT_TYPE ")",
					      path->data, pack_list(found));
	}
	return g_variant_builder_end(&list);
}

static char **take_rules(GVariant *value)
{
	GPtrArray *rules = g_ptr_array_new();
	GVariantIter iter;
	char *rule;

	g_variant_iter_init(&iter, value);
	while (g_variant_iter_next(&iter, "^ay", &rule))
		g_ptr_array_add(rules, rule);
	g_ptr_array_add(rules, NULL);
	return (char **)g_ptr_array_free(rules, FALSE);
}

static struct suppression *take_one(GVariant *value)
{
	struct suppression *comment = g_new0(struct suppression, 1);
	g_autoptr(GVariant) rules = NULL;

	g_variant_get(value, "(uuuu^ay@aay^ay^ay)", &comment->line,
		      &comment->column, &comment->first, &comment->last,
		      &comment->macro, &rules, &comment->reason,
		      &comment->text);
	if (!*comment->macro)
		g_clear_pointer(&comment->macro, g_free);
	comment->rules = take_rules(rules);
	return comment;
}

void comments_unpack(GVariant *value, GHashTable *comments)
{
	gsize nr_files = g_variant_n_children(value);

	for (gsize i = 0; i < nr_files; i++) {
		g_autoptr(GVariant) list = NULL;
		GPtrArray *found;
		const char *path;

		g_variant_get_child(value, i, "(^&ay@a" COMMENT_TYPE ")", &path,
				    &list);
		/* Two shards may have read the same header. */
		if (g_hash_table_contains(comments, path))
			continue;
		found = suppressions_new();
		for (gsize k = 0; k < g_variant_n_children(list); k++) {
			g_autoptr(GVariant) one =
				g_variant_get_child_value(list, k);

			g_ptr_array_add(found, take_one(one));
		}
		g_hash_table_insert(comments, g_strdup(path), found);
	}
}
