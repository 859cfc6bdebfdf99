// SPDX-License-Identifier: GPL-2.0-only
/*
 * Private flag members named outside the files that define the helpers, and
 * the whole bitmap of a VMA assigned. Owners are found by what a file defines.
 */
#include "facts/facts.h"
#include "rule.h"

#include <string.h>

/* A header that offers helpers on whole VMAs, as mm/vma.h does (7.1). */
static bool is_header(const struct unit_facts *facts)
{
	return g_str_has_suffix(facts->path, ".h");
}

/* Only 6.19 has a private bitmap; later ones may be assigned under the lock. */
static bool is_whole_assignment(const struct unit_facts *facts,
				const struct flag_event *event)
{
	return event->kind == FLAG_STORE && event->storage == STORAGE_BITMAP &&
	       facts_bitmap_is_private(facts) && !event->is_indirect &&
	       !is_header(facts);
}

/* Printing reads: debug code may show the bitmap as it is. */
static bool is_printed(const struct unit_facts *facts, guint32 index)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);

		if (event->kind == FLAG_PASS && event->callee == CALLEE_PRINT &&
		    event->value <= index && index < event->value + 4)
			return true;
	}
	return false;
}

/* A macro may write its argument several times: they are one place. */
static bool is_same_place(const struct unit_facts *facts,
			  const struct flag_event *a,
			  const struct flag_event *b)
{
	const struct code_place *left = &facts_node(facts, a->node)->at;
	const struct code_place *right = &facts_node(facts, b->node)->at;

	return left->offset == right->offset &&
	       left->end_offset == right->end_offset;
}

/* A part of an update that another rule reports as such is not named twice. */
static bool is_in_update(const struct unit_facts *facts,
			 const struct flag_event *touch)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);

		if (event->kind == FLAG_TOUCH &&
		    is_same_place(facts, event, touch) &&
		    event_is_in_update(facts, event))
			return true;
	}
	return false;
}

static guint32 parent_of(const struct unit_facts *facts, guint32 index)
{
	do {
		index = g_array_index(facts->parents, guint32, index);
	} while (facts_node(facts, index)->kind == NODE_CAST);
	return index;
}

/*
 * A program of the tree that tests its own copy of the type has to look at the
 * words (tools/testing/vma, 7.0); nobody changes them meanwhile.
 */
static bool is_looked_at(const struct unit_facts *facts, guint32 index)
{
	const guint32 word = parent_of(facts, index);
	const struct node *user = facts_node(facts, parent_of(facts, word));

	if (!facts->is_program || facts_node(facts, word)->kind != NODE_INDEX)
		return false;
	if (user->kind == NODE_ASSIGN)
		return user->first != word;
	return user->kind != NODE_UNARY || user->op == OP_NOT ||
	       user->op == OP_LOGICAL_NOT;
}

static bool is_named_freely(const struct unit_facts *facts,
			    const struct flag_event *event)
{
	return event->kind == FLAG_TOUCH && !is_printed(facts, event->node) &&
	       !is_looked_at(facts, event->node) && !is_in_update(facts, event);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_event *event)
{
	g_autofree char *source = facts_source(facts, event->node);
	const struct node *node = facts_node(facts, event->node);

	if (event->kind == FLAG_STORE)
		return g_strdup_printf("'%s' replaces all flags of a VMA "
				       "behind the back of the helpers",
				       source);
	return g_strdup_printf("'%s' is private to the flag helpers",
			       facts_symbol(facts, node->symbol)->name);
}

static const char *advice_for_name(const struct unit_facts *facts)
{
	if (facts->api == FACTS_PLAIN)
		return "this tree has one word, vma->vm_flags, to read and to "
		       "write with the mmap lock held for writing";
	if (facts->api == FACTS_TYPED)
		return "use the vma_flags_*() helpers on the bitmap or the "
		       "vm_flags_*() helpers on the VMA";
	return "read vma->vm_flags; write with vm_flags_init(), "
	       "vm_flags_set(), vm_flags_clear() or vm_flags_mod()";
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct flag_event *event)
{
	if (event->kind == FLAG_STORE)
		return "use vm_flags_init() while nobody else sees the VMA, "
		       "else a vm_flags_*() helper";
	return advice_for_name(facts);
}

/* A private member of another kernel, which this tree does not have. */
static bool is_gone(const struct unit_facts *facts,
		    const struct code_error *error)
{
	(void)facts;
	return error->kind == CODE_ERROR_MEMBER &&
	       g_str_has_prefix(error->name, "__");
}

static char *message_for_gone(const struct unit_facts *facts,
			      const struct code_error *error)
{
	(void)facts;
	return g_strdup_printf("'%s' is private to the flag helpers of other "
			       "kernels; here it is no member of %s",
			       error->name, error->record);
}

static char *advice_for_gone(const struct unit_facts *facts,
			     const struct code_error *error)
{
	(void)error;
	return g_strdup(advice_for_name(facts));
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct error_rule gone = { is_gone, message_for_gone,
					 advice_for_gone };

	if (facts->owns_flags)
		return;
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *message = NULL;

		if (!is_whole_assignment(facts, event) &&
		    !is_named_freely(facts, event))
			continue;
		message = message_for(facts, event);
		rule_report(report, &rule_private_access, facts, event, message,
			    advice_for(facts, event));
	}
	rule_check_errors(report, &rule_private_access, facts, &gone);
}

DEFINE_RULE(private_access) = {
	.name = "private_access",
	.summary = "Private flag members used outside the helpers that own "
		   "them",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
