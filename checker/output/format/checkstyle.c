// SPDX-License-Identifier: GPL-2.0-only
/* Checkstyle's XML, one <file> for each path with findings. */
#include "findings/findings.h"
#include "output/formats.h"
#include "output/markup.h"
#include "output/output.h"
#include "output/source.h"

static const char *const severities[] = {
	[SEVERITY_NOTE] = "info",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
};

static void append_finding(GString *out, struct source *source,
			   const struct finding *finding)
{
	struct region region = source_region(source, &finding->at);

	g_string_append_printf(out,
			       "    <error line=\"%u\" column=\"%u\" "
			       "severity=\"%s\" message=\"",
			       region.line, region.column,
			       severities[finding->severity]);
	markup_append(out, finding->message);
	if (*finding->advice) {
		g_string_append(out, "&#10;");
		markup_append(out, finding->advice);
	}
	g_string_append(out, "\" source=\"vmalint.");
	markup_append(out, finding->rule);
	g_string_append(out, "\"/>\n");
}

void checkstyle_append(GString *out, const struct output_subject *subject)
{
	const GPtrArray *findings = subject->report->findings;
	const char *path = NULL;
	struct source source;

	g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<checkstyle version=\"5.0\">\n");
	source_init(&source, subject->context);
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);

		if (g_strcmp0(path, finding->at.path) != 0) {
			g_string_append(out, path ? "  </file>\n" : "");
			g_string_append(out, "  <file name=\"");
			markup_append(out, finding->at.path);
			g_string_append(out, "\">\n");
			path = finding->at.path;
		}
		append_finding(out, &source, finding);
	}
	g_string_append(out, path ? "  </file>\n" : "");
	g_string_append(out, "</checkstyle>\n");
	source_release(&source);
}
