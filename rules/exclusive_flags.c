// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags that the tree calls exclusive, set together: at once, or one after the
 * other on a path. Cannot see what another file has set before.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_together(const struct unit_facts *facts,
			const struct path_event *event)
{
	(void)facts;
	return event->kind == PATH_TOGETHER && !event->is_wanted;
}

static char *message_for(const struct path_event *event)
{
	if (!event->other_node)
		return g_strdup_printf("VM_%s and VM_%s exclude each other and "
				       "are set together",
				       event->flags[0], event->flags[1]);
	return g_strdup_printf("VM_%s and VM_%s exclude each other, and %s%s "
			       "sets the second of them",
			       event->flags[0], event->flags[1],
			       *event->name ? event->name : "this",
			       *event->name ? "()" : "");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_together)) != NULL) {
		g_autofree char *message = NULL;
		struct finding *finding;

		message = message_for(event);
		finding = rule_report_path(report, &rule_exclusive_flags, facts,
					   event, message,
					   "set one of them, or clear the "
					   "other first");
		rule_relate(report, finding, facts, event->other_node,
			    "the other one is set here");
		rule_relate(report, finding, facts, event->call,
			    "the function is called from here");
	}
}

DEFINE_RULE(exclusive_flags) = {
	.name = "exclusive_flags",
	.summary = "Flags set together that exclude each other",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
