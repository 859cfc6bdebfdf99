// SPDX-License-Identifier: GPL-2.0-only
/* Further attempts at a file that has lines which errors hide. */
#include <string.h>

#include "arguments/arguments.h"
#include "arguments/builders.h"
#include "arguments/declared.h"
#include "arguments/parts.h"
#include "base/asked.h"
#include "base/session.h"
#include "base/stamp.h"
#include "findings/findings.h"
#include "keep/inputs.h"
#include "parse/parse.h"
#include "parse/recover.h"
#include "select/select.h"
#include "unit_facts.h"
#include "unit_run.h"

/* Longer than a file system takes for two changes of one time. */
enum { SETTLE_US = 25000 };

static bool prepare(const struct unit_run *run, guint target)
{
	struct session session;
	bool done, is_made;

	/* What goes wrong with a spare target is no problem of the run. */
	session_init(&session);
	is_made = compile_target_is_made(run->analysis->jobs, target);
	done = compile_target_prepare(&session, run->analysis->jobs, target);
	/* What is read right behind its making could pass for changing. */
	if (!is_made && done)
		g_usleep(SETTLE_US);
	session_release(&session);
	return done;
}

static bool is_arch_file(const struct compile_job *job)
{
	return g_str_has_prefix(job->file->path, "arch/");
}

/* Any file of these folders may be one that includes it. */
static void note_folders(struct unit_run *run, const GPtrArray *folders)
{
	for (guint i = 0; i < folders->len; i++)
		inputs_add_folder(run->inputs, g_ptr_array_index(folders, i));
}

/* A file that only makes sense where it is included. */
void retry_user(struct unit_run *run)
{
	g_autoptr(GArray) lines = unit_run_open_lines(run, false);
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *user = NULL;
	struct parse_attempt attempt = { .target = run->job->target };

	if (lines->len == 0 || run->job->is_program)
		return;
	user = compile_find_user(run->analysis->jobs, run->job, folders);
	note_folders(run, folders);
	attempt.user = user;
	if (user)
		unit_run_attempt(run, &attempt, "");
}

/*
 * Which other targets can make sense of a file: the further configurations of
 * its own architecture, or any for a C file that belongs to none.
 */
static bool is_candidate(const struct unit_run *run, guint target)
{
	const struct compile_job *job = run->job;
	const struct compile_target *entry = &g_array_index(
		run->analysis->jobs->targets, struct compile_target, target);

	if (target == job->target || job->is_program || job->is_bpf)
		return false;
	if (is_arch_file(job))
		return strcmp(entry->arch_name, job->arch) == 0;
	return !job->file->is_header;
}

/* What the errors of all attempts are about; another branch has its own. */
static GHashTable *all_accused(const struct unit_run *run)
{
	GHashTable *all =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < run->seen->len; i++) {
		GHashTable *accused =
			g_array_index(run->seen, struct parse_outcome, i)
				.accused;
		GHashTableIter iter;
		gpointer name;

		g_hash_table_iter_init(&iter, accused);
		while (g_hash_table_iter_next(&iter, &name, NULL))
			g_hash_table_add(all, g_strdup(name));
	}
	return all;
}

/*
 * Leaves the targets that may declare what errors are about. Of an error about
 * no name nothing is known.
 */
static void leave_helpful(struct unit_run *run, GArray *targets)
{
	const struct compile_jobs *jobs = run->analysis->jobs;
	g_autoptr(GHashTable) accused = all_accused(run);
	struct declared declared;

	if (targets->len == 0 || g_hash_table_contains(accused, ""))
		return;
	asked_record(run->asked);
	compile_find_declared(run->analysis->jobs, run->job, accused,
			      &declared);
	asked_record(NULL);
	for (guint i = targets->len; i > 0 && !declared.is_anywhere; i--) {
		const struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target,
				       g_array_index(targets, guint, i - 1));

		if (!g_hash_table_contains(declared.arches, target->arch_name))
			g_array_remove_index(targets, i - 1);
	}
	declared_release(&declared);
}

/* The order depends on the configurations of all of them. */
static void rank_targets(struct unit_run *run, GArray *targets)
{
	const struct compile_jobs *jobs = run->analysis->jobs;
	const gint64 since_ns = stamp_now_ns();

	compile_rank_targets(jobs, run->variants, targets);
	/* Nothing is kept of a tree that is not the one on disk. */
	if (jobs->tree->view)
		inputs_spoil(run->inputs);
	for (guint i = 0; i < targets->len && !jobs->tree->view; i++) {
		g_autoptr(GPtrArray) paths = compile_target_sources(
			jobs, g_array_index(targets, guint, i));

		inputs_add_all(run->inputs, paths, since_ns);
	}
}

