// SPDX-License-Identifier: GPL-2.0-only
/*
 * Constants of another family among VMA flags, and the reverse. Cannot see a
 * word of another family that has no type and comes from elsewhere.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static bool is_ours(enum flag_kind kind)
{
	return kind == KIND_MASK || kind == KIND_BIT;
}

static bool is_foreign_flag(const struct unit_facts *facts,
			    const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);

	if (kind->has_value && kind->value == 0 && kind->kind == KIND_MASK)
		return false;
	/* A vm_flags_t that holds flags of vmalloc: told where it gets them. */
	if (use->wanted == KIND_FOREIGN && kind->stored == use->family)
		return false;
	return (is_ours(use->wanted) && kind->kind == KIND_FOREIGN) ||
	       (use->wanted == KIND_FOREIGN &&
		is_ours((enum flag_kind)kind->kind));
}

/* What a foreign value means among VMA flags. */
static char *meaning(const struct unit_facts *facts, const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *flags = NULL;

	if (!kind->has_value || kind->value == 0)
		return g_strdup("");
	if (use->wanted == KIND_MASK) {
		flags = facts_mask_name(facts, kind->value);
		return g_strdup_printf("; here it is %s", flags);
	}
	if (kind->value >= facts->word_bits)
		return g_strdup("");
	flags = facts_mask_name(facts, (guint64)1 << kind->value);
	return g_strdup_printf("; here it is bit %" G_GUINT64_FORMAT ", %s",
			       kind->value, flags);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *means = NULL;

	if (use->wanted == KIND_FOREIGN)
		return g_strdup_printf("'%s' is a VMA flag, but %s are wanted "
				       "here",
				       value, family_name(use->family));
	means = meaning(facts, use);
	return g_strdup_printf("'%s' is one of the %s, not a VMA flag%s", value,
			       family_name((enum flag_family)kind->family),
			       means);
}

/* A VMA flag of the same name, if the tree has one. */
static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	const char *stem = strrchr(value, '_');
	g_autofree char *flag =
		g_strdup_printf(use->wanted == KIND_BIT ? "VMA%s_BIT" : "VM%s",
				stem ? stem : "");

	if (use->wanted == KIND_FOREIGN)
		return g_strdup("use the constant of that family, or test the "
				"flags of the VMA");
	if (stem && strcmp(flag, value) != 0 && facts_tree_has(facts, flag))
		return g_strdup_printf("use %s, if the VMA is meant", flag);
	return g_strdup("test the word that this constant belongs to");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_foreign_flag, message_for,
					   advice_for };

	rule_check_uses(report, &rule_foreign_flag, facts, &use_rule);
}

DEFINE_RULE(foreign_flag) = {
	.name = "foreign_flag",
	.summary = "A constant of another family used as a VMA flag, or a VMA "
		   "flag as one of those",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
