// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stores to vm_flags by plain assignment. Cannot see a store through a pointer
 * that came out of a structure or another file.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

/* A driver's own copy of the 6.3 helpers, for kernels that lack them. */
static bool is_compatibility_helper(const struct unit_facts *facts,
				    const struct flag_event *event)
{
	const struct function *function =
		facts_function(facts, event->function);
	const char *name = facts_symbol(facts, function->symbol)->name;

	return facts->api == FACTS_PLAIN &&
	       (g_str_has_prefix(name, "vm_flags_") ||
		strcmp(name, "__vm_flags_mod") == 0);
}

/*
 * In a branch that a module keeps for kernels like this one, a plain store is
 * all that there is; the other branch has the helper.
 */
static bool is_in_old_branch(const struct unit_facts *facts,
			     const struct flag_event *event)
{
	guint32 line = facts_node(facts, event->node)->at.line;

	return facts->api == FACTS_PLAIN && *facts_kernel_test(facts, line);
}

static bool is_direct_write(const struct unit_facts *facts,
			    const struct flag_event *event)
{
	return event->kind == FLAG_STORE && event->storage == STORAGE_WORD &&
	       !is_compatibility_helper(facts, event) &&
	       !is_in_old_branch(facts, event) &&
	       !event_is_atomic_operation(facts, event) &&
	       (facts->api == FACTS_PLAIN || !event->is_indirect);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_event *event)
{
	const struct node *node = facts_node(facts, event->node);
	g_autofree char *source = facts_source(facts, event->node);
	/* A plain tree has no other way. */
	const char *since = facts->api == FACTS_PLAIN ?
				    ", which Linux 6.3 and later refuse" :
				    "";

	if (event->op == OP_OTHER)
		return g_strdup_printf("an asm output writes vm_flags of a VMA "
				       "directly%s",
				       since);
	return g_strdup_printf("'%s' writes vm_flags of a VMA directly%s",
			       *source ? source : node->macro, since);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_event *event, const char *call)
{
	if (facts->api == FACTS_PLAIN) {
		if (call)
			return g_strdup_printf("for 6.3 and later it becomes "
					       "%s",
					       call);
		return g_strdup("for 6.3 and later it becomes vm_flags_set(), "
				"vm_flags_clear() or vm_flags_mod(), or "
				"vm_flags_init() before the VMA is visible");
	}
	if (call && event->op == OP_NONE)
		return facts_advise_overwrite(facts, call);
	if (call)
		return facts_advise_call(facts, event, call);
	return g_strdup("use vm_flags_set(), vm_flags_clear() or "
			"vm_flags_mod(), or vm_flags_init() before the VMA is "
			"visible");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *call = NULL;
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;
		struct finding *finding;

		if (!is_direct_write(facts, event))
			continue;
		call = facts_replacement(facts, event);
		message = message_for(facts, event);
		advice = advice_for(facts, event, call);
		finding = rule_report(report, &rule_direct_write, facts, event,
				      message, advice);
		/* Right today: [severity] of .vmalint makes it an error where
		 * code is to be moved. */
		if (facts->api == FACTS_PLAIN)
			finding->severity = SEVERITY_WARNING;
		if (call && facts->api != FACTS_PLAIN && event->op != OP_NONE)
			rule_offer_fix(report, finding, facts, event, call);
	}
}

DEFINE_RULE(direct_write) = {
	.name = "direct_write",
	.summary = "VMA flags stored by plain assignment instead of through "
		   "the helper that locks the VMA",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
