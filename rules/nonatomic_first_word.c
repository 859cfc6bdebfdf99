// SPDX-License-Identifier: GPL-2.0-only
/*
 * The first word of a VMA's bitmap read, changed and written back by code that
 * is no flag helper; and plain reads of a flag that others set atomically. A
 * bitmap that is a variable of the function is nobody else's.
 */
#include "facts/facts.h"
#include "rule.h"

static char *message_for(const struct unit_facts *facts,
			 const struct flag_event *event)
{
	g_autofree char *source = facts_source(facts, event->node);

	if (event->kind == FLAG_PASS)
		return g_strdup_printf("%s() changes the first word of a "
				       "VMA's flags, not atomically and past "
				       "the helpers",
				       event->callee_name);
	return g_strdup_printf("'%s' changes the first word of a VMA's flags, "
			       "not atomically and past the helpers",
			       source);
}

static void check_updates(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *message = NULL;

		if (!event_is_plain_update(facts, event))
			continue;
		message = message_for(facts, event);
		rule_report(report, &rule_nonatomic_first_word, facts, event,
			    message,
			    "use vm_flags_set(), vm_flags_clear() or "
			    "vm_flags_mod()");
	}
}

/* Whoever holds a write lock has no atomic setter beside him. */
static bool is_racy_test(const struct unit_facts *facts,
			 const struct path_event *event)
{
	return event->kind == PATH_TEST && !facts->owns_flags &&
	       event->origin != ORIGIN_FRESH && event->vma_lock != LOCK_WRITE &&
	       event->mmap_lock != LOCK_WRITE;
}

static void check_tests(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_racy_test)) != NULL) {
		g_autofree char *tester = facts_atomic_tester(facts);
		g_autofree char *advice =
			tester ? g_strdup_printf("use %s()", tester) : NULL;
		struct finding *finding;

		finding = rule_report_path(
			report, &rule_nonatomic_first_word, facts, event,
			"plain read of a flag that is set atomically under a "
			"read lock",
			advice);
		finding->severity = SEVERITY_WARNING;
		rule_relate_path(report, finding, facts, event);
	}
}

static void check(const struct unit_facts *facts, struct report *report)
{
	check_updates(facts, report);
	check_tests(facts, report);
}

DEFINE_RULE(nonatomic_first_word) = {
	.name = "nonatomic_first_word",
	.summary = "The first word of a VMA's flags changed in steps outside "
		   "the helpers that own it",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
