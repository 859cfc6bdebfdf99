// SPDX-License-Identifier: GPL-2.0-only
/*
 * The key of a job holds all that its result depends on besides files: the
 * program, libclang, the rules, the arguments, what is known of the tree. What
 * is in the files is up to the cache.
 */
#include "results.h"

#include <string.h>

#include "arguments/arguments.h"
#include "arguments/parts.h"
#include "base/session.h"
#include "base/sort.h"
#include "findings/findings.h"
#include "keep/keep.h"
#include "keep/looks.h"
#include "keep/stamps.h"
#include "options/options.h"
#include "program_identity.h"
#include "rule.h"
#include "select/select.h"

struct results {
	struct cache *cache;
	const struct compile_jobs *jobs;
	char *common; /* digest of what all keys of a run share */
	char *system; /* of what programs find outside of the tree */
};

static void add_text(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

static void add_number(GChecksum *sum, guint64 number)
{
	g_checksum_update(sum, (const guchar *)&number, sizeof(number));
}

static char *finish(GChecksum *sum)
{
	char *text = g_strdup(g_checksum_get_string(sum));

	g_checksum_free(sum);
	return text;
}

static void add_rules(GChecksum *sum, const struct rules_options *options)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (options_enable(options, all_rules[i]->name,
				   all_rules[i]->severity))
			add_text(sum, all_rules[i]->name);
	}
}

static void add_tree(GChecksum *sum, const struct tree *tree)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	GHashTableIter iter;
	gpointer name;

	add_text(sum, tree->root);
	add_text(sum, tree->version);
	add_number(sum, tree->api);
	add_number(sum, tree->level);
	g_hash_table_iter_init(&iter, tree->names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(names, name);
	sort_strings(names);
	for (guint i = 0; i < names->len; i++)
		add_text(sum, g_ptr_array_index(names, i));
}

/* What clang takes from its environment. */
static void add_environment(GChecksum *sum)
{
	static const char *const names[] = {
		"CPATH",
		"C_INCLUDE_PATH",
		"CCC_OVERRIDE_OPTIONS",
		"SYSROOT",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *value = g_getenv(names[i]);

		add_text(sum, value ? value : "");
	}
}

static char *digest_common(const struct options *options,
			   const struct compile_jobs *jobs, const char *layout)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *program = program_identity(options->keep.dir);

	add_text(sum, program);
	add_environment(sum);
	add_rules(sum, &options->rules);
	add_number(sum, options->run.branches);
	add_tree(sum, jobs->tree);
	add_text(sum, layout);
	for (guint i = 0; i < jobs->targets->len; i++)
		add_text(sum,
			 g_array_index(jobs->targets, struct compile_target, i)
				 .folder);
	for (guint i = 0; i < jobs->overlays->len; i++) {
		const struct overlay *overlay =
			&g_array_index(jobs->overlays, struct overlay, i);

		add_text(sum, overlay->path);
		g_checksum_update(sum, (const guchar *)overlay->text,
				  (gssize)overlay->length);
	}
	return finish(sum);
}

/* A package that is installed changes what programs may include. */
static char *digest_system(void)
{
	static const char *const folders[] = {
		"/usr/include",
		"/usr/include/linux",
		"/usr/include/sys",
		"/usr/local/include",
		"/usr/include/x86_64-linux-gnu",
		"/usr/include/x86_64-linux-gnu/sys",
		"/usr/include/aarch64-linux-gnu",
	};
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		struct stamp stamp = stamp_of(folders[i]);

		add_number(sum, (guint64)stamp.modified_ns);
		add_number(sum, (guint64)stamp.changed_ns);
	}
	return finish(sum);
}

/* What a program is made of besides files that are there. */
static void add_program(GChecksum *sum, const struct compile_jobs *jobs,
			const struct compile_job *job)
{
	g_autoptr(GArray) made = compile_made_headers(jobs, job, job->target);

	add_text(sum, job->user ? job->user : "");
	for (guint i = 0; i < made->len; i++) {
		const struct made_text *header =
			&g_array_index(made, struct made_text, i);

		add_text(sum, header->path);
		add_text(sum, header->text);
	}
}

