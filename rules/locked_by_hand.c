// SPDX-License-Identifier: GPL-2.0-only
/*
 * VM_LOCKED or VM_LOCKONFAULT set or cleared by somebody who does not count
 * locked pages. mm/ does, and whoever changes locked_vm in the same function.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

/* VM_LOCKED, VMA_LOCKONFAULT_BIT, VM_LOCKED_MASK, or a mask with one. */
static bool names_locked(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);
	g_autofree char *stem = facts_flag_stem(facts, index);
	g_autofree char *names = NULL;

	if (stem && (g_str_has_prefix(stem, "LOCKED") ||
		     strcmp(stem, "LOCKONFAULT") == 0))
		return true;
	if (kind->kind != KIND_MASK || !kind->has_value ||
	    !facts_is_few_flags(facts, index))
		return false;
	names = facts_mask_name(facts, kind->value);
	return strstr(names, "VM_LOCK") != NULL;
}

/* A word or bitmap of a VMA, or of the descriptor of one to come. */
static bool is_flags_of_vma(const struct unit_facts *facts, guint32 index)
{
	guint32 owner = 0;
	bool is_indirect;
	const struct node *node;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (node->kind == NODE_MEMBER &&
	    strcmp(facts_symbol(facts, node->symbol)->record, "vm_area_desc") ==
		    0)
		return true;
	return facts_storage(facts, index, &owner, &is_indirect) !=
	       STORAGE_NONE;
}

/* Of a bitmap only if it is a VMA's: others are variables of the function. */
static bool is_owner(const struct unit_facts *facts, guint32 index,
		     enum helper_owner owner)
{
	const struct node *node;

	if (owner != HELPER_OF_BITMAP)
		return owner != HELPER_OF_NONE;
	node = facts_node(facts, facts_without_casts(facts, index));
	return node->kind == NODE_UNARY && node->op == OP_ADDRESS &&
	       is_flags_of_vma(facts, node->first);
}

/* The helper that a call calls, also by a macro of another name. */
static bool helper_of(const struct unit_facts *facts, guint32 call,
		      struct flag_helper *ret_helper)
{
	return facts_flag_helper(
		facts, facts_symbol(facts, facts_callee(facts, call))->name,
		ret_helper);
}

/* The first flag of the kind among the flags that a helper is told. */
static guint32 changed_by_helper(const struct unit_facts *facts, guint32 index)
{
	struct flag_helper helper;
	guint32 argument = node_child(facts, index, 1), found = 0;

	if (!helper_of(facts, index, &helper) ||
	    !is_owner(facts, argument, helper.owner))
		return 0;
	argument = facts_node(facts, argument)->next;
	for (; argument && !found; argument = facts_node(facts, argument)->next)
		found = facts_find_flag(facts, argument, names_locked);
	return found;
}

/* The first flag of the kind that a node changes; 0 if it changes none. */
static guint32 changed_flag(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	if (node->kind == NODE_CALL)
		return changed_by_helper(facts, index);
	return is_flags_of_vma(facts, node->first) ?
		       facts_find_flag(facts, node_child(facts, index, 1),
				       names_locked) :
		       0;
}

/* A function that changes locked_vm, by itself or by account_locked_vm(). */
static bool does_account(const struct unit_facts *facts, guint32 index)
{
	const struct function *function = facts_function(facts, index);

	for (guint32 i = function->body; i && i < function->end; i++) {
		const struct node *node = facts_node(facts, i);

		if ((node->kind == NODE_MEMBER || node->kind == NODE_NAME) &&
		    strstr(facts_symbol(facts, node->symbol)->name,
			   "locked_vm"))
			return true;
	}
	return false;
}

/* A VMA that was never counted, as a copy for a new mm, may lose the flag. */
static bool is_uncounted(const struct unit_facts *facts, guint32 index)
{
	for (guint i = 0; i < facts->path_events->len; i++) {
		const struct path_event *event = &g_array_index(
			facts->path_events, struct path_event, i);

		if (event->node == index && event->kind == PATH_MUTATION &&
		    event->origin == ORIGIN_FRESH)
			return true;
	}
	return false;
}

/* `flags & ~VM_LOCKED': what is stored is without the flag. */
static bool is_complement_of(const struct unit_facts *facts, guint32 flag)
{
	for (guint32 above = facts_parent(facts, flag);
	     above && facts_node(facts, above)->kind < NODE_BLOCK;
	     above = facts_parent(facts, above)) {
		const struct node *node = facts_node(facts, above);

		if (node->kind == NODE_UNARY && node->op == OP_NOT)
			return true;
	}
	return false;
}

static bool is_taken(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	struct flag_helper helper;

	if (is_complement_of(facts, changed_flag(facts, index)))
		return true;
	if (node->kind == NODE_ASSIGN)
		return node->op == OP_AND;
	return helper_of(facts, index, &helper) && helper.clears &&
	       !helper.sets && !helper.becomes;
}

static bool is_by_hand(const struct unit_facts *facts, guint32 index)
{
	return changed_flag(facts, index) &&
	       !(is_taken(facts, index) && is_uncounted(facts, index)) &&
	       !does_account(facts, facts_function_of(facts, index));
}

/* mm/ counts; tools/ and other programs have copies to test with. */
static bool is_judged(const struct unit_facts *facts)
{
	return !facts->is_program && !g_str_has_prefix(facts->path, "mm/") &&
	       !g_str_has_prefix(facts->path, "tools/");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint32 i = 1; is_judged(facts) && i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);
		g_autofree char *stem = NULL;
		g_autofree char *message = NULL;

		if ((node->kind != NODE_ASSIGN && node->kind != NODE_CALL) ||
		    !is_by_hand(facts, i))
			continue;
		stem = facts_flag_stem(facts, changed_flag(facts, i));
		message = g_strdup_printf(
			"%s is %s here, but the pages are not counted in "
			"locked_vm",
			stem && g_str_has_prefix(stem, "LOCKON") ?
				"VM_LOCKONFAULT" :
				"VM_LOCKED",
			is_taken(facts, i) ? "cleared" : "changed");
		rule_report_node(report, &rule_locked_by_hand, facts, i,
				 message,
				 "leave it to mlock(), or pin the pages and "
				 "call account_locked_vm()");
	}
}

DEFINE_RULE(locked_by_hand) = {
	.name = "locked_by_hand",
	.summary = "VM_LOCKED changed where locked pages are not counted",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
