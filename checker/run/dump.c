// SPDX-License-Identifier: GPL-2.0-only
/* What --dump prints in place of findings. */
#include "dump.h"

#include <glib.h>
#include <stdbool.h>

#include "arguments/arguments.h"
#include "options/options.h"
#include "output/output.h"
#include "select/select.h"
#include "unit.h"
#include "unit_facts.h"

/* Arguments are of use only where the headers are that they name. */
static bool prepare_dump(struct session *session,
			 const struct analysis *analysis)
{
	struct compile_jobs *jobs = analysis->jobs;

	for (guint i = 0; i < jobs->targets->len; i++) {
		if (g_array_index(jobs->targets, struct compile_target, i)
			    .is_wanted &&
		    !compile_target_prepare(session, jobs, i))
			return false;
	}
	return true;
}

static char *dump_job(const struct analysis *analysis,
		      const struct compile_job *job)
{
	g_autofree char *command = NULL;

	switch (analysis->options->run.dump) {
	case DUMP_ARGS:
		command = job->skip_reason ?
				  g_strdup(job->skip_reason) :
				  compile_job_command(analysis->jobs, job);
		return g_strdup_printf("%s\t%s\n", job->file->path, command);
	case DUMP_FACTS:
		return job->skip_reason ? g_strdup("") :
					  analysis_dump(analysis, job);
	case DUMP_FILES:
	case DUMP_NONE:
		break;
	}
	return g_strdup_printf("%s\t%u\n", job->file->path,
			       job->file->lines->len);
}

int dump_write(struct session *session, const struct analysis *analysis)
{
	const GArray *jobs = analysis->jobs->jobs;
	g_autoptr(GString) text = g_string_new(NULL);

	if (analysis->options->run.dump != DUMP_FILES &&
	    !prepare_dump(session, analysis))
		return output_failure(session, NULL);
	for (guint i = 0; i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);
		g_autofree char *line =
			job->is_elsewhere ? NULL : dump_job(analysis, job);

		if (line)
			g_string_append(text, line);
	}
	return output_text(session, text->str);
}
