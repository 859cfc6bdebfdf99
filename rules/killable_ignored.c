// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags changed behind a lock that may not have been taken: its result was not
 * looked at, or the wrong way round. Knows nothing of functions that pass such
 * a result on.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_ignored(const struct unit_facts *facts,
		       const struct path_event *event)
{
	(void)facts;
	return event->kind == PATH_MUTATION && event->outcome != OUTCOME_NONE &&
	       event->origin != ORIGIN_FRESH;
}

static char *message_for(const struct unit_facts *facts,
			 const struct path_event *event)
{
	const char *name = *event->name ? event->name : "the store";
	const char *call = *event->name ? "()" : "";
	const char *lock = facts_callee_name(facts, event->attempt_node);

	switch (event->outcome) {
	case OUTCOME_FAILED:
		return g_strdup_printf("%s%s changes flags of a VMA where "
				       "%s() has just failed to take the lock",
				       name, call, lock);
	case OUTCOME_SOMETIMES:
		return g_strdup_printf("%s%s changes flags of a VMA also where "
				       "%s() has failed to take the lock",
				       name, call, lock);
	default:
		break;
	}
	return g_strdup_printf("%s%s changes flags of a VMA, and nobody looked "
			       "whether %s() took the lock",
			       name, call, lock);
}

static char *advice_for(const struct unit_facts *facts,
			const struct path_event *event)
{
	const char *lock = facts_callee_name(facts, event->attempt_node);

	return g_strdup_printf(
		"leave where %s() did not lock: it returns %s", lock,
		event->attempt_is_true ? "true if it did" :
					 "0 if it did, else an error");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_ignored)) != NULL) {
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;
		struct finding *finding;

		message = message_for(facts, event);
		advice = advice_for(facts, event);
		finding = rule_report_path(report, &rule_killable_ignored,
					   facts, event, message, advice);
		rule_relate(report, finding, facts, event->attempt_node,
			    "the lock is asked for here");
		rule_relate(report, finding, facts, event->call,
			    "the function is called from here");
	}
}

DEFINE_RULE(killable_ignored) = {
	.name = "killable_ignored",
	.summary = "Flags changed though a lock that can fail may not be held",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
