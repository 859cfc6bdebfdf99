// SPDX-License-Identifier: GPL-2.0-only
/*
 * Addresses of the flags handed to something that can write them. Cannot tell
 * what a callee of another file does with a pointer that it does not call
 * const.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_public_storage(const struct flag_event *event)
{
	return event->storage == STORAGE_WORD ||
	       event->storage == STORAGE_BITMAP;
}

/*
 * Bit operations are named because the word they work on is no bitmap to
 * them; test_bit() reads, and still takes a bit number for a mask's word.
 */
static bool is_escaping_call(const struct unit_facts *facts,
			     const struct flag_event *event)
{
	if (event->kind != FLAG_PASS)
		return false;
	switch (event->callee) {
	case CALLEE_BIT_OP:
		return !facts->owns_flags;
	case CALLEE_API:
		return event->can_write && event->storage == STORAGE_WORD;
	case CALLEE_PRINT:
		return false;
	case CALLEE_MEMORY:
	case CALLEE_OTHER:
		return event->can_write;
	}
	return false;
}

/* Bit operations that change the word have rules of their own. */
static bool is_update(const struct unit_facts *facts,
		      const struct flag_event *event)
{
	return event_is_plain_update(facts, event) ||
	       event_is_atomic_operation(facts, event);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_event *event)
{
	g_autofree char *source = facts_source(facts, event->value);
	const char *name = storage_name(event->storage);

	if (event_only_reads_bits(event))
		return g_strdup_printf("%s() takes %s of a VMA for a bitmap: "
				       "it only reads, but by the number of a "
				       "bit",
				       event->callee_name, name);

	if (event->kind == FLAG_KEEP)
		return g_strdup_printf("'%s' keeps a writable pointer to %s "
				       "of a VMA",
				       source, name);
	if (*event->callee_name == '\0')
		return g_strdup_printf("address of %s of a VMA goes to a "
				       "function that may write it",
				       name);
	return g_strdup_printf("address of %s of a VMA goes to %s(), which "
			       "may write it",
			       name, event->callee_name);
}

static const char *advice_for(const struct flag_event *event)
{
	if (event_only_reads_bits(event))
		return "test flags with a mask: 'vma->vm_flags & VM_..'";
	if (event->callee == CALLEE_BIT_OP)
		return "change flags with the vm_flags_*() helpers, which take "
		       "masks";
	return "pass a local copy and store the result with a vm_flags_*() "
	       "helper";
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *message = NULL;

		if (!is_public_storage(event) || is_update(facts, event) ||
		    !((event->kind == FLAG_KEEP && event->can_write) ||
		      is_escaping_call(facts, event)))
			continue;
		message = message_for(facts, event);
		rule_report(report, &rule_address_escape, facts, event, message,
			    advice_for(event));
	}
}

DEFINE_RULE(address_escape) = {
	.name = "address_escape",
	.summary = "Address of VMA flags handed to something that can write "
		   "them",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
