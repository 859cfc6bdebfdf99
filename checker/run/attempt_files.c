// SPDX-License-Identifier: GPL-2.0-only
/* Keeps what results depend on, and says what is empty among it. */
#include "attempt_files.h"

#include "arguments/generated_includes.h"
#include "base/asked.h"
#include "findings/findings.h"
#include "keep/inputs.h"
#include "parse/parse.h"

/* A header that is empty because we do not know what a build puts there. */
static void note_unknown(struct compile_jobs *jobs, guint target,
			 const char *path, struct report *report)
{
	const struct unknown_header *unknown =
		compile_unknown_header(jobs, target, path);
	g_autofree char *name = unknown ? g_path_get_basename(path) : NULL;
	g_autofree char *text = NULL;
	struct report_problem problem = {
		.stage = "arguments",
		.weight = PROBLEM_NOTED,
	};

	if (!unknown)
		return;
	text = g_strdup_printf("how this rule makes '%s' is not understood, "
			       "so it has only constants that nobody else "
			       "declares: %s",
			       name, unknown->recipe);
	problem.path = unknown->rule;
	problem.line = unknown->line;
	problem.text = text;
	report_problem(report, &problem);
}

void attempt_files_note(struct compile_jobs *jobs, guint target,
			const struct parse_outcome *outcome, gint64 since_ns,
			struct report *report)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, outcome->files);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		inputs_add(report->inputs, path, since_ns);
		note_unknown(jobs, target, path, report);
	}
	inputs_add_asked(report->inputs, outcome->precompiled);
	if (!outcome->precompiled)
		return;
	g_hash_table_iter_init(&iter, outcome->precompiled->reads);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		note_unknown(jobs, target, path, report);
}
