// SPDX-License-Identifier: GPL-2.0-only
/*
 * A shard knows all jobs of the run and does its own. What it has found is
 * packed before comments, settings and a baseline drop anything of it: what
 * they say of all findings is for who sees all of them.
 */
#include "shard.h"

#include <string.h>

#include "arguments/arguments.h"
#include "arguments/job_cost.h"
#include "base/session.h"
#include "base/text_file.h"
#include "findings/findings.h"
#include "options/options.h"
#include "pass.h"
#include "select/select.h"
#include "shard/shard.h"
#include "triage.h"

/* Only the targets of our own jobs are to be prepared. */
static void set_wanted(struct compile_jobs *jobs)
{
	for (guint i = 0; i < jobs->targets->len; i++)
		g_array_index(jobs->targets, struct compile_target, i)
			.is_wanted = false;
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (!job->is_elsewhere && !job->skip_reason)
			g_array_index(jobs->targets, struct compile_target,
				      job->target)
				.is_wanted = true;
	}
}

void check_shard_split(const struct options *options, struct compile_jobs *jobs)
{
	guint nr_jobs = jobs->jobs->len;
	g_autofree struct shard_cost *costs =
		g_new0(struct shard_cost, nr_jobs + 1);
	g_autofree guint *owners = NULL;

	for (guint i = 0; i < nr_jobs; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		costs[i] = (struct shard_cost){
			.path = job->file->path,
			.target = job->target,
			.cost_ms = job_cost_ms(job),
		};
	}
	owners = shard_split(costs, nr_jobs, options->run.shard_count);
	for (guint i = 0; i < nr_jobs; i++)
		g_array_index(jobs->jobs, struct compile_job, i).is_elsewhere =
			owners[i] != options->run.shard_index;
	set_wanted(jobs);
}

static void add_text(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

static void add_number(GChecksum *sum, guint64 number)
{
	guint64 bytes = GUINT64_TO_LE(number);

	g_checksum_update(sum, (const guchar *)&bytes, sizeof(bytes));
}

static void add_file(GChecksum *sum, const struct compile_job *job)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(job->source, &length, NULL);
	const GArray *lines = job->file->lines;

	add_text(sum, job->file->path);
	add_text(sum, job->arch);
	add_number(sum, lines->len);
	for (guint i = 0; i < lines->len; i++)
		add_number(sum, g_array_index(lines, guint32, i));
	add_number(sum, length);
	if (text)
		g_checksum_update(sum, (const guchar *)text, (gssize)length);
}

static gint compare_names(gconstpointer left, gconstpointer right)
{
	return g_strcmp0(left, right);
}

/* Of what all shards must see alike, wherever they see it. */
static char *digest_tree(struct compile_jobs *jobs)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GList) names = g_hash_table_get_keys(jobs->tree->names);
	g_autofree char *layout = compile_layout(jobs);

	names = g_list_sort(names, compare_names);
	for (const GList *name = names; name; name = name->next)
		add_text(sum, name->data);
	add_text(sum, jobs->tree->version);
	add_text(sum, layout);
	for (guint i = 0; i < jobs->jobs->len; i++)
		add_file(sum,
			 &g_array_index(jobs->jobs, struct compile_job, i));
	return g_strdup(g_checksum_get_string(sum));
}

static char *pack(const struct session *session, const struct options *options,
		  struct check_pass *pass, GHashTable *comments)
{
	const struct tree *tree = pass->jobs.tree;
	g_autoptr(GHashTable) arch_of = compile_job_arches(&pass->jobs);
	g_autofree char *api_words = tree_api_words(tree);
	g_autofree char *digest = digest_tree(&pass->jobs);
	const struct shard_content content = {
		.options = options,
		.session = session,
		.report = &pass->report,
		.tree = {
			.digest = digest,
			.root = tree->root,
			.version = tree->version,
			.api = tree_api_name(tree->api),
			.level = tree->level,
			.api_words = api_words,
		},
		.arches = pass->jobs.arches,
		.arch_of = arch_of,
		.comments = comments,
	};
	g_autoptr(GVariant) packed = shard_pack(&content);

	return shard_to_json(packed);
}

void check_shard_triage(struct session *session, const struct options *options,
			struct check_pass *pass)
{
	g_autoptr(GHashTable) comments =
		triage_comments(options, pass->jobs.tree, &pass->report);
	struct session unheard;

	pass->shard = pack(session, options, pass, comments);
	/* What is of no use here may be of use to another shard. */
	session_init(&unheard);
	triage_report(&unheard, options, pass->jobs.tree, comments,
		      &pass->report);
	session_release(&unheard);
}
