// SPDX-License-Identifier: GPL-2.0-only
/* The helper call that says what a plain store to the flags says. */
#include <string.h>

#include "facts.h"

/* A tree before 6.3 has no helpers; what it becomes is what later ones have. */
static bool is_offered(const struct unit_facts *facts, const char *helper)
{
	return facts->api == FACTS_PLAIN || facts_tree_has(facts, helper);
}

/* The VMA as an argument: a pointer, or the address of an object. */
static char *owner_argument(const struct unit_facts *facts,
			    const struct flag_event *event)
{
	g_autofree char *text = facts_source(facts, event->owner);
	const struct node *owner = facts_node(facts, event->owner);

	if (!*text)
		return NULL;
	if (facts_type(facts, owner->type)->class == TYPE_POINTER)
		return g_steal_pointer(&text);
	return g_strdup_printf("&%s", text);
}

static char *one_argument_call(const struct unit_facts *facts,
			       const char *helper, const char *owner,
			       guint32 value)
{
	g_autofree char *text = facts_source(facts, value);

	if (!is_offered(facts, helper) || !*text)
		return NULL;
	return g_strdup_printf("%s(%s, %s)", helper, owner, text);
}

/* `flags & ~X`: the X, without the parentheses that ~ needed. */
static char *cleared_flags(const struct unit_facts *facts, guint32 value)
{
	const struct node *node = facts_node(facts, value);
	g_autofree char *text = NULL;

	while (node->kind == NODE_CAST && (node->flags & NODE_IMPLICIT))
		node = facts_node(facts, node->first);
	if (node->kind != NODE_UNARY || node->op != OP_NOT)
		return NULL;
	text = facts_source(facts, node->first);
	return *text ? g_steal_pointer(&text) : NULL;
}

static char *clear_call(const struct unit_facts *facts, const char *owner,
			const struct flag_event *event)
{
	g_autofree char *flags = cleared_flags(facts, event->value);

	if (!flags || !is_offered(facts, "vm_flags_clear"))
		return NULL;
	return g_strdup_printf("vm_flags_clear(%s, %s)", owner, flags);
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
	const char *helper = "vm_flags_reset";

	if (is_once(facts, event) && is_offered(facts, "vm_flags_reset_once"))
		helper = "vm_flags_reset_once";
	return one_argument_call(facts, helper, owner, event->value);
}

char *facts_replacement(const struct unit_facts *facts,
			const struct flag_event *event)
{
	g_autofree char *owner = owner_argument(facts, event);

	if (!owner || event->storage != STORAGE_WORD)
		return NULL;
	switch (event->op) {
	case OP_OR:
		return one_argument_call(facts, "vm_flags_set", owner,
					 event->value);
	case OP_AND:
		return clear_call(facts, owner, event);
	case OP_NONE:
		return overwrite_call(facts, owner, event);
	default:
		return NULL;
	}
}
