// SPDX-License-Identifier: GPL-2.0-only
/* From the reports of shards to outputs, as check.c goes there from jobs. */
#include "commands.h"

#include "base/session.h"
#include "elsewhere.h"
#include "findings/findings.h"
#include "options/options.h"
#include "output/output.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"
#include "shard/shard.h"

static void free_shard(gpointer shard)
{
	shard_free(shard);
}

/* All shards of a run, in order, owned; NULL with a problem recorded. */
static GPtrArray *read_shards(struct session *session,
			      const struct options *options)
{
	g_autoptr(GPtrArray) shards =
		g_ptr_array_new_with_free_func(free_shard);

	for (guint i = 0; i < options->reports->len; i++) {
		struct shard *shard = shard_read(
			session, g_ptr_array_index(options->reports, i));

		if (shard)
			g_ptr_array_add(shards, shard);
	}
	if (shards->len < options->reports->len ||
	    !shards_fit(session, shards, VMALINT_VERSION))
		return NULL;
	return g_steal_pointer(&shards);
}

/* False with a problem recorded. */
static bool join(struct session *session, const GPtrArray *shards,
		 struct report *report)
{
	for (guint i = 0; i < shards->len; i++) {
		const struct shard *shard = g_ptr_array_index(shards, i);

		if (!shard_give_report(session, shard, report))
			return false;
		/* They ran side by side: the slowest is what it took. */
		report->seconds = MAX(report->seconds, shard->seconds);
	}
	report_finish(report);
	return true;
}

static void triage_merged(struct session *session, struct options *options,
			  const GPtrArray *shards, struct report *report)
{
	const struct shard *first = g_ptr_array_index(shards, 0);
	const struct tree tree = { .root = shard_tree(first).root };
	g_autoptr(GHashTable) comments = triage_no_comments();
	const char *path = NULL;
	const char *text = NULL;

	for (guint i = 0; i < shards->len; i++)
		shard_give_comments(g_ptr_array_index(shards, i), comments);
	triage_report(session, options, &tree, comments, report);
	if (!options->triage.baseline && !options->triage.write_baseline) {
		text = shard_baseline(first, &path);
		options->triage.baseline = path;
	}
	triage_baseline(session, options, &tree, text, report);
}

static int write_merged(struct session *session, const struct options *options,
			const GPtrArray *shards, struct report *report)
{
	const struct shard *first = g_ptr_array_index(shards, 0);
	const struct shard_tree tree = shard_tree(first);
	g_autofree char *here =
		options->select.tree ?
			g_canonicalize_filename(options->select.tree, NULL) :
			g_strdup(tree.root);
	g_autoptr(GHashTable) arch_of =
		g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) arches = shard_arches(first);
	g_autoptr(GArray) rules = check_rules();
	const struct output_context context = {
		.root = here,
		.settings = options->triage.settings,
		.told = &options->arguments,
		.hides_lines = !elsewhere_is_tree(options, here),
		.tree_version = tree.version,
		.api = tree.api,
		.level = tree.level,
		.api_words = tree.api_words,
		.tool_version = VMALINT_VERSION,
		.libclang_version = first->libclang,
		.arches = arches,
		.rules = rules,
		.arch_of = arch_of,
	};

	for (guint i = 0; i < shards->len; i++)
		shard_give_arches(g_ptr_array_index(shards, i), arch_of);
	elsewhere_tell(session, "merge", options, here);
	return output_write(session, &options->output, &context, report);
}

int merge_run(struct session *session, const struct options *options)
{
	g_autoptr(GPtrArray) shards = read_shards(session, options);
	struct options told = *options;
	struct report report;
	int status;

	if (!shards)
		return output_failure(session, NULL);
	shard_give_options(g_ptr_array_index(shards, 0), &told);
	report_init(&report);
	if (join(session, shards, &report)) {
		triage_merged(session, &told, shards, &report);
		status = write_merged(session, &told, shards, &report);
	} else {
		status = output_failure(session, NULL);
	}
	report_release(&report);
	return status;
}
