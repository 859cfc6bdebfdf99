// SPDX-License-Identifier: GPL-2.0-only
/* What several formats ask of that which is reported. */
#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "output/formats.h"
#include "output/output.h"

const struct output_rule *rule_of(const struct output_subject *subject,
				  const char *name, guint *ret_index)
{
	const GArray *rules = subject->context->rules;

	for (guint i = 0; rules && i < rules->len; i++) {
		const struct output_rule *rule =
			&g_array_index(rules, struct output_rule, i);

		if (strcmp(rule->name, name) != 0)
			continue;
		*ret_index = i;
		return rule;
	}
	return NULL;
}

void severity_counts_append(GString *out, const struct report *report)
{
	for (int i = SEVERITY_ERROR; i >= SEVERITY_NOTE; i--) {
		enum severity severity = (enum severity)i;
		unsigned int count = report_count(report, severity);

		g_string_append_printf(
			out, "%s%u %s%s", i < SEVERITY_ERROR ? ", " : "", count,
			severity_name(severity), count == 1 ? "" : "s");
	}
}

bool is_incomplete(const struct output_subject *subject)
{
	return session_is_incomplete(subject->session) ||
	       report_count_files(subject->report, FILE_FAILED);
}
