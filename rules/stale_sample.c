// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags read before a lock was taken and stored after it. Follows variables of
 * one function and into static functions of the file, no further.
 */
#include "facts/facts.h"
#include "rule.h"

/*
 * With the mmap lock held for writing only an atomic setter can come in
 * between; a tree without one has no such race.
 */
static bool is_stale(const struct unit_facts *facts,
		     const struct path_event *event)
{
	return event->kind == PATH_MUTATION && event->sample_node &&
	       (event->is_mmap_sample || facts_has_atomic_helpers(facts));
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_stale)) != NULL) {
		g_autofree char *message = NULL;
		struct finding *finding;

		message = g_strdup_printf(
			"%s%s flags that were read "
			"before the %s lock was taken",
			event->name, *event->name ? "() stores" : "this stores",
			event->is_mmap_sample ? "mmap" : "VMA's");
		finding = rule_report_path(report, &rule_stale_sample, facts,
					   event, message,
					   "read the flags after the lock");
		rule_relate(report, finding, facts, event->sample_node,
			    "the flags are read here");
		rule_relate(report, finding, facts, event->sample_lock_node,
			    "the lock is taken here");
		rule_relate_path(report, finding, facts, event);
	}
}

DEFINE_RULE(stale_sample) = {
	.name = "stale_sample",
	.summary = "VMA flags read before a lock was taken and stored after it",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
