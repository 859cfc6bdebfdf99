// SPDX-License-Identifier: GPL-2.0-only
/* The helper call that says what a plain store to the flags says. */
#include <string.h>

#include "facts.h"
#include "helpers.h"
#include "kinds/kinds.h"

/* What an implicit cast of a macro's parentheses is about. */
static guint32 as_written(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	while (node->kind == NODE_CAST && (node->flags & NODE_IMPLICIT)) {
		index = node->first;
		node = facts_node(facts, index);
	}
	return index;
}

/*
 * A part of the event as it is written. What the body of a macro spells has
 * only the macro's use as its place: nothing of it can be quoted; then NULL.
 */
static char *part_text(const struct unit_facts *facts,
		       const struct flag_event *event, guint32 part)
{
	const struct code_place *whole = &facts_node(facts, event->node)->at;
	const guint32 written = as_written(facts, part);
	const struct code_place *at = &facts_node(facts, written)->at;
	g_autofree char *text = facts_source(facts, written);

	if (!*text || (at->offset <= whole->offset &&
		       at->end_offset >= whole->end_offset))
		return NULL;
	return g_steal_pointer(&text);
}

/* The VMA as an argument: a pointer, or the address of an object. */
static char *owner_argument(const struct unit_facts *facts,
			    const struct flag_event *event)
{
	g_autofree char *text = part_text(facts, event, event->owner);
	const struct node *owner = facts_node(facts, event->owner);

	if (!text)
		return NULL;
	if (facts_type(facts, owner->type)->class == TYPE_POINTER)
		return g_steal_pointer(&text);
	return g_strdup_printf("&%s", text);
}

static char *one_argument_call(const struct unit_facts *facts,
			       const struct flag_event *event,
			       const char *helper, const char *owner)
{
	g_autofree char *text = part_text(facts, event, event->value);
	g_autofree char *here = facts_helper_here(facts, helper);

	if (!here || !text)
		return NULL;
	return g_strdup_printf("%s(%s, %s)", here, owner, text);
}

/* `flags & ~X`: the X, without the parentheses that ~ needed. */
static char *cleared_flags(const struct unit_facts *facts,
			   const struct flag_event *event)
{
	const struct node *node =
		facts_node(facts, as_written(facts, event->value));

	if (node->kind != NODE_UNARY || node->op != OP_NOT)
		return NULL;
	return part_text(facts, event, node->first);
}

static char *clear_call(const struct unit_facts *facts, const char *owner,
			const struct flag_event *event)
{
	g_autofree char *flags = cleared_flags(facts, event);
	g_autofree char *here = facts_helper_here(facts, "vm_flags_clear");

	if (!flags || !here)
		return NULL;
	return g_strdup_printf("%s(%s, %s)", here, owner, flags);
}

static bool is_once(const struct unit_facts *facts,
		    const struct flag_event *event)
{
	return strcmp(facts_node(facts, event->node)->macro, "WRITE_ONCE") == 0;
}

/* An overwrite: which helper is right depends on who can see the VMA. */
static char *overwrite_call(const struct unit_facts *facts, const char *owner,
			    const struct flag_event *event)
{
	g_autofree char *once =
		is_once(facts, event) ?
			facts_helper_here(facts, "vm_flags_reset_once") :
			NULL;

	return one_argument_call(
		facts, event, once ? "vm_flags_reset_once" : "vm_flags_reset",
		owner);
}

char *facts_replacement(const struct unit_facts *facts,
			const struct flag_event *event)
{
	g_autofree char *owner = owner_argument(facts, event);

	if (!owner || event->storage != STORAGE_WORD)
		return NULL;
	switch (event->op) {
	case OP_OR:
		return one_argument_call(facts, event, "vm_flags_set", owner);
	case OP_AND:
		return clear_call(facts, owner, event);
	case OP_NONE:
		return overwrite_call(facts, owner, event);
	default:
		return NULL;
	}
}

/* The bits that a store sets or clears, as names with commas; or NULL. */
static char *bits_changed(const struct unit_facts *facts,
			  const struct flag_event *event)
{
	const struct kind *kind = facts_kind(facts, event->value);
	guint64 mask = event->op == OP_AND ? ~kind->value : kind->value;

	if (facts->word_bits < 64)
		mask &= ((guint64)1 << facts->word_bits) - 1;
	return kind->has_value && mask ? facts_bits_of_mask(facts, mask) : NULL;
}

char *facts_advise_call(const struct unit_facts *facts,
			const struct flag_event *event, const char *call)
{
	const char *typed = event->op == OP_AND ? "vma_clear_flags" :
						  "vma_set_flags";
	g_autofree char *owner = owner_argument(facts, event);
	g_autofree char *bits = bits_changed(facts, event);

	if (!owner || !bits || event->op == OP_NONE ||
	    !facts_tree_calls(facts, typed))
		return g_strdup_printf("use %s", call);
	return g_strdup_printf(
		"use %s, or %s(%s, %s)%s", call, typed, owner, bits,
		facts_has_vma_locks(facts) ? " after vma_start_write()" : "");
}

char *facts_advise_overwrite(const struct unit_facts *facts, const char *call)
{
	return g_strdup_printf("use %s %s, or vm_flags_init() while nobody "
			       "else sees the VMA",
			       call,
			       facts_has_vma_locks(facts) ?
				       "after vma_start_write()" :
				       "with the mmap lock held for writing");
}
