// SPDX-License-Identifier: GPL-2.0-only
/*
 * Atomic operations on VMA flags other than the one that the tree offers, and
 * that one with a flag it does not take. A bit number that is a variable is
 * not judged.
 */
#include "facts/facts.h"
#include "rule.h"

/* A wrong bit warns there and does nothing. */
static bool is_atomic_helper(const struct unit_facts *facts, const char *name)
{
	return facts_sets_atomically(facts, name) ||
	       facts_tests_atomically(facts, name);
}

static char *advice_for(const struct unit_facts *facts)
{
	g_autofree char *setter = facts_atomic_setter(facts);

	if (!setter)
		return g_strdup("flags are changed under the write lock, and "
				"never atomically");
	return g_strdup_printf("change flags with the vm_flags_*() helpers "
			       "under the write lock; only %s() is atomic, and "
			       "nothing clears atomically",
			       setter);
}

static void check_operations(const struct unit_facts *facts,
			     struct report *report)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		const char *name =
			*event->callee_name ?
				event->callee_name :
				facts_node(facts, event->node)->macro;
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		if (!event_is_atomic_operation(facts, event))
			continue;
		message = g_strdup_printf("%s() on %s of a VMA, which other "
					  "code changes without atomics",
					  name, storage_name(event->storage));
		advice = advice_for(facts);
		rule_report(report, &rule_atomic_misuse, facts, event, message,
			    advice);
	}
}

/* The flag that the bit argument names, owned; NULL if it names none. */
static char *bit_of_call(const struct unit_facts *facts, guint32 call)
{
	guint32 argument = node_child(facts, call, 2);

	argument = facts_without_casts(facts, argument);
	if (facts_node(facts, argument)->kind != NODE_NAME)
		return NULL;
	return facts_flag_of_name(
		facts_symbol(facts, facts_node(facts, argument)->symbol)->name);
}

static void check_bit(const struct unit_facts *facts, struct report *report,
		      guint32 call)
{
	const char *name = facts_symbol(facts, facts_callee(facts, call))->name;
	g_autofree char *flag = NULL;
	g_autofree char *message = NULL;

	if (!is_atomic_helper(facts, name))
		return;
	flag = bit_of_call(facts, call);
	if (!flag || facts_may_set_atomically(facts, flag))
		return;
	message = g_strdup_printf("%s() does nothing with %s, which is not in "
				  "VM_ATOMIC_SET_ALLOWED",
				  name, flag);
	rule_report_node(report, &rule_atomic_misuse, facts, call, message,
			 "use vm_flags_set() under the write lock, and "
			 "vma->vm_flags to test");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	check_operations(facts, report);
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);

		for (guint32 node = function->body;
		     function->body && node < function->end; node++) {
			if (facts_node(facts, node)->kind == NODE_CALL)
				check_bit(facts, report, node);
		}
	}
}

DEFINE_RULE(atomic_misuse) = {
	.name = "atomic_misuse",
	.summary = "Atomic operations on VMA flags outside the atomic helpers",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
