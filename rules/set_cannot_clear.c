// SPDX-License-Identifier: GPL-2.0-only
/*
 * Changes of other flags than their author meant: what can only set is asked
 * to clear. Follows a copy of the word inside one function, no further.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

enum role {
	ROLE_NONE,
	ROLE_ADDS,  /* or-ed into the word */
	ROLE_TAKES, /* taken out of it, complemented by the helper */
	ROLE_STORE, /* becomes the word */
};

enum lost_clear {
	FAULT_NONE,
	FAULT_ADDS_COMPLEMENT,	/* vm_flags_set(vma, ~VM_X) */
	FAULT_TAKES_COMPLEMENT, /* vm_flags_clear(vma, ~VM_X) */
	FAULT_ADDS_LESS,	/* vm_flags_set(vma, vma->vm_flags & ~VM_X) */
	FAULT_KEEPS_ONLY,	/* flags &= VM_X; vm_flags_reset(vma, flags) */
};

/* True if a value is the nr-th argument of its user; 0 is none. */
static bool is_argument(const struct unit_facts *facts,
			const struct flag_use *use, guint nr)
{
	guint32 argument = nr ? node_child(facts, use->user, nr) : 0;

	while (argument && argument != use->node &&
	       facts_node(facts, argument)->kind == NODE_CAST)
		argument = facts_node(facts, argument)->first;
	return argument && argument == use->node;
}

/* What the helper that a mask is given to does with it. */
static enum role role_of(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	const char *name =
		facts_symbol(facts, facts_callee(facts, use->user))->name;
	struct flag_helper helper;

	if (use->use != USE_ARGUMENT ||
	    !facts_flag_helper(facts, name, &helper) ||
	    helper.owner != HELPER_OF_VMA)
		return ROLE_NONE;
	return is_argument(facts, use, helper.sets)    ? ROLE_ADDS :
	       is_argument(facts, use, helper.clears)  ? ROLE_TAKES :
	       is_argument(facts, use, helper.becomes) ? ROLE_STORE :
							 ROLE_NONE;
}

static enum word_change change_on_way(const struct unit_facts *facts,
				      const struct flag_use *use)
{
	return facts_word_change(facts, use, node_child(facts, use->user, 1));
}

static enum lost_clear fault_of_argument(const struct unit_facts *facts,
					 const struct flag_use *use)
{
	enum role role = role_of(facts, use);

	switch (role) {
	case ROLE_ADDS:
		if (facts_is_complement(facts, use->node))
			return FAULT_ADDS_COMPLEMENT;
		return change_on_way(facts, use) == WORD_LESS ?
			       FAULT_ADDS_LESS :
			       FAULT_NONE;
	case ROLE_TAKES:
		return facts_is_complement(facts, use->node) ?
			       FAULT_TAKES_COMPLEMENT :
			       FAULT_NONE;
	case ROLE_STORE:
		return change_on_way(facts, use) == WORD_ONLY ?
			       FAULT_KEEPS_ONLY :
			       FAULT_NONE;
	case ROLE_NONE:
		break;
	}
	return FAULT_NONE;
}

/* A word that is stored to in place: the VMA's before 6.3, a descriptor's. */
static bool is_stored_word(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);

	return node->kind == NODE_MEMBER &&
	       facts_kind(facts, index)->kind == KIND_MASK &&
	       (strcmp(symbol->record, "vm_area_struct") == 0 ||
		strcmp(symbol->record, "vm_area_desc") == 0);
}

static enum lost_clear fault_of_store(const struct unit_facts *facts,
				      const struct flag_use *use)
{
	const struct node *user = facts_node(facts, use->user);
	guint32 value = node_child(facts, use->user, 1);

	value = facts_without_casts(facts, value);
	if (use->use != USE_OPERAND || user->kind != NODE_ASSIGN ||
	    use->node != value)
		return FAULT_NONE;
	if (user->op == OP_OR && facts_is_complement(facts, value))
		return FAULT_ADDS_COMPLEMENT;
	if (user->op == OP_AND && facts_is_few_flags(facts, value) &&
	    is_stored_word(facts, user->first))
		return FAULT_KEEPS_ONLY;
	return FAULT_NONE;
}

static enum lost_clear fault_of(const struct unit_facts *facts,
				const struct flag_use *use)
{
	enum lost_clear fault = fault_of_argument(facts, use);

	return fault != FAULT_NONE ? fault : fault_of_store(facts, use);
}

static bool is_fault(const struct unit_facts *facts, const struct flag_use *use)
{
	return fault_of(facts, use) != FAULT_NONE;
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	const char *name = use->use == USE_ARGUMENT ? use->name : "|=";

	switch (fault_of(facts, use)) {
	case FAULT_ADDS_COMPLEMENT:
		return g_strdup_printf("'%s' sets flags, and '%s' is all flags "
				       "but the named ones",
				       name, value);
	case FAULT_TAKES_COMPLEMENT:
		return g_strdup_printf("'%s' clears what it is given, and '%s' "
				       "is all flags but the named ones",
				       name, value);
	case FAULT_ADDS_LESS:
		return g_strdup_printf("'%s' can only set flags: what was "
				       "taken out of '%s' stays set",
				       name, value);
	case FAULT_KEEPS_ONLY:
		return g_strdup_printf("'%s' keeps the named flags and clears "
				       "all others",
				       value);
	case FAULT_NONE:
		break;
	}
	return g_strdup("");
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	enum lost_clear fault = fault_of(facts, use);

	if (fault == FAULT_TAKES_COMPLEMENT)
		return g_strdup("name the flags to clear, without '~'");
	if (fault == FAULT_KEEPS_ONLY ||
	    !facts_tree_has(facts, "vm_flags_clear"))
		return g_strdup("to clear flags, keep the complement: "
				"'& ~VM_..'");
	return g_strdup("clear flags with vm_flags_clear()");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_fault, message_for, advice_for };

	rule_check_uses(report, &rule_set_cannot_clear, facts, &use_rule);
}

DEFINE_RULE(set_cannot_clear) = {
	.name = "set_cannot_clear",
	.summary = "Flags cleared by what can only set them, or set by what "
		   "clears",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
