// SPDX-License-Identifier: GPL-2.0-only
/*
 * A helper that asserts the write lock of its VMA, on a VMA that nobody has
 * locked because it is new. Whether it asserts is learned from its body.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_assert_on_new(const struct unit_facts *facts,
			     const struct path_event *event)
{
	return event->kind == PATH_MUTATION &&
	       event->mutator == MUTATOR_ASSERTING &&
	       event->origin == ORIGIN_FRESH &&
	       (event->vma_lock == LOCK_UNKNOWN ||
		event->vma_lock == LOCK_NONE) &&
	       facts_helper_asserts(facts, event->name);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	/* A program has locks of its own, if any: tools/testing/vma. */
	for (guint i = 0; !facts->is_program && i < facts->path_events->len;
	     i++) {
		const struct path_event *event = &g_array_index(
			facts->path_events, struct path_event, i);
		g_autofree char *message = NULL;
		struct finding *finding;

		if (!is_assert_on_new(facts, event) ||
		    rule_repeats(facts, i, is_assert_on_new))
			continue;
		message = g_strdup_printf("%s() asserts the write lock of a "
					  "VMA that is new: nobody has locked "
					  "it yet",
					  event->name);
		finding = rule_report_path(
			report, &rule_assert_on_new, facts, event, message,
			"use vm_flags_init(), or vm_flags_set() and "
			"vm_flags_clear(), which lock");
		rule_relate_path(report, finding, facts, event);
	}
}

DEFINE_RULE(assert_on_new) = {
	.name = "assert_on_new",
	.summary = "A helper that asserts a lock used on a VMA that is new",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
