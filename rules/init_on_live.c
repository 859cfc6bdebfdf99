// SPDX-License-Identifier: GPL-2.0-only
/*
 * Helpers for a new VMA used on one that others can see. Knows only what it
 * saw on the way: a lookup, or an insertion.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_init_on_live(const struct unit_facts *facts,
			    const struct path_event *event)
{
	(void)facts;
	return event->kind == PATH_MUTATION && event->mutator == MUTATOR_INIT &&
	       (event->origin == ORIGIN_LOOKUP ||
		event->origin == ORIGIN_PUBLISHED);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_init_on_live)) !=
	       NULL) {
		g_autofree char *message = NULL;
		struct finding *finding;

		message = g_strdup_printf("%s() is for a new VMA; this one %s",
					  event->name,
					  event->origin == ORIGIN_LOOKUP ?
						  "came out of a lookup" :
						  "was already inserted");
		finding = rule_report_path(
			report, &rule_init_on_live, facts, event, message,
			"use vm_flags_set(), vm_flags_clear() or "
			"vm_flags_mod() with the mmap lock held for writing");
		rule_relate_path(report, finding, facts, event);
	}
}

DEFINE_RULE(init_on_live) = {
	.name = "init_on_live",
	.summary = "Helpers for a new VMA used on one that others can see",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
