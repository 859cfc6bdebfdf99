// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bit numbers calculated with as if they were masks or counts. Cannot see it
 * after a written cast to an integer, which says that it is meant.
 */
#include "facts/facts.h"
#include "rule.h"

/* What is wrong with numbers of any origin, not only with vma_flag_t. */
static bool is_mask_operator(guint8 op)
{
	return op == OP_OR || op == OP_NOT || op == OP_XOR || op == OP_AND;
}

static bool is_bit_arithmetic(const struct unit_facts *facts,
			      const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct node *user = facts_node(facts, use->user);

	if (kind->kind != KIND_BIT)
		return false;
	if (use->use == USE_TRUTH)
		return kind->is_typed && !kind->is_forced;
	return use->use == USE_ARITHMETIC &&
	       (is_mask_operator(user->op) ||
		(kind->is_typed && !kind->is_forced));
}

/* What the operator does to a number. */
static const char *action(const struct unit_facts *facts,
			  const struct flag_use *use)
{
	switch (facts_node(facts, use->user)->op) {
	case OP_OR:
	case OP_AND:
	case OP_XOR:
		return "its digits are mixed with another number's, which "
		       "gives a bit that nobody meant";
	case OP_NOT:
		return "its complement is no set of flags";
	case OP_LT:
	case OP_GT:
	case OP_LE:
	case OP_GE:
		return "flags have no order";
	default:
		return "the result is another flag, or none";
	}
}

/* The numbers that one operator, or a chain of it, mixes; owned. */
static GArray *mixed_numbers(const struct unit_facts *facts,
			     const struct flag_use *use)
{
	const struct node *user = facts_node(facts, use->user);
	GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint32));

	if (use->use == USE_ARITHMETIC && is_mask_operator(user->op) &&
	    user->kind == NODE_BINARY)
		facts_collect_bits(facts, facts_chain(facts, use->user),
				   user->op, numbers);
	return numbers;
}

/* "VMA_A_BIT, VMA_B_BIT and VMA_C_BIT", or with another last joint; owned. */
static char *list_of(const struct unit_facts *facts, const GArray *numbers,
		     const char *quote, const char *joint)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < numbers->len; i++) {
		g_autofree char *name = facts_value_name(
			facts, g_array_index(numbers, guint32, i));

		g_string_append_printf(text, "%s%s%s%s",
				       i == 0		     ? "" :
				       i + 1 == numbers->len ? joint :
							       ", ",
				       quote, name, quote);
	}
	return g_string_free(text, FALSE);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use, const GArray *numbers)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *list = list_of(facts, numbers, "'", " and ");

	if (use->use != USE_TRUTH && numbers->len > 1)
		return g_strdup_printf("%s are numbers of bits, and are "
				       "calculated with: their digits are "
				       "mixed, which gives a bit that nobody "
				       "meant",
				       list);
	if (use->use != USE_TRUTH)
		return g_strdup_printf("'%s' is the number of a bit, and is "
				       "calculated with: %s",
				       value, action(facts, use));
	if (!kind->has_value)
		return g_strdup_printf("'%s' is the number of a bit, and is "
				       "tested for not being 0",
				       value);
	return g_strdup_printf(
		"'%s' is the number of a bit, not a test of it; "
		"it is %" G_GUINT64_FORMAT ", which is always %s",
		value, kind->value, kind->value ? "true" : "false");
}

/* `A | B` given as one bit: all of them, and what takes several; or NULL. */
static char *advice_for_several(const struct unit_facts *facts,
				const struct flag_use *use,
				const GArray *numbers)
{
	const guint32 chain = facts_chain(facts, use->user);
	g_autofree char *list = list_of(facts, numbers, "", " and ");
	g_autofree char *bits = list_of(facts, numbers, "", ", ");

	if (facts_node(facts, use->user)->op != OP_OR || numbers->len < 2)
		return NULL;
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *other =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autofree char *several = NULL;

		if (other->node != chain || other->wanted != KIND_BIT)
			continue;
		several = facts_takes_several(facts, other);
		if (several)
			return g_strdup_printf("give %s to %s(), which takes "
					       "several",
					       list, several);
	}
	if (!facts_has_helper(facts, "mk_vma_flags"))
		return NULL;
	return g_strdup_printf("combine masks, VM_.. | VM_.., or make a bitmap "
			       "with mk_vma_flags(%s)",
			       bits);
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct flag_use *use)
{
	guint8 op = facts_node(facts, use->user)->op;

	if (use->use == USE_TRUTH && facts_has_helper(facts, "vma_test"))
		return "test it with vma_test()";
	if (use->use == USE_TRUTH)
		return "test the flags of the VMA for it";
	if (is_mask_operator(op) && facts_has_helper(facts, "mk_vma_flags"))
		return "combine masks, VM_.. | VM_.., or make a bitmap with "
		       "mk_vma_flags()";
	if (is_mask_operator(op))
		return "combine masks: VM_.. | VM_.., or BIT() of each number";
	return "name the bit that is meant";
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autoptr(GArray) numbers = NULL;
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		if (!is_bit_arithmetic(facts, use))
			continue;
		numbers = mixed_numbers(facts, use);
		if (numbers->len > 1 &&
		    use->node != g_array_index(numbers, guint32, 0))
			continue; /* told of the first one, with all names */
		message = message_for(facts, use, numbers);
		advice = advice_for_several(facts, use, numbers);
		rule_report_use(report, &rule_bit_arithmetic, facts, use,
				message,
				advice ? advice : advice_for(facts, use));
	}
}

DEFINE_RULE(bit_arithmetic) = {
	.name = "bit_arithmetic",
	.summary = "The number of a bit calculated with, ordered or tested as "
		   "if it were a value",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
