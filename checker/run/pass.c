// SPDX-License-Identifier: GPL-2.0-only
/* A pass from arguments to outputs: resolve, analyse in workers, write. */
#include "pass.h"

#include "base/run_stats.h"
#include "base/session.h"
#include "cache_folder.h"
#include "copies.h"
#include "dump.h"
#include "jobs.h"
#include "module_paths.h"
#include "options/module_here.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "rule.h"
#include "select/select.h"
#include "shadows.h"
#include "shard.h"
#include "unasked.h"
#include "unit_facts.h"

static void take_problems(struct session *session, const struct report *report)
{
	for (guint i = 0; i < report->problems->len; i++) {
		const struct report_problem *problem = &g_array_index(
			report->problems, struct report_problem, i);

		if (problem->weight == PROBLEM_INCOMPLETE)
			session_problem(session, problem->stage, problem->path,
					problem->line, "%s", problem->text);
		else
			session_notice(session, problem->stage, problem->path,
				       problem->line, "%s", problem->text);
	}
}

GArray *check_rules(void)
{
	GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct output_rule));

	for (size_t i = 0; i < nr_rules; i++) {
		struct output_rule rule = {
			.name = all_rules[i]->name,
			.summary = all_rules[i]->summary,
			.text = rule_text(all_rules[i]->name),
			.confidence = confidence_name(all_rules[i]->confidence),
			.severity = all_rules[i]->severity,
		};

		g_array_append_val(rules, rule);
	}
	return rules;
}

int check_pass_write(struct session *session, const struct options *options,
		     struct check_pass *pass, const char *scope)
{
	const char *base = module_base(options, pass->home);
	g_autoptr(GHashTable) arch_of = compile_job_arches(&pass->jobs);
	g_autoptr(GArray) rules = check_rules();
	g_autofree char *library = options_write_reports(&options->output) ?
					   parse_library_version() :
					   g_strdup("");
	const struct tree *tree = pass->jobs.tree;
	g_autofree char *api_words = tree_api_words(tree);
	const struct output_context context = {
		.is_own_run = true,
		.root = tree->root,
		.base = base,
		.tree_version = tree->version,
		.api = tree_api_name(tree->api),
		.level = tree->level,
		.api_words = api_words,
		.tool_version = VMALINT_VERSION,
		.libclang_version = library,
		.arches = pass->jobs.arches,
		.rules = rules,
		.arch_of = arch_of,
		.view = tree->view,
		.scope = scope,
		.shard = pass->shard,
		.settings = options->triage.settings,
		.told = &options->arguments,
		.is_part = options->run.shard_count > 0,
		.is_change = options->change.kind != CHANGE_NONE,
	};

	if (base)
		paths_from_module(session, tree->root, &pass->report, arch_of);
	pass->report.seconds =
		(double)(g_get_monotonic_time() - pass->started_us) /
		G_USEC_PER_SEC;
	return output_write(session, &options->output, &context, &pass->report);
}

void check_pass_init(struct check_pass *pass)
{
	*pass = (struct check_pass){ .started_us = g_get_monotonic_time() };
	report_init(&pass->report);
}

void check_pass_release(struct check_pass *pass)
{
	report_release(&pass->report);
	g_free(pass->home);
	g_free(pass->shard);
	compile_jobs_release(&pass->jobs);
	cache_folder_leave(pass->escape);
	g_free(pass->escaped);
}

struct arguments_request arguments_request_of(const struct options *options)
{
	return (struct arguments_request){
		.options = &options->arguments,
		.keep = &options->keep,
		.named = &options->select,
		.change = &options->change,
	};
}

static bool resolve(struct session *session, const struct options *options,
		    const struct selection *selection,
		    struct compile_jobs *ret_jobs)
{
	const struct arguments_request request = arguments_request_of(options);

	return compile_jobs_resolve(session, &request, selection, ret_jobs);
}

/* What the cache has no room for is made in a passing folder. */
static enum jobs_end run_elsewhere(struct session *session,
				   const struct options *options,
				   const struct selection *selection,
				   struct check_pass *pass, guint nr_problems)
{
	/* They were of a place that is given up. */
	g_array_set_size(session->problems, nr_problems);
	pass->escaped = g_new0(struct options, 1);
	pass->escape = cache_folder_fallback(session, options, pass->escaped);
	compile_jobs_release(&pass->jobs);
	pass->jobs = (struct compile_jobs){ 0 };
	if (!resolve(session, pass->escaped, selection, &pass->jobs))
		return JOBS_FAILED;
	return check_jobs_run(session, pass->escaped, &pass->jobs,
			      &pass->report);
}

static enum check_end run_jobs(struct session *session,
			       const struct options *options,
			       const struct selection *selection,
			       struct check_pass *pass)
{
	const guint nr_problems = session->problems->len;
	enum jobs_end end =
		check_jobs_run(session, options, &pass->jobs, &pass->report);

	if (end == JOBS_WITHOUT_HEADERS)
		end = run_elsewhere(session, options, selection, pass,
				    nr_problems);
	return end == JOBS_DONE ? CHECK_DONE : CHECK_FAILED;
}

enum check_end check_pass_run(struct session *session,
			      const struct options *options,
			      const struct selection *selection,
			      struct check_pass *pass)
{
	const struct analysis analysis = {
		.jobs = &pass->jobs,
		.options = options,
	};
	enum check_end end = CHECK_DONE;
	struct run_stats *stats = &pass->report.stats;
	gint64 at_us =
		run_stats_spend(stats, STATS_SELECT_US, pass->started_us);
	bool is_resolved = resolve(session, options, selection, &pass->jobs);

	run_stats_spend(stats, STATS_RESOLVE_US, at_us);
	pass->home =
		options_module_root(&options->select, selection->tree.root);
	pass->report.home = pass->home;
	if (is_resolved && options->run.shard_count > 0)
		check_shard_split(options, &pass->jobs);
	if (!is_resolved)
		end = CHECK_FAILED;
	else if (options->run.dump != DUMP_NONE)
		end = dump_write(session, &analysis) == 0 ? CHECK_DUMPED :
							    CHECK_FAILED;
	else if (!units_are_asked(options))
		units_leave(&pass->jobs, &pass->report);
	else if (pass->jobs.jobs->len > 0)
		end = run_jobs(session, options, selection, pass);
	if (end == CHECK_DONE) {
		at_us = g_get_monotonic_time();
		copies_check(options, &pass->jobs, &pass->report);
		shadows_check(options, selection, &pass->jobs, &pass->report);
		report_finish(&pass->report);
		take_problems(session, &pass->report);
		run_stats_spend(stats, STATS_TRIAGE_US, at_us);
	}
	return end;
}
