// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bit numbers where a mask is wanted. Cannot see a mask that an untyped
 * parameter of another file wants.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static bool is_bit_as_mask(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);

	return use->wanted == KIND_MASK && kind->kind == KIND_BIT;
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *mask = NULL;

	if (!kind->has_value)
		return g_strdup_printf("'%s' is the number of a bit, but a "
				       "mask is wanted here",
				       value);
	mask = facts_mask_name(facts, kind->value);
	return g_strdup_printf(
		"'%s' is the number of a bit, but a mask is "
		"wanted here; as a mask, %" G_GUINT64_FORMAT " is %s",
		value, kind->value, kind->value ? mask : "no flag at all");
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *stem = facts_flag_stem(facts, use->node);
	g_autofree char *mask = g_strdup_printf("VM_%s", stem ? stem : "");

	if (stem && facts_tree_has(facts, mask))
		return g_strdup_printf("use %s", mask);
	return g_strdup_printf("use BIT(%s)", value);
}

/* What does not compile: all bits of a VMA as if they were one number. */
static bool is_bitmap_as_mask(const struct unit_facts *facts,
			      const struct code_error *error)
{
	(void)facts;
	return error->kind == CODE_ERROR_TYPE &&
	       is_bitmap_spelling(error->from);
}

static char *message_for_bitmap(const struct unit_facts *facts,
				const struct code_error *error)
{
	g_autofree char *source = code_error_source(facts, error);

	return g_strdup_printf("'%s' has a bitmap of bit numbers (%s), but a "
			       "mask is wanted",
			       source, error->from);
}

static char *advice_for_bitmap(const struct unit_facts *facts,
			       const struct code_error *error)
{
	(void)facts;
	(void)error;
	return g_strdup("use vma->vm_flags, or the helpers that take bit "
			"numbers");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_bit_as_mask, message_for,
					   advice_for };
	const struct error_rule error_rule = { is_bitmap_as_mask,
					       message_for_bitmap,
					       advice_for_bitmap };

	rule_check_uses(report, &rule_bit_as_mask, facts, &use_rule);
	rule_check_errors(report, &rule_bit_as_mask, facts, &error_rule);
}

DEFINE_RULE(bit_as_mask) = {
	.name = "bit_as_mask",
	.summary = "The number of a bit used where a mask of VMA flags is "
		   "wanted",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
