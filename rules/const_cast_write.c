// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stores through a pointer that lost the const of vm_flags, and functions that
 * give such a pointer away. Cannot follow pointers kept in structures.
 */
#include "facts/facts.h"
#include "rule.h"

#include <string.h>

/* A bitmap is not const; as a whole it may be assigned (mm/, 7.0 and later). */
static bool is_whole_bitmap(const struct unit_facts *facts,
			    const struct flag_event *event)
{
	guint32 target = node_child(facts, event->node, 0);

	return event->storage == STORAGE_BITMAP &&
	       !facts_bitmap_is_private(facts) &&
	       facts_is_bitmap(facts, facts_node(facts, target)->type);
}

static bool is_cast_store(const struct unit_facts *facts,
			  const struct flag_event *event)
{
	return event->kind == FLAG_STORE && event->is_indirect &&
	       (event->storage == STORAGE_WORD ||
		event->storage == STORAGE_BITMAP) &&
	       !is_whole_bitmap(facts, event);
}

/* A store through what a call returned, in this unit. */
static bool is_stored_through(const struct unit_facts *facts)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);

		if (is_cast_store(facts, event) && event->owner == 0)
			return true;
	}
	return false;
}

/* One fault, one finding: with a store in sight, the store is it. */
static bool is_given_away(const struct unit_facts *facts,
			  const struct flag_event *event)
{
	const struct function *function =
		facts_function(facts, event->function);

	return event->kind == FLAG_RETURN && event->can_write &&
	       (event->storage == STORAGE_WORD ||
		event->storage == STORAGE_BITMAP) &&
	       !(facts_symbol(facts, function->symbol)->is_static &&
		 is_stored_through(facts));
}

/* Updates of the first word have rules of their own. */
static bool is_update(const struct unit_facts *facts,
		      const struct flag_event *event)
{
	return event_is_plain_update(facts, event) ||
	       event_is_atomic_operation(facts, event);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_event *event)
{
	g_autofree char *call = event->kind == FLAG_STORE ?
					facts_replacement(facts, event) :
					NULL;

	if (call && event->op == OP_NONE)
		return facts_advise_overwrite(facts, call);
	if (call)
		return facts_advise_call(facts, event, call);
	return g_strdup("use vm_flags_set(), vm_flags_clear() or "
			"vm_flags_mod() on the VMA itself");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	if (facts->api == FACTS_PLAIN)
		return;
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *source = NULL;
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;
		bool is_store = is_cast_store(facts, event);

		if ((!is_store && !is_given_away(facts, event)) ||
		    is_update(facts, event))
			continue;
		source = facts_source(facts, event->node);
		message = g_strdup_printf(
			is_store ? "'%s' writes %s of a VMA through a "
				   "pointer that drops its const" :
				   "'%s' gives away a pointer that drops the "
				   "const of %s",
			source, storage_name(event->storage));
		advice = advice_for(facts, event);
		rule_report(report, &rule_const_cast_write, facts, event,
			    message, advice);
	}
}

DEFINE_RULE(const_cast_write) = {
	.name = "const_cast_write",
	.summary = "VMA flags stored through a pointer that drops their const",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
