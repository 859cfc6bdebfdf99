// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whole flag words compared with a constant. Cannot see a comparison with a
 * variable that holds a constant.
 */
#include "facts/facts.h"
#include "rule.h"

static bool is_comparison(const struct unit_facts *facts,
			  const struct flag_use *use)
{
	const struct node *user = facts_node(facts, use->user);

	return use->use == USE_LABEL ||
	       (use->use == USE_OPERAND &&
		(user->op == OP_EQ || user->op == OP_NE));
}

static bool is_exact_compare(const struct unit_facts *facts,
			     const struct flag_use *use)
{
	const struct kind *flags = facts_kind(facts, use->node);
	const struct kind *word = facts_kind(facts, use->peer);

	return is_comparison(facts, use) && flags->kind == KIND_MASK &&
	       flags->has_value && flags->value != 0 &&
	       word->kind == KIND_MASK && word->is_whole;
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *flags = facts_value_name(facts, use->node);
	g_autofree char *word = facts_value_name(facts, use->peer);

	return g_strdup_printf("all of '%s' is compared with '%s'; a VMA has "
			       "other flags too, VM_MAYREAD and the like, so "
			       "it is never equal",
			       word, flags);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	g_autofree char *flags = facts_value_name(facts, use->node);
	g_autofree char *word = facts_value_name(facts, use->peer);

	return g_strdup_printf("mask what is asked for first: '%s & %s'", word,
			       flags);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_exact_compare, message_for,
					   advice_for };

	rule_check_uses(report, &rule_exact_compare, facts, &use_rule);
}

DEFINE_RULE(exact_compare) = {
	.name = "exact_compare",
	.summary = "A whole flag word compared with a constant, where a test "
		   "was meant",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
