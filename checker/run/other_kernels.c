// SPDX-License-Identifier: GPL-2.0-only
#include "other_kernels.h"

#include <stdbool.h>

#include "arguments/arguments.h"
#include "arguments/branches/other_kernels.h"
#include "base/asked.h"
#include "base/stamp.h"
#include "base/view.h"
#include "facts/facts.h"
#include "facts/other_kernel.h"
#include "keep/inputs.h"
#include "parse/parse.h"
#include "select/select.h"
#include "unit_facts.h"
#include "unit_run.h"

/* Which relevant lines are there because of what kernel this is. */
static void note_tests(const struct unit_run *run, struct unit_facts *facts)
{
	const GArray *lines = run->job->file->lines;
	g_autoptr(GArray) branches = NULL;

	branches = kernel_branches(facts->text, facts->text_length);
	for (guint i = 0; i < lines->len; i++) {
		guint32 line = g_array_index(lines, guint32, i);
		const struct kernel_branch *branch =
			kernel_branch_around(branches, line);

		if (branch)
			g_hash_table_insert(
				facts->tests, GUINT_TO_POINTER(line),
				(gpointer)facts_string(facts, branch->test));
	}
}

static bool is_open(void *context, const char *condition, bool result)
{
	return condition_is_open(context, condition, result);
}

static char *read_file(void *context, const char *path, gsize *ret_length)
{
	const struct condition_question *question = context;

	return view_read(question->jobs->tree->view, path, ret_length, NULL);
}

/* What any attempt so far found defined; a variant hides some of it. */
static GHashTable *all_defined(const struct unit_run *run)
{
	GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < run->facts->len; i++) {
		const struct unit_facts *facts =
			g_ptr_array_index(run->facts, i);
		GHashTableIter iter;
		gpointer name;

		g_hash_table_iter_init(&iter, facts->defined);
		while (g_hash_table_iter_next(&iter, &name, NULL))
			g_hash_table_add(all, name);
	}
	return all;
}

/* Which stores are there for another kernel. */
static void note_stores(const struct unit_run *run,
			const struct parse_attempt *attempt,
			struct unit_facts *facts)
{
	const gint64 since_ns = stamp_now_ns();
	g_autoptr(GHashTable) defined = all_defined(run);
	struct condition_question question = {
		.jobs = run->analysis->jobs,
		.target = attempt->target,
		.macros = defined,
		.is_forced = attempt->variant != NULL,
	};
	const struct condition_judge judge = {
		.is_open = is_open,
		.read = read_file,
		.context = &question,
	};

	asked_record(run->asked);
	facts_note_others(facts, &judge);
	asked_record(NULL);
	if (kernel_symbol_files(question.jobs))
		inputs_add_all(run->inputs, kernel_symbol_files(question.jobs),
			       since_ns);
}

void other_kernels_note(const struct unit_run *run,
			const struct parse_attempt *attempt,
			struct unit_facts *facts)
{
	note_tests(run, facts);
	note_stores(run, attempt, facts);
}
