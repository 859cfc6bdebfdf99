// SPDX-License-Identifier: GPL-2.0-only
/* Packs what a shard has to tell, and takes it apart again. */
#include "base/session.h"
#include "base/text_file.h"
#include "findings/findings.h"
#include "options/options.h"
#include "shard/json.h"
#include "shard/layout.h"
#include "shard/packing.h"
#include "shard/shard.h"

static const char *const tree_words[] = { "digest", "root",  "version",
					  "api",    "level", "api_words" };
static const struct variant_names tree_names = { tree_words, NULL };

static const char *const file_words[] = { "path", "arch" };
static const struct variant_names file_names = { file_words, NULL };

static const char *const baseline_words[] = { "path", "is_read", "text" };
static const struct variant_names baseline_names = { baseline_words, NULL };

static const char *const problem_words[] = { "stage", "path", "line", "text",
					     "weight" };
static const struct variant_names problem_names = { problem_words, NULL };

static const char *const shard_words[NR_SHARD_PARTS] = {
	[SHARD_INDEX] = "index",       [SHARD_COUNT] = "count",
	[SHARD_TREE] = "tree",	       [SHARD_OPTIONS] = "options",
	[SHARD_BASELINE] = "baseline", [SHARD_ARCHES] = "arches",
	[SHARD_FILES] = "files",       [SHARD_COMMENTS] = "comments",
	[SHARD_PROBLEMS] = "problems", [SHARD_REPORT] = "report",
};
static const struct variant_names *const shard_members[NR_SHARD_PARTS] = {
	[SHARD_TREE] = &tree_names,
	[SHARD_OPTIONS] = &options_names,
	[SHARD_BASELINE] = &baseline_names,
	[SHARD_FILES] = &file_names,
	[SHARD_COMMENTS] = &comments_names,
	[SHARD_PROBLEMS] = &problem_names,
	[SHARD_REPORT] = &report_variant_names,
};
const struct variant_names shard_names = { shard_words, shard_members };

static GVariant *pack_tree(const struct shard_tree *tree)
{
	return g_variant_new("(^ay^ay^ay^ayu^ay)", tree->digest, tree->root,
			     tree->version, tree->api, tree->level,
			     tree->api_words);
}

static GVariant *pack_baseline(const char *path)
{
	gsize length = 0;
	g_autofree char *text = path ? text_file_read(path, &length, NULL) :
				       NULL;

	return g_variant_new("(^ayb^ay)", path ? path : "", text != NULL,
			     text ? text : "");
}

static gint compare_paths(gconstpointer left, gconstpointer right)
{
	return g_strcmp0(left, right);
}

static GVariant *pack_files(GHashTable *arch_of)
{
	g_autoptr(GList) paths = g_hash_table_get_keys(arch_of);
	GVariantBuilder list;

	paths = g_list_sort(paths, compare_paths);
	g_variant_builder_init(&list, G_VARIANT_TYPE(SHARD_FILES_TYPE));
	for (const GList *path = paths; path; path = path->next)
		g_variant_builder_add(&list, "(^ay^ay)", path->data,
				      g_hash_table_lookup(arch_of, path->data));
	return g_variant_builder_end(&list);
}

static gint compare_problems(gconstpointer left, gconstpointer right)
{
	const struct problem *a = *(const struct problem *const *)left;
	const struct problem *b = *(const struct problem *const *)right;
	int order = g_strcmp0(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = g_strcmp0(a->stage, b->stage);
	return order ? order : g_strcmp0(a->text, b->text);
}

static GVariant *pack_problems(const struct session *session)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	GVariantBuilder list;

	for (guint i = 0; i < session->problems->len; i++)
		g_ptr_array_add(sorted, &g_array_index(session->problems,
						       struct problem, i));
	g_ptr_array_sort(sorted, compare_problems);
	g_variant_builder_init(&list, G_VARIANT_TYPE(SHARD_PROBLEMS_TYPE));
	for (guint i = 0; i < sorted->len; i++) {
		const struct problem *problem = g_ptr_array_index(sorted, i);

		g_variant_builder_add(&list, "(^ay^ayu^ayu)", problem->stage,
				      problem->path, problem->line,
				      problem->text, (guint32)problem->weight);
	}
	return g_variant_builder_end(&list);
}

