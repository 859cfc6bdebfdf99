// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint config`: what a check would go by, with its origins. */
#include "commands.h"

#include <glib.h>
#include <stdbool.h>

#include "base/session.h"
#include "options/options.h"
#include "output/output.h"
#include "rule.h"
#include "run/cache_folder.h"

/* Wide enough for most values; longer ones push the origin to the right. */
enum { NAME_COLUMNS = 20, VALUE_COLUMNS = 26 };

struct config_text {
	const struct options *options;
	GString *text;
};

static void add(struct config_text *listing, const char *name,
		const char *value, const char *origin)
{
	g_string_append_printf(listing->text, "  %-*s %-*s %s\n", NAME_COLUMNS,
			       name, VALUE_COLUMNS, value, origin);
}

/* What an option is, or what it is by default where it holds nothing. */
static void add_option(struct config_text *listing, const char *name,
		       const char *value, const char *otherwise)
{
	add(listing, name, value && *value ? value : otherwise,
	    options_origin(listing->options, name));
}

static void add_list(struct config_text *listing, const char *name,
		     const GPtrArray *words, const char *otherwise)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	g_autofree char *text = NULL;

	if (words->len == nr_rules)
		g_ptr_array_add(all, (gpointer) "all");
	for (guint i = 0; words->len < nr_rules && i < words->len; i++)
		g_ptr_array_add(all, g_ptr_array_index(words, i));
	g_ptr_array_add(all, NULL);
	text = g_strjoinv(", ", (char **)all->pdata);
	add_option(listing, name, text, otherwise);
}

static const char *fail_on_name(const struct options *options)
{
	return options->output.fail_on == FAIL_ON_NEVER ?
		       "never" :
		       severity_name((enum severity)options->output.fail_on);
}

static void add_check(struct config_text *listing)
{
	const struct options *options = listing->options;
	g_autofree char *coverage =
		options->output.min_coverage_percent < 0 ?
			g_strdup("errors may hide few") :
			g_strdup_printf("%g",
					options->output.min_coverage_percent);
	g_autofree char *jobs = g_strdup_printf("%u", options->run.jobs);
	g_autofree char *timeout =
		g_strdup_printf("%u", options->run.timeout_seconds);

	g_string_append(listing->text, "check:\n");
	add_list(listing, "arch", options->arguments.arches, "all");
	add_list(listing, "select", options->rules.select, "all but notes");
	add_list(listing, "ignore", options->rules.ignore, "none");
	add_option(listing, "fail-on", fail_on_name(options), "");
	add_option(listing, "min-coverage", coverage, "");
	add_option(listing, "baseline", options->triage.baseline, "none");
	add_list(listing, "cflags", options->arguments.cflags, "none");
	add_option(listing, "tree", options->select.tree, "found upwards");
	add_option(listing, "config", options->arguments.config,
		   "made from Kconfig");
	add_option(listing, "build", options->arguments.build, "none");
	add_option(listing, "jobs", jobs, "");
	add_option(listing, "timeout", timeout, "");
}

static void add_cache(struct session *session, struct config_text *listing)
{
	const char *refusal = cache_folder_refusal(listing->options);

	if (refusal)
		add(listing, "cache-dir", "none", refusal);
	else
		add_option(listing, "cache-dir",
			   cache_folder_find(session, listing->options), "");
}

static void add_rules(struct config_text *listing)
{
	g_string_append(listing->text, "rules:\n");
	for (size_t i = 0; i < nr_rules; i++) {
		const struct rule *rule = all_rules[i];
		const enum severity severity = options_severity(
			&listing->options->rules, rule->name, rule->severity);
		g_autofree char *value = g_strdup_printf(
			"%s%s", severity_name(severity),
			options_enable(&listing->options->rules, rule->name,
				       rule->severity) ?
				"" :
				", off");

		add(listing, rule->name, value,
		    options_origin(listing->options, rule->name));
	}
}

static void add_paths(struct config_text *listing)
{
	const struct options *options = listing->options;

	for (guint i = 0; i < options->arguments.left_out->len; i++) {
		g_autofree char *origin =
			g_strdup_printf("%s:%u", options->triage.settings,
					options->arguments.left_out_line);

		if (i == 0)
			g_string_append(listing->text, "left out:\n");
		add(listing, g_ptr_array_index(options->arguments.left_out, i),
		    "", origin);
	}
	for (guint i = 0; i < options->triage.allowances->len; i++) {
		const struct allowance *one = &g_array_index(
			options->triage.allowances, struct allowance, i);
		g_autofree char *origin = g_strdup_printf(
			"%s:%u", options->triage.settings, one->line);

		if (i == 0)
			g_string_append(listing->text, "allowed:\n");
		for (guint rule = 0; rule < one->rules->len; rule++)
			add(listing, one->pattern,
			    g_ptr_array_index(one->rules, rule), origin);
	}
}

int config_run(struct session *session, const struct options *options)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct config_text listing = { options, text };

	g_string_append_printf(
		text, "settings: %s\n",
		options->triage.settings ? options->triage.settings : "none");
	add_check(&listing);
	add_cache(session, &listing);
	add_rules(&listing);
	add_paths(&listing);
	return output_text(session, text->str);
}
