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
	const struct path_event *event;
	guint next = 0;

	/* A program has locks of its own, if any: tools/testing/vma. */
	if (facts->is_program)
		return;
	while ((event = rule_next_fault(facts, &next, is_assert_on_new)) !=
	       NULL) {
		g_autofree char *message = NULL;
		struct finding *finding;

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
