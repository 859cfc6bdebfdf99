// SPDX-License-Identifier: GPL-2.0-only
/* Applies suppressions, allowances, severities and baselines to a report. */
#include "triage.h"

#include <string.h>

#include "base/name.h"
#include "base/session.h"
#include "findings/comments.h"
#include "findings/findings.h"
#include "findings/known.h"
#include "options/options.h"
#include "rule.h"
#include "select/select.h"

/* The allowances of the settings, and which of them were of use. */
struct allowances {
	const GArray *all; /* struct allowance */
	guint8 *is_used;
};

static bool is_enabled(const void *context, const char *name)
{
	const struct rule *rule = rule_find(name);

	return rule && options_enable(context, name, rule->severity);
}

static bool is_not_allowed(void *context, const struct finding *finding)
{
	const struct allowances *allowances = context;
	const GArray *all = allowances->all;
	bool is_allowed = false;

	for (guint i = 0; i < all->len; i++) {
		const struct allowance *one =
			&g_array_index(all, struct allowance, i);

		if (!options_path_fits(one->pattern, finding->at.path) ||
		    !g_ptr_array_find_with_equal_func(one->rules, finding->rule,
						      g_str_equal, NULL))
			continue;
		allowances->is_used[i] = 1;
		is_allowed = true;
	}
	return !is_allowed;
}

static void apply_allowances(struct session *session,
			     const struct options *options,
			     struct report *report)
{
	const GArray *all = options->triage.allowances;
	g_autofree guint8 *is_used = g_new0(guint8, all->len + 1);
	struct allowances allowances = { all, is_used };

	report->suppressed += report_keep(report, is_not_allowed, &allowances);
	for (guint i = 0; options_are_whole(options) && i < all->len; i++) {
		const struct allowance *one =
			&g_array_index(all, struct allowance, i);

		if (!is_used[i])
			session_notice(
				session, "suppress", options->triage.settings,
				one->line,
				"[allow %s] allows nothing any more; remove it",
				one->pattern);
	}
}

static bool fits_selected(const char *pattern,
			  const struct selection *selection)
{
	for (guint i = 0; i < selection->files->len; i++) {
		if (options_path_fits(pattern,
				      g_array_index(selection->files,
						    struct selected_file, i)
					      .path))
			return true;
	}
	return false;
}

/* A shard selects what the whole run does. */
static bool selects_all(const struct options *options)
{
	struct options unshared = *options;

	unshared.run.shard_count = 0;
	return options_are_whole(&unshared);
}

/* What there is to say of a pattern that nothing fits; or NULL. */
static const char *why_idle(const struct options *options,
			    const struct selection *selection,
			    const char *pattern)
{
	g_autofree char *path =
		g_canonicalize_filename(pattern, selection->tree.root);

	if (!strpbrk(pattern, "*?"))
		return g_file_test(path, G_FILE_TEST_EXISTS) ?
			       NULL :
			       "nothing is there in the tree";
	/* Of wildcards only a whole run knows. */
	return selects_all(options) && !fits_selected(pattern, selection) ?
		       "no file that names a flag fits" :
		       NULL;
}

void triage_patterns(struct session *session, const struct options *options,
		     const struct selection *selection)
{
	for (guint i = 0; i < options->arguments.left_out->len; i++) {
		const char *pattern =
			g_ptr_array_index(options->arguments.left_out, i);
		const char *why = why_idle(options, selection, pattern);

		if (why)
			session_notice(
				session, "suppress", options->triage.settings,
				options->arguments.left_out_line,
				"warning: [paths]: '%s': %s", pattern, why);
	}
	/* A whole run tells of each that allows nothing. */
	if (selects_all(options))
		return;
	for (guint i = 0; i < options->triage.allowances->len; i++) {
		const struct allowance *one = &g_array_index(
			options->triage.allowances, struct allowance, i);
		const char *why = why_idle(options, selection, one->pattern);

		if (why)
			session_notice(session, "suppress",
				       options->triage.settings, one->line,
				       "warning: [allow %s]: %s", one->pattern,
				       why);
	}
}

static void set_severities(const struct options *options, struct report *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		struct finding *finding =
			g_ptr_array_index(report->findings, i);

		finding->severity = options_severity(
			&options->rules, finding->rule, finding->severity);
	}
}

static struct suppress_request request_of(const struct options *options,
					  const struct tree *tree,
					  GHashTable *comments)
{
	return (struct suppress_request){
		.root = tree->root,
		.view = tree->view,
		.is_whole = options_are_whole(options),
		.is_enabled = is_enabled,
		.context = &options->rules,
		.comments = comments,
	};
}

GHashTable *triage_comments(const struct options *options,
			    const struct tree *tree,
			    const struct report *report)
{
	const struct suppress_request request = request_of(options, tree, NULL);

	return suppressions_collect(report, &request);
}

GHashTable *triage_no_comments(void)
{
	return suppressions_no_files();
}

void triage_report(struct session *session, const struct options *options,
		   const struct tree *tree, GHashTable *comments,
		   struct report *report)
{
	const struct suppress_request request =
		request_of(options, tree, comments);

	set_severities(options, report);
	if (options->triage.no_suppressions)
		return;
	suppressions_apply(session, report, &request);
	apply_allowances(session, options, report);
}

/* What of a baseline a run over a part of the tree replaces. */
struct part {
	const struct options *options;
	const char *root;
	const struct report *report;
};

static bool is_below_paths(const struct part *part, const char *path)
{
	for (guint i = 0; i < part->options->select.paths->len; i++) {
		g_autofree char *given = g_canonicalize_filename(
			g_ptr_array_index(part->options->select.paths, i),
			NULL);

		if (name_is_within(path, given))
			return true;
	}
	return false;
}

/* What a change adds, or one architecture sees, is not all of a file. */
static bool sees_files_whole(const struct options *options)
{
	return options->change.kind == CHANGE_NONE &&
	       options->run.shard_count == 0 && !options->triage.is_part &&
	       options->arguments.arches->len == 0 &&
	       options->run.branches == BRANCHES_ALL;
}

static bool covers(const void *context, const char *path, const char *rule)
{
	const struct part *part = context;
	g_autofree char *absolute = g_canonicalize_filename(path, part->root);

	if (!sees_files_whole(part->options) ||
	    !is_enabled(&part->options->rules, rule))
		return false;
	for (guint i = 0; i < part->report->files->len; i++) {
		const struct file_result *file = &g_array_index(
			part->report->files, struct file_result, i);

		if (strcmp(file->path, path) == 0)
			return file->end == FILE_ANALYSED;
	}
	/* Without flags it is not selected. */
	return is_below_paths(part, absolute) ||
	       !g_file_test(absolute, G_FILE_TEST_EXISTS);
}

void triage_baseline(struct session *session, const struct options *options,
		     const struct tree *tree, const char *text,
		     struct report *report)
{
	const bool is_whole = options_are_whole(options);
	const struct part part = { options, tree->root, report };
	const struct baseline_scope scope = { covers, &part };

	/* What a part has found would leave the rest of it out. */
	if (options->triage.write_baseline && session->ended_by)
		session_problem(session, "baseline",
				options->triage.write_baseline, 0,
				"not written: the run was stopped");
	else if (options->triage.write_baseline)
		baseline_write(session, options->triage.write_baseline,
			       is_whole ? NULL : &scope, report);
	else if (options->triage.baseline)
		baseline_apply(session, options->triage.baseline, text,
			       is_whole ? BASELINE_WHOLE : BASELINE_PART,
			       report);
}