/* NULL if it cannot be told what the job depends on. */
static char *key_of(const struct results *results,
		    const struct compile_job *job)
{
	const struct compile_target *target = &g_array_index(
		results->jobs->targets, struct compile_target, job->target);
	g_autoptr(GPtrArray) arguments = NULL;
	const GArray *lines = job->file->lines;
	GChecksum *sum;

	/* Beside a module there may be headers that the layout has not. */
	if (!target->digest || g_path_is_absolute(job->file->path))
		return NULL;
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	arguments = compile_arguments(results->jobs, job, job->target);
	add_text(sum, results->common);
	add_text(sum, job->is_program ? results->system : "");
	add_text(sum, target->digest);
	add_number(sum, job->target);
	add_text(sum, job->file->path);
	add_text(sum, job->source);
	add_text(sum, job->arch);
	add_number(sum, (guint64)job->is_program << 3 |
				(guint64)job->is_bpf << 2 |
				(guint64)job->file->is_header << 1 |
				(guint64)job->file->declares_vma);
	add_program(sum, results->jobs, job);
	g_checksum_update(sum, (const guchar *)lines->data,
			  (gssize)(lines->len * sizeof(guint32)));
	for (guint i = 0; i < arguments->len; i++)
		add_text(sum, g_ptr_array_index(arguments, i));
	return finish(sum);
}

struct results *results_open(struct session *session,
			     const struct options *options,
			     const struct compile_jobs *jobs,
			     const char *layout)
{
	struct results *results;
	struct cache *cache;

	if (options->keep.is_off || options->run.sparse || jobs->tree->view ||
	    jobs->build || options->arguments.by_make->len > 0)
		return NULL;
	cache = cache_open(session, options->keep.dir, options->keep.size);
	if (!cache)
		return NULL;
	results = g_new0(struct results, 1);
	results->cache = cache;
	results->jobs = jobs;
	results->common = digest_common(options, jobs, layout);
	results->system = digest_system();
	return results;
}

void results_close(struct results *results)
{
	if (!results)
		return;
	cache_close(results->cache);
	g_free(results->common);
	g_free(results->system);
	g_free(results);
}

GVariant *results_find(struct results *results, const struct compile_job *job)
{
	g_autofree char *key = results ? key_of(results, job) : NULL;
	g_autoptr(GBytes) bytes = NULL;

	if (!key)
		return NULL;
	bytes = cache_find(results->cache, key);
	if (!bytes)
		return NULL;
	return g_variant_ref_sink(g_variant_new_from_bytes(
		G_VARIANT_TYPE(report_variant_type()), bytes, FALSE));
}

guint results_cost_ms(struct results *results, const struct compile_job *job)
{
	return results ? cache_cost_ms(results->cache, job->source) : 0;
}

/* struct cache_input, with paths of the value; NULL: not to be kept. */
static GArray *inputs_of(GVariant *inputs)
{
	GArray *files = g_array_new(FALSE, FALSE, sizeof(struct cache_input));
	g_autoptr(GVariant) list = g_variant_get_child_value(inputs, 1);
	struct cache_input file;
	gboolean is_temporary;
	GVariantIter iter;

	g_variant_iter_init(&iter, list);
	while (stamps_next(&iter, &file.path, &file.stamp))
		g_array_append_val(files, file);
	g_variant_get_child(inputs, 0, "b", &is_temporary);
	if (!is_temporary)
		return files;
	g_array_unref(files);
	return NULL;
}

/* struct cache_look, with paths of the value. */
static GArray *looks_of(GVariant *inputs)
{
	GArray *looks = g_array_new(FALSE, FALSE, sizeof(struct cache_look));
	g_autoptr(GVariant) list = g_variant_get_child_value(inputs, 2);
	struct cache_look look;
	GVariantIter iter;

	g_variant_iter_init(&iter, list);
	while (looks_next(&iter, &look.path, &look.look))
		g_array_append_val(looks, look);
	return looks;
}

void results_keep(struct results *results, const struct compile_job *job,
		  GVariant *report, guint cost_ms)
{
	g_autofree char *key = results ? key_of(results, job) : NULL;
	g_autoptr(GVariant) inputs =
		g_variant_get_child_value(report, REPORT_VARIANT_INPUTS);
	g_autoptr(GArray) files = key ? inputs_of(inputs) : NULL;
	g_autoptr(GArray) looks = files ? looks_of(inputs) : NULL;
	g_autoptr(GVariant) kept = NULL;
	g_autoptr(GBytes) bytes = NULL;
	struct cache_result result = {
		.key = key,
		.name = job->source,
		.inputs = files,
		.looks = looks,
		.cost_ms = cost_ms,
	};

	if (!looks)
		return;
	kept = report_variant_without_inputs(report);
	bytes = g_variant_get_data_as_bytes(kept);
	result.report = bytes;
	cache_add(results->cache, &result);
}