GVariant *shard_pack(const struct shard_content *content)
{
	GVariant *parts[NR_SHARD_PARTS] = {
		[SHARD_INDEX] =
			g_variant_new_uint32(content->options->run.shard_index),
		[SHARD_COUNT] =
			g_variant_new_uint32(content->options->run.shard_count),
		[SHARD_TREE] = pack_tree(&content->tree),
		[SHARD_OPTIONS] = options_pack(content->options),
		[SHARD_BASELINE] =
			pack_baseline(content->options->triage.baseline),
		[SHARD_ARCHES] = texts_pack(content->arches),
		[SHARD_FILES] = pack_files(content->arch_of),
		[SHARD_COMMENTS] = comments_pack(content->comments),
		[SHARD_PROBLEMS] = pack_problems(content->session),
	};
	g_autoptr(GVariant) report = report_to_portable(content->report);

	parts[SHARD_REPORT] = report;
	return g_variant_ref_sink(g_variant_new_tuple(parts, NR_SHARD_PARTS));
}

char *shard_to_json(GVariant *packed)
{
	json_auto_t *node = variant_to_json(packed, &shard_names);

	return json_dumps(node, JSON_COMPACT);
}

static GVariant *part_of(const struct shard *shard, enum shard_part part)
{
	return g_variant_get_child_value(shard->packed, part);
}

void shard_give_options(const struct shard *shard, struct options *options)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_OPTIONS);

	options_unpack(value, options);
}

struct shard_tree shard_tree(const struct shard *shard)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_TREE);
	struct shard_tree tree;

	g_variant_get(value, "(^&ay^&ay^&ay^&ayu^&ay)", &tree.digest,
		      &tree.root, &tree.version, &tree.api, &tree.level,
		      &tree.api_words);
	return tree;
}

GPtrArray *shard_arches(const struct shard *shard)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_ARCHES);
	GPtrArray *arches = g_ptr_array_new();
	GVariantIter iter;
	const char *arch;

	g_variant_iter_init(&iter, value);
	while (g_variant_iter_next(&iter, "^&ay", &arch))
		g_ptr_array_add(arches, (gpointer)arch);
	return arches;
}

void shard_give_arches(const struct shard *shard, GHashTable *arch_of)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_FILES);
	const char *path, *arch;
	GVariantIter iter;

	g_variant_iter_init(&iter, value);
	while (g_variant_iter_next(&iter, "(^&ay^&ay)", &path, &arch))
		g_hash_table_insert(arch_of, (gpointer)path, (gpointer)arch);
}

static bool has_problem(const struct session *session,
			const struct problem *problem)
{
	for (guint i = 0; i < session->problems->len; i++) {
		const struct problem *known =
			&g_array_index(session->problems, struct problem, i);

		if (!compare_problems(&known, &problem) &&
		    known->weight == problem->weight)
			return true;
	}
	return false;
}

/* Each shard meets what concerns all of them; that is one problem. */
static void give_problem(struct session *session, const struct problem *problem)
{
	if (has_problem(session, problem))
		return;
	if (problem->weight == PROBLEM_NOTED)
		session_notice(session, problem->stage, problem->path,
			       problem->line, "%s", problem->text);
	else
		session_problem(session, problem->stage, problem->path,
				problem->line, "%s", problem->text);
}

bool shard_give_report(struct session *session, const struct shard *shard,
		       struct report *report)
{
	g_autoptr(GVariant) found = part_of(shard, SHARD_REPORT);
	g_autoptr(GVariant) problems = part_of(shard, SHARD_PROBLEMS);
	struct problem problem;
	GVariantIter iter;
	guint32 weight;

	if (!report_merge_portable(report, found)) {
		session_problem(session, "merge", shard->path, 0,
				"shard.report says what cannot be: a line 0, a "
				"path out of the tree, an unknown number");
		return false;
	}
	g_variant_iter_init(&iter, problems);
	while (g_variant_iter_next(&iter, "(^&ay^&ayu^&ayu)", &problem.stage,
				   &problem.path, &problem.line, &problem.text,
				   &weight)) {
		problem.weight = weight == PROBLEM_NOTED ? PROBLEM_NOTED :
							   PROBLEM_INCOMPLETE;
		give_problem(session, &problem);
	}
	return true;
}

void shard_give_comments(const struct shard *shard, GHashTable *comments)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_COMMENTS);

	comments_unpack(value, comments);
}

const char *shard_baseline(const struct shard *shard, const char **ret_path)
{
	g_autoptr(GVariant) value = part_of(shard, SHARD_BASELINE);
	const char *path, *text;
	gboolean is_read;

	g_variant_get(value, "(^&ayb^&ay)", &path, &is_read, &text);
	*ret_path = *path ? path : NULL;
	return *path && is_read ? text : NULL;
}
