// SPDX-License-Identifier: GPL-2.0-only
/*
 * Plain integers used as bit numbers of the type vma_flag_t, and bit numbers
 * that leave it. Cannot see what goes through a structure of another file. The
 * tests of the type in user space are wider than the list of flags on purpose
 * (tools/testing/vma, 7.0): numbers are all that there is beyond its end.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

/* What became of a bit by arithmetic is bit_arithmetic's to say. */
static bool is_calculated(const struct unit_facts *facts, guint32 index)
{
	guint32 child = facts_node(facts, index)->first;
	const guint8 kind = facts_node(facts, index)->kind;

	if (kind != NODE_BINARY && kind != NODE_UNARY)
		return false;
	for (; child; child = facts_node(facts, child)->next) {
		if (facts_kind(facts, child)->kind == KIND_BIT)
			return true;
	}
	return false;
}

/* An integer that nothing declares to be a bit. */
static bool is_raw(const struct unit_facts *facts, const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct type *type =
		facts_type(facts, facts_node(facts, use->node)->type);

	if (use->wanted != KIND_BIT || !use->is_typed ||
	    use->use == USE_BIT_NUMBER || type->class != TYPE_INTEGER ||
	    is_calculated(facts, use->node))
		return false;
	/* bit_out_of_word tells of numbers that no flag can have. */
	if (kind->has_value && kind->value >= facts_bitmap_bits(facts))
		return false;
	return kind->kind == KIND_CONSTANT || kind->kind == KIND_UNKNOWN ||
	       (kind->kind == KIND_BIT && !kind->is_typed);
}

/* A bit that goes where its type is forgotten. */
static bool is_lost(const struct unit_facts *facts, const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct node *user = facts_node(facts, use->user);

	return use->wanted == KIND_UNKNOWN && kind->kind == KIND_BIT &&
	       kind->is_typed && !kind->is_forced &&
	       (use->use == USE_STORE || use->use == USE_RETURN) &&
	       !(user->flags & NODE_FROM_MACRO);
}

/* The shift is right, but sparse, which tells bits from masks, stumbles. */
static bool is_shift(const struct unit_facts *facts, const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	const struct node *value = facts_node(facts, use->node);
	const struct type *type = facts_type(facts, value->type);
	const struct symbol *symbol = facts_symbol(facts, value->symbol);

	/* What does not even reach its bit is bit_out_of_word's to say. */
	if (kind->has_value && kind->value + 1 >= use->bits)
		return false;
	return use->use == USE_SHIFT && kind->kind == KIND_BIT &&
	       !kind->is_forced &&
	       (symbol->kind == SYMBOL_ENUMERATOR ||
		strcmp(type->spelling, "vma_flag_t") == 0) &&
	       !(value->flags & NODE_FROM_MACRO);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);

	if (use->use == USE_SHIFT)
		return g_strdup_printf("'%s' is a vma_flag_t, and a shift "
				       "forgets it",
				       value);
	if (use->wanted == KIND_UNKNOWN)
		return g_strdup_printf("'%s' is a vma_flag_t, but '%s' is a "
				       "plain integer and forgets it",
				       value, use->name);
	if (use->use == USE_CAST)
		return g_strdup_printf("the cast makes a vma_flag_t of '%s', "
				       "which is no declared bit",
				       value);
	if (*use->name)
		return g_strdup_printf("'%s' is a plain integer, but '%s' "
				       "wants a vma_flag_t",
				       value, use->name);
	return g_strdup_printf("'%s' is a plain integer where a vma_flag_t is "
			       "wanted",
			       value);
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct flag_use *use)
{
	if (use->use == USE_SHIFT && !facts_has_helper(facts, "vma_test"))
		return "test the mask with '& VM_..', or say that it is meant: "
		       "BIT((__force int)bit)";
	if (use->use == USE_SHIFT)
		return "test the bit with vma_test(), or say that it is meant: "
		       "BIT((__force int)bit)";
	return "name a declared bit, VMA_.._BIT, and keep it in a vma_flag_t";
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autofree char *message = NULL;

		if (facts->api != FACTS_TYPED || facts->owns_flags ||
		    facts->is_program ||
		    (!is_raw(facts, use) && !is_lost(facts, use) &&
		     !is_shift(facts, use)))
			continue;
		message = message_for(facts, use);
		rule_report_use(report, &rule_raw_bit, facts, use, message,
				advice_for(facts, use));
	}
}

DEFINE_RULE(raw_bit) = {
	.name = "raw_bit",
	.summary = "A plain integer used as a vma_flag_t, or a vma_flag_t kept "
		   "in a plain integer",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
