// SPDX-License-Identifier: GPL-2.0-only
/*
 * Atomic operations on VMA flags other than the one that the tree offers, and
 * that one with a flag it does not take. A bit number that is a variable is
 * not judged.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

/* 6.19, 7.0 and later; a wrong bit warns and does nothing. */
static const char *const atomic_helpers[] = {
	"vma_flag_set_atomic",
	"vma_set_atomic_flag",
	"vma_flag_test_atomic",
	"vma_test_atomic_flag",
};

static bool is_atomic_helper(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(atomic_helpers); i++) {
		if (strcmp(atomic_helpers[i], name) == 0)
			return true;
	}
	return false;
}

static const char *advice_for(const struct unit_facts *facts)
{
	if (facts_tree_has(facts, "vma_set_atomic_flag"))
		return "change flags with the vm_flags_*() helpers under the "
		       "write lock; only vma_set_atomic_flag() is atomic, and "
		       "nothing clears atomically";
	if (facts_tree_has(facts, "vma_flag_set_atomic"))
		return "change flags with the vm_flags_*() helpers under the "
		       "write lock; only vma_flag_set_atomic() is atomic, and "
		       "nothing clears atomically";
	return "flags are changed under the write lock, and never atomically";
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

		if (!event_is_atomic_operation(facts, event))
			continue;
		message = g_strdup_printf("%s() on %s of a VMA, which other "
					  "code changes without atomics",
					  name, storage_name(event->storage));
		rule_report(report, &rule_atomic_misuse, facts, event, message,
			    advice_for(facts));
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

	if (!is_atomic_helper(name))
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
