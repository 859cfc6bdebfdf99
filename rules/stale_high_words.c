// SPDX-License-Identifier: GPL-2.0-only
/*
 * The first word of a bitmap overwritten while the words behind it are stale,
 * unset, or were cleared too early. Bitmaps behind a parameter are the
 * caller's.
 */
#include "facts/facts.h"
#include "rule.h"

#include <string.h>

/* vma_flags_overwrite_word() and the like promise the first word only. */
static bool is_word_helper(const struct unit_facts *facts,
			   const struct path_event *event)
{
	const struct function *function =
		facts_function(facts, event->function);
	const char *name = facts_symbol(facts, function->symbol)->name;

	return g_str_has_prefix(name, "vma_flags_") && strstr(name, "_word");
}

/* A raw store by others to a VMA's word is a fault of its own. */
static bool is_raw_by_others(const struct unit_facts *facts,
			     const struct path_event *event)
{
	return event->is_vma_bitmap && !facts->owns_flags &&
	       facts_node(facts, event->node)->kind == NODE_ASSIGN;
}

static const char *fault_of(const struct unit_facts *facts,
			    const struct path_event *event)
{
	if (event->kind != PATH_WORD || is_word_helper(facts, event) ||
	    is_raw_by_others(facts, event))
		return NULL;
	if (event->tail == TAIL_UNSET)
		return "only the first word of the bitmap is set, the others "
		       "hold garbage";
	if (!event->is_vma_bitmap)
		return NULL;
	if (event->tail == TAIL_UNKNOWN)
		return "the first word of the VMA's flags is overwritten, the "
		       "others keep old flags";
	if (event->tail == TAIL_CLEARED && event->is_once)
		return "all flags were cleared before the single store; "
		       "readers without a lock can see none";
	return NULL;
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct path_event *event)
{
	if (event->tail == TAIL_UNSET &&
	    facts_tree_has(facts, "EMPTY_VMA_FLAGS"))
		return "start from EMPTY_VMA_FLAGS";
	if (event->tail == TAIL_UNSET)
		return "start from an empty bitmap";
	if (event->tail == TAIL_CLEARED)
		return "clear only the words behind the first, then store it";
	return "clear the other words first, or use vm_flags_reset()";
}

static bool has_fault(const struct unit_facts *facts,
		      const struct path_event *event)
{
	return fault_of(facts, event) != NULL;
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, has_fault)) != NULL) {
		const char *message = fault_of(facts, event);
		struct finding *finding;

		finding = rule_report_path(report, &rule_stale_high_words,
					   facts, event, message,
					   advice_for(facts, event));
		rule_relate(report, finding, facts, event->tail_node,
			    event->tail == TAIL_CLEARED ?
				    "all words are cleared here" :
				    "the bitmap begins here");
	}
}

DEFINE_RULE(stale_high_words) = {
	.name = "stale_high_words",
	.summary = "The first word of a flag bitmap overwritten, and the "
		   "other words left stale",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
