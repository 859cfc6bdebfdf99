// SPDX-License-Identifier: GPL-2.0-only
/*
 * GitLab's Code Quality: a list that is compared with that of the target
 * branch by fingerprint. GitLab reads no more of an entry than stands here.
 */
#include "findings/findings.h"
#include "output/formats.h"
#include "output/json_text.h"
#include "output/output.h"
#include "output/repository.h"

static const char *const severities[] = {
	[SEVERITY_NOTE] = "info",
	[SEVERITY_WARNING] = "minor",
	[SEVERITY_ERROR] = "major",
};

static void append_finding(GString *out, const char *prefix,
			   const struct finding *finding)
{
	g_autofree char *path = g_strconcat(prefix, finding->at.path, NULL);
	/* The name of the check is not displayed. */
	g_autofree char *description =
		g_strdup_printf("%s [%s]", finding->message, finding->rule);
	json_auto_t *object = json_object();
	json_t *location;

	object_set_text(object, "description", description);
	object_set_text(object, "check_name", finding->rule);
	object_set_text(object, "fingerprint", finding->fingerprint);
	object_set_text(object, "severity", severities[finding->severity]);
	location = object_add(object, "location");
	object_set_text(location, "path", path);
	object_set_number(object_add(location, "lines"), "begin",
			  finding->at.line);
	object_append(out, object);
}

void gitlab_append(GString *out, const struct output_subject *subject)
{
	g_autofree char *prefix = repository_prefix(
		output_base(subject->context), "CI_PROJECT_DIR");
	const GPtrArray *findings = subject->report->findings;

	g_string_append_c(out, '[');
	for (guint i = 0; i < findings->len; i++) {
		list_append_separator(out, i);
		append_finding(out, prefix, g_ptr_array_index(findings, i));
	}
	g_string_append(out, "]\n");
}
