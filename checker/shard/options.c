// SPDX-License-Identifier: GPL-2.0-only
/* What the shards of one run must have been told alike. */
#include "options/options.h"

#include "base/text_file.h"
#include "shard/packing.h"

static const char *const severity_words[] = { "rule", "severity" };
static const struct variant_names severity_names = { severity_words, NULL };

static const char *const allowance_words[] = { "pattern", "line", "rules" };
static const struct variant_names allowance_names = { allowance_words, NULL };

static const char *const options_words[] = {
	"select",	"ignore",   "arch",	"paths",	   "branches",
	"config",	"build",    "sparse",	"no_suppressions", "fail_on",
	"min_coverage", "settings", "severity", "left_out",	   "allow",
};
static const struct variant_names *const options_members[] = {
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	&severity_names,
	NULL,
	&allowance_names,
};
const struct variant_names options_names = { options_words, options_members };

GVariant *texts_pack(const GPtrArray *texts)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("aay"));
	for (guint i = 0; i < texts->len; i++)
		g_variant_builder_add(&list, "^ay",
				      g_ptr_array_index(texts, i));
	return g_variant_builder_end(&list);
}

static gint compare_texts(gconstpointer left, gconstpointer right)
{
	return g_strcmp0(*(const char *const *)left,
			 *(const char *const *)right);
}

/* Two spellings of one list are the same. */
static GVariant *pack_sorted(const GPtrArray *texts)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();

	for (guint i = 0; i < texts->len; i++)
		g_ptr_array_add(sorted, texts->pdata[i]);
	g_ptr_array_sort(sorted, compare_texts);
	return texts_pack(sorted);
}

static GVariant *pack_severities(const struct options *options)
{
	g_autoptr(GPtrArray) rules = g_ptr_array_new();
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer rule;

	g_hash_table_iter_init(&iter, options->rules.severities);
	while (g_hash_table_iter_next(&iter, &rule, NULL))
		g_ptr_array_add(rules, rule);
	g_ptr_array_sort(rules, compare_texts);
	g_variant_builder_init(&list, G_VARIANT_TYPE("a(ayu)"));
	for (guint i = 0; i < rules->len; i++) {
		const char *name = g_ptr_array_index(rules, i);
		gpointer severity =
			g_hash_table_lookup(options->rules.severities, name);

		g_variant_builder_add(&list, "(^ayu)", name,
				      (guint32)GPOINTER_TO_INT(severity));
	}
	return g_variant_builder_end(&list);
}

static GVariant *pack_allowances(const struct options *options)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a(ayuaay)"));
	for (guint i = 0; i < options->triage.allowances->len; i++) {
		const struct allowance *one = &g_array_index(
			options->triage.allowances, struct allowance, i);

		g_variant_builder_add(&list, "(^ayu@aay)", one->pattern,
				      one->line, texts_pack(one->rules));
	}
	return g_variant_builder_end(&list);
}

/* Machines need not keep a file in the same place. */
static char *digest_file(const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = path ? text_file_read(path, &length, &reason) :
				       NULL;

	if (!text)
		return g_strdup(path ? reason : "");
	return g_compute_checksum_for_data(G_CHECKSUM_SHA256,
					   (const guchar *)text, length);
}

GVariant *options_pack(const struct options *options)
{
	g_autofree char *config = digest_file(options->arguments.config);

	return g_variant_new(
		"(@aay@aay@aaybu^ayb^aybud^ay@a(ayu)@aay@a(ayuaay))",
		pack_sorted(options->rules.select),
		pack_sorted(options->rules.ignore),
		pack_sorted(options->arguments.arches),
		options->select.paths->len > 0, (guint32)options->run.branches,
		config, options->arguments.build != NULL,
		options->run.sparse ? options->run.sparse : "",
		options->triage.no_suppressions,
		(guint32)options->output.fail_on,
		options->output.min_coverage_percent,
		options->triage.settings ? options->triage.settings : "",
		pack_severities(options),
		texts_pack(options->arguments.left_out),
		pack_allowances(options));
}

static const char *keep(struct options *options, const char *text)
{
	return g_string_chunk_insert_const(options->strings, text);
}

static void take_texts(struct options *options, GVariant *list,
		       GPtrArray *texts)
{
	GVariantIter iter;
	const char *text;

	g_variant_iter_init(&iter, list);
	while (g_variant_iter_next(&iter, "^&ay", &text))
		g_ptr_array_add(texts, (gpointer)keep(options, text));
}

static void take_severities(struct options *options, GVariant *list)
{
	GVariantIter iter;
	const char *rule;
	guint32 severity;

	g_variant_iter_init(&iter, list);
	while (g_variant_iter_next(&iter, "(^&ayu)", &rule, &severity))
		g_hash_table_insert(
			options->rules.severities,
			(gpointer)keep(options, rule),
			GINT_TO_POINTER(MIN(severity, SEVERITY_ERROR)));
}

static void take_allowances(struct options *options, GVariant *list)
{
	gsize nr_allowances = g_variant_n_children(list);

	for (gsize i = 0; i < nr_allowances; i++) {
		g_autoptr(GVariant) rules = NULL;
		struct allowance one = { .rules = g_ptr_array_new() };
		const char *pattern;

		g_variant_get_child(list, i, "(^&ayu@aay)", &pattern, &one.line,
				    &rules);
		one.pattern = keep(options, pattern);
		take_texts(options, rules, one.rules);
		g_array_append_val(options->triage.allowances, one);
	}
}

void options_unpack(GVariant *value, struct options *options)
{
	g_autoptr(GVariant) select = NULL, ignore = NULL, arches = NULL;
	g_autoptr(GVariant) severities = NULL, left_out = NULL;
	g_autoptr(GVariant) allowances = NULL;
	gboolean has_paths, has_build, no_suppressions;
	const char *config, *sparse, *settings;
	guint32 branches, fail_on;
	double coverage;

	g_variant_get(
		value, "(@aay@aay@aaybu^&ayb^&aybud^&ay@a(ayu)@aay@a(ayuaay))",
		&select, &ignore, &arches, &has_paths, &branches, &config,
		&has_build, &sparse, &no_suppressions, &fail_on, &coverage,
		&settings, &severities, &left_out, &allowances);
	take_texts(options, select, options->rules.select);
	take_texts(options, ignore, options->rules.ignore);
	take_texts(options, arches, options->arguments.arches);
	take_texts(options, left_out, options->arguments.left_out);
	take_severities(options, severities);
	take_allowances(options, allowances);
	options->triage.is_part = has_paths;
	options->triage.no_suppressions = no_suppressions;
	options->triage.settings = *settings ? keep(options, settings) : NULL;
	if (options->output.fail_on == FAIL_ON_AS_TOLD)
		options->output.fail_on =
			(enum fail_on)MIN(fail_on, FAIL_ON_NEVER);
	if (options->output.min_coverage_percent == COVERAGE_AS_TOLD)
		options->output.min_coverage_percent = coverage;
}
