// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whole flag words, and constant masks, taken for the answer to a question.
 * Says nothing of a value that was masked before, nor of a variable that
 * collects flags, whose being zero means something.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

enum truth_fault {
	FAULT_NONE,
	FAULT_WORD,	  /* `flags && VM_X': the word is never zero */
	FAULT_NEGATION,	  /* `!flags & VM_X': the word is negated first */
	FAULT_CONSTANT,	  /* `flags & VM_X || VM_Y': VM_Y is always true */
	FAULT_COMPARISON, /* `flags & VM_X == VM_X': compared first */
};

/* Words that describe one mapping, beside the VMA's own; 6.1 to 7.x. */
static bool is_descriptor_word(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const char *record = facts_symbol(facts, node->symbol)->record;

	return node->kind == NODE_MEMBER &&
	       (strcmp(record, "vm_area_desc") == 0 ||
		strcmp(record, "vm_region") == 0);
}

static bool is_whole_word(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	return kind->kind == KIND_MASK && !kind->has_value &&
	       (kind->is_whole || is_descriptor_word(facts, index));
}

static bool is_operand_of_and(const struct unit_facts *facts, guint32 negation)
{
	const struct node *node =
		facts_node(facts, facts_written_parent(facts, negation));

	return node->kind == NODE_BINARY && node->op == OP_AND;
}

/* A flag that no configuration lacks. */
static bool is_always_there(const struct unit_facts *facts, guint32 index)
{
	g_autofree char *stem = facts_flag_stem(facts, index);

	return stem && facts_known_bit(stem) &&
	       !facts_optional_flag(facts, stem);
}

/*
 * The right operand of a logical operator. On the left of && a mask asks
 * whether this configuration has the flag at all.
 */
static bool is_constant_answer(const struct unit_facts *facts,
			       const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct node *user = facts_node(facts, use->user);
	guint32 left = user->first;

	if (user->kind != NODE_BINARY ||
	    (user->op != OP_LOGICAL_OR && user->op != OP_LOGICAL_AND) ||
	    !kind->has_value || kind->value == 0)
		return false;
	left = facts_without_casts(facts, left);
	/* A whole word on the left is the fault itself. */
	if (left == use->node || facts_kind(facts, left)->has_value ||
	    is_whole_word(facts, left))
		return false;
	return facts_kind(facts, left)->kind == KIND_MASK ||
	       is_always_there(facts, use->node);
}

/* `flags & (VM_A || VM_B)', `flags & !VM_A': all in it is constant. */
static bool is_constant_mask(const struct unit_facts *facts,
			     const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct node *user = facts_node(facts, use->user);
	guint32 left = facts_without_casts(facts, user->first);
	bool is_negated = user->op == OP_LOGICAL_NOT;
	bool is_right = left != use->node &&
			facts_kind(facts, left)->kind == KIND_MASK;

	return kind->kind == KIND_MASK && kind->has_value && kind->value != 0 &&
	       (is_negated || is_right) &&
	       facts_stands_for_mask(facts, use->user);
}

static bool is_comparison(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	guint32 right = node_child(facts, index, 1);

	return node->kind == NODE_BINARY &&
	       (node->op == OP_EQ || node->op == OP_NE) &&
	       (facts_kind(facts, node->first)->kind == KIND_MASK ||
		facts_kind(facts, right)->kind == KIND_MASK);
}

static enum truth_fault fault_of(const struct unit_facts *facts,
				 const struct flag_use *use)
{
	const struct node *user = facts_node(facts, use->user);

	if (use->use == USE_OPERAND && user->op == OP_AND &&
	    is_comparison(facts, use->node))
		return FAULT_COMPARISON;
	if (use->use != USE_TRUTH)
		return FAULT_NONE;
	if (is_constant_answer(facts, use) || is_constant_mask(facts, use))
		return FAULT_CONSTANT;
	if (!is_whole_word(facts, use->node))
		return FAULT_NONE;
	if (user->kind == NODE_UNARY && is_operand_of_and(facts, use->user))
		return FAULT_NEGATION;
	return FAULT_WORD;
}

static bool is_fault(const struct unit_facts *facts, const struct flag_use *use)
{
	return fault_of(facts, use) != FAULT_NONE;
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);

	switch (fault_of(facts, use)) {
	case FAULT_NEGATION:
		return g_strdup_printf("'!' negates all of '%s' before the "
				       "mask is applied; the result is 0 or 1",
				       value);
	case FAULT_CONSTANT:
		return g_strdup_printf("'%s' is a constant mask, which is "
				       "always true here",
				       value);
	case FAULT_COMPARISON:
		return g_strdup_printf("'%s' is compared before '&' applies "
				       "the mask",
				       value);
	case FAULT_WORD:
	case FAULT_NONE:
		break;
	}
	return g_strdup_printf("all of '%s' is taken for the answer to a "
			       "question; hardly any VMA has no flag at all, "
			       "so it is always true",
			       value);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	(void)facts;
	(void)use;
	return g_strdup("apply a mask, in parentheses: '(flags & VM_..)'");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_fault, message_for, advice_for };

	rule_check_uses(report, &rule_word_as_truth, facts, &use_rule);
}

DEFINE_RULE(word_as_truth) = {
	.name = "word_as_truth",
	.summary = "A whole flag word, or a constant mask, used as a truth "
		   "value",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
