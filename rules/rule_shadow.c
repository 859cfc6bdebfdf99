// SPDX-License-Identifier: GPL-2.0-only
/* From a place of a text to a finding of the report. */
#include <stdlib.h>

#include "facts/shadows/shadows.h"
#include "rule.h"

char *rule_say(const char *text, const char *const *names, guint nr_names)
{
	GString *said = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		char *end = NULL;
		const gulong nr = *p == '{' ? strtoul(p + 1, &end, 10) : 0;

		if (nr > 0 && nr <= nr_names && *end == '}') {
			g_string_append(said, names[nr - 1]);
			p = end;
		} else {
			g_string_append_c(said, *p);
		}
	}
	return g_string_free(said, FALSE);
}

static struct place place_of(const struct shadow_place *at)
{
	return (struct place){
		.path = at->path,
		.line = at->line,
		.column = at->column,
		.end_line = at->line,
		.end_column = at->end_column,
	};
}

struct finding *rule_report_shadow(struct report *report,
				   const struct rule *rule,
				   const struct shadow_place *at,
				   const char *expression, const char *message,
				   const char *advice)
{
	const struct finding finding = {
		.rule = rule->name,
		.severity = rule->severity,
		.at = place_of(at),
		.message = message,
		.advice = advice,
		.expression = expression,
	};

	return report_add(report, &finding);
}

void rule_relate_shadow(struct report *report, struct finding *finding,
			const struct shadow_place *at, const char *message)
{
	const struct related related = {
		.at = place_of(at),
		.message = message,
	};

	if (at->path)
		report_add_related(report, finding, &related);
}

void rule_relate_definition(struct report *report, struct finding *finding,
			    const struct flag_definition *definition,
			    const char *message)
{
	const struct shadow_place at = {
		.path = definition->path,
		.line = definition->line,
		.column = definition->column,
		.end_column = definition->end_column,
	};

	rule_relate_shadow(report, finding, &at, message);
}
