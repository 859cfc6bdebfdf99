// SPDX-License-Identifier: GPL-2.0-only
/* Nothing is parsed for rules that read texts, as those of copies do. */
#include "unasked.h"

#include <glib.h>

#include "arguments/arguments.h"
#include "enabled.h"
#include "findings/findings.h"
#include "jobs.h"
#include "options/options.h"
#include "rule.h"
#include "select/select.h"

static bool reads_units(const struct rule *rule)
{
	return rule->check;
}

bool units_are_asked(const struct options *options)
{
	/* What sparse says is asked for by itself. */
	return options->run.sparse || rules_are_enabled(options, reads_units);
}

static void leave_file(const struct compile_job *job, struct report *report)
{
	const GArray *lines = job->file->lines;
	const char *path = job->file->path;

	report_lines(report, path, (const guint32 *)lines->data, lines->len);
	if (job_report_skipped(job, report))
		return;
	report_file(report, path, FILE_ANALYSED, NULL, NULL);
	for (guint i = 0; i < lines->len; i++)
		report_line_seen(report, path,
				 g_array_index(lines, guint32, i));
}

void units_leave(const struct compile_jobs *jobs, struct report *report)
{
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (!job->is_elsewhere)
			leave_file(job, report);
	}
}