static void try_target(struct unit_run *run, struct parse_attempt *attempt)
{
	const gint64 since_ns = stamp_now_ns();
	const struct compile_target *target =
		&g_array_index(run->analysis->jobs->targets,
			       struct compile_target, attempt->target);

	if (!prepare(run, attempt->target)) {
		inputs_spoil(run->inputs);
		return;
	}
	inputs_add_all(run->inputs, target->inputs, since_ns);
	unit_run_attempt(run, attempt, "");
}

/* A file that only another configuration can hold. */
void retry_targets(struct unit_run *run)
{
	const struct parse_outcome *first =
		&g_array_index(run->seen, struct parse_outcome, 0);
	guint nr = run->analysis->jobs->targets->len;
	g_autoptr(GArray) lines = unit_run_open_lines(run, false);
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));

	/* What a module lacks, no architecture of the tree gives it. */
	if (first->missing && g_path_is_absolute(run->job->file->path))
		return;
	for (guint i = 0; i < nr && lines->len > 0; i++) {
		if (is_candidate(run, i))
			g_array_append_val(targets, i);
	}
	leave_helpful(run, targets);
	if (run->variants && targets->len > 0)
		rank_targets(run, targets);
	for (guint i = 0; i < targets->len && unit_run_is_any_open(run, lines);
	     i++) {
		struct parse_attempt attempt = {
			.target = g_array_index(targets, guint, i),
		};

		try_target(run, &attempt);
	}
}

static bool has_clean_attempt(const struct unit_run *run)
{
	for (guint i = 0; i < run->seen->len; i++) {
		if (g_array_index(run->seen, struct parse_outcome, i)
			    .nr_errors == 0)
			return true;
	}
	return false;
}

/* What a target's configuration was made from has decided. */
static void note_asked(struct unit_run *run, const GArray *asked,
		       gint64 since_ns)
{
	const struct compile_jobs *jobs = run->analysis->jobs;

	if (jobs->tree->view && asked->len > 0)
		inputs_spoil(run->inputs);
	for (guint i = 0; i < asked->len && !jobs->tree->view; i++) {
		g_autoptr(GPtrArray) paths = compile_target_sources(
			jobs, g_array_index(asked, guint, i));

		inputs_add_all(run->inputs, paths, since_ns);
	}
}

/*
 * A file with errors that its own configuration would not build, such as a
 * driver of another architecture: once more with one that does.
 */
void retry_builder(struct unit_run *run)
{
	const struct compile_jobs *jobs = run->analysis->jobs;
	const struct compile_job *job = run->job;
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autoptr(GArray) asked = g_array_new(FALSE, FALSE, sizeof(guint));
	const gint64 since_ns = stamp_now_ns();
	struct parse_attempt attempt = { 0 };
	bool found;

	if (jobs->config || job->file->is_header || is_arch_file(job) ||
	    g_path_is_absolute(job->file->path) || has_clean_attempt(run))
		return;
	for (guint i = 0; i < jobs->targets->len; i++) {
		if (is_candidate(run, i))
			g_array_append_val(targets, i);
	}
	if (targets->len == 0)
		return;
	asked_record(run->asked);
	found = compile_find_builder(jobs, job, targets, asked,
				     &attempt.target);
	asked_record(NULL);
	note_asked(run, asked, since_ns);
	if (found)
		try_target(run, &attempt);
	run->is_left_with_errors = found && !has_clean_attempt(run);
}

void retry_mending(struct unit_run *run)
{
	g_autoptr(GArray) lines = unit_run_open_lines(run, false);
	struct parse_attempt attempt = {
		.target = run->job->target,
		.mend = true,
	};

	if (lines->len > 0)
		unit_run_attempt(run, &attempt, "");
}

/* Says what was guessed where, once. */
static void tell_recovered(const struct unit_run *run, const GArray *names)
{
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *sentence = recover_sentence(
			&g_array_index(names, struct recovered_name, i));
		const struct report_problem problem = {
			.stage = "parse",
			.path = run->job->file->path,
			.text = sentence,
			.weight = PROBLEM_NOTED,
		};

		report_problem(run->report, &problem);
	}
}

void retry_recovery_of(struct unit_run *run, const struct parse_attempt *lost,
		       const GArray *recovered, const char *condition)
{
	g_autoptr(GArray) lines = unit_run_open_lines(run, false);
	struct parse_attempt attempt = *lost;
	const guint nr_open = g_hash_table_size(run->open);

	if (lines->len == 0 || recovered->len == 0)
		return;
	attempt.recovered = recovered;
	unit_run_attempt(run, &attempt, condition);
	if (g_hash_table_size(run->open) < nr_open)
		tell_recovered(run, recovered);
}

/* Functions that are lost for what nobody defines in their heads. */
void retry_recovery(struct unit_run *run)
{
	const struct parse_outcome *first =
		&g_array_index(run->seen, struct parse_outcome, 0);
	const struct parse_attempt attempt = { .target = run->job->target };

	if (first->recovered)
		retry_recovery_of(run, &attempt, first->recovered, "");
}
