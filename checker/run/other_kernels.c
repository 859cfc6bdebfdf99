// SPDX-License-Identifier: GPL-2.0-only
#include "other_kernels.h"

#include <stdbool.h>
#include <string.h>

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

/* Who asks about the macros of a module's file. */
struct macro_question {
	const struct unit_run *run;
	const struct unit_facts *facts;
	GHashTable *answers; /* char * to GINT: of tells_version() so far */
};

/* A macro of the module, or one that only its headers have defined. */
static bool is_own(void *context, const char *macro)
{
	const struct macro_question *question = context;
	const char *path = facts_macro_path(question->facts, macro);

	return *path == '\0' || g_path_is_absolute(path);
}

static bool tells_version(void *context, const char *macro);

static bool defines_version(struct macro_question *question, const char *macro)
{
	const struct version_judge judge = {
		.tells_version = tells_version,
		.context = question,
	};
	const struct unit_facts *facts = question->facts;
	const char *path = facts_macro_path(facts, macro);
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!g_path_is_absolute(path))
		return false;
	if (strcmp(path, facts->path) == 0)
		return text_defines_version(facts->text, facts->text_length,
					    macro, &judge);
	text = view_read(question->run->analysis->jobs->tree->view, path,
			 &length, NULL);
	return text && text_defines_version(text, length, macro, &judge);
}

static bool tells_version(void *context, const char *macro)
{
	struct macro_question *question = context;
	gpointer answer;
	bool tells;

	/* Nothing refuses a store where the word is plain: names decide. */
	if (question->facts->api == FACTS_PLAIN && kernel_feature_name(macro))
		return true;
	if (g_hash_table_lookup_extended(question->answers, macro, NULL,
					 &answer))
		return GPOINTER_TO_INT(answer) != 0;
	/* Macros may name each other. */
	g_hash_table_insert(question->answers, g_strdup(macro), NULL);
	tells = defines_version(question, macro);
	g_hash_table_insert(question->answers, g_strdup(macro),
			    GINT_TO_POINTER((int)tells));
	return tells;
}

/* Which relevant lines are there because of what kernel this is. */
static void note_tests(struct macro_question *question,
		       struct unit_facts *facts)
{
	const struct version_judge judge = {
		.tells_version = tells_version,
		.context = question,
	};
	const GArray *lines = question->run->job->file->lines;
	g_autoptr(GArray) branches =
		kernel_branches(facts->text, facts->text_length, &judge);

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

/* Lines of branches that do not compile where nothing known chose them. */
static void note_lost(const struct parse_outcome *outcome,
		      const struct condition_judge *judge,
		      struct unit_facts *facts)
{
	for (guint i = 0; i < outcome->lines->len; i++) {
		const struct line_outcome *line =
			&g_array_index(outcome->lines, struct line_outcome, i);

		if (line->reason && !line->is_skipped && !facts->lacks_header)
			facts_note_lost_line(facts, line->line, judge);
	}
}

/* What is there for another kernel by what branches do. */
static void note_branches(struct macro_question *macros,
			  const struct parse_attempt *attempt,
			  const struct parse_outcome *outcome,
			  struct unit_facts *facts)
{
	const struct unit_run *run = macros->run;
	const gint64 since_ns = stamp_now_ns();
	g_autoptr(GHashTable) defined = all_defined(run);
	struct condition_question question = {
		.jobs = run->analysis->jobs,
		.target = attempt->target,
		.macros = defined,
		.is_forced = attempt->variant != NULL,
		.is_own = is_own,
		.context = macros,
	};
	const struct condition_judge judge = {
		.is_open = is_open,
		.read = read_file,
		.context = &question,
	};

	facts_note_others(facts, &judge);
	if (attempt->variant)
		note_lost(outcome, &judge, facts);
	if (kernel_symbol_files(question.jobs))
		inputs_add_all(run->inputs, kernel_symbol_files(question.jobs),
			       since_ns);
}

void other_kernels_note(const struct unit_run *run,
			const struct parse_attempt *attempt,
			const struct parse_outcome *outcome,
			struct unit_facts *facts)
{
	g_autoptr(GHashTable) answers =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct macro_question macros = {
		.run = run,
		.facts = facts,
		.answers = answers,
	};

	asked_record(run->asked);
	note_tests(&macros, facts);
	note_branches(&macros, attempt, outcome, facts);
	asked_record(NULL);
}
