// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint report`: a stored report, or what fits of it, in any format. */
#include "commands.h"

#include "base/session.h"
#include "elsewhere.h"
#include "findings/findings.h"
#include "options/options.h"
#include "output/output.h"
#include "rule.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"
#include "stored/stored.h"

static bool fits_paths(const struct options *options, const char *path)
{
	for (guint i = 0; i < options->report.shown_paths->len; i++) {
		if (options_path_fits(
			    g_ptr_array_index(options->report.shown_paths, i),
			    path))
			return true;
	}
	return options->report.shown_paths->len == 0;
}

static bool is_shown(void *context, const struct finding *finding)
{
	const struct options *options = context;

	/* Notes, too, were asked for when the report was made. */
	return options_enable(&options->rules, finding->rule, SEVERITY_ERROR) &&
	       finding->severity >= options->report.lowest &&
	       fits_paths(options, finding->at.path);
}

/* The files and lines of other paths are none of what is shown. */
static void narrow_files(const struct options *options, struct report *report)
{
	for (guint i = report->files->len; i-- > 0;) {
		const char *path =
			g_array_index(report->files, struct file_result, i)
				.path;

		if (fits_paths(options, path))
			continue;
		report->relevant -= report_count_lines(report, path);
		g_array_remove_index(report->files, i);
	}
	for (guint i = report->unseen->len; i-- > 0;) {
		if (!fits_paths(options, g_array_index(report->unseen,
						       struct unseen_line, i)
						 .path))
			g_array_remove_index(report->unseen, i);
	}
}

static void narrow(struct session *session, const struct options *options,
		   struct report *report)
{
	const guint nr_dropped =
		report_keep(report, is_shown, (gpointer)options);

	if (options->report.shown_paths->len > 0)
		narrow_files(options, report);
	if (nr_dropped > 0)
		session_notice(session, "report", options->report.stored, 0,
			       "%u of its findings %s not asked for",
			       nr_dropped, nr_dropped == 1 ? "is" : "are");
}

static int write_report(struct session *session, const struct options *options,
			const struct stored *stored, struct report *report)
{
	g_autofree char *here =
		options->select.tree ?
			g_canonicalize_filename(options->select.tree, NULL) :
			g_strdup(stored->root);
	g_autoptr(GArray) rules = check_rules();
	const struct output_context context = {
		.root = here,
		.settings = options->triage.settings,
		.told = &options->arguments,
		.hides_lines = !elsewhere_is_tree(options, here),
		.tree_version = stored->tree_version,
		.api = stored->api,
		.level = stored->level,
		.api_words = stored->api_words,
		.tool_version = stored->tool_version,
		.libclang_version = stored->libclang_version,
		.arches = stored->arches,
		.rules = rules,
		.arch_of = stored->arch_of,
	};
	const struct tree tree = { .root = here };

	triage_baseline(session, options, &tree, NULL, report);
	elsewhere_tell(session, "report", options, here);
	return output_write(session, &options->output, &context, report);
}

int report_run(struct session *session, const struct options *options)
{
	struct stored stored;
	struct report report;
	int status;

	report_init(&report);
	if (stored_read(session, options->report.stored, &stored, &report)) {
		narrow(session, options, &report);
		status = write_report(session, options, &stored, &report);
	} else {
		status = output_failure(session, NULL);
	}
	stored_release(&stored);
	report_release(&report);
	return status;
}
