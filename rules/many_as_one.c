// SPDX-License-Identifier: GPL-2.0-only
/*
 * Masks of several flags where one flag is assumed. Cannot see it when the
 * mask came out of another function.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static bool has_many(guint64 mask)
{
	return (mask & (mask - 1)) != 0;
}

static bool is_many_as_one(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);

	if (use->use == USE_SINGLE)
		return use->bits > 1;
	return use->use == USE_LOGARITHM && kind->has_value &&
	       has_many(kind->value);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *mask = NULL;

	if (use->use == USE_SINGLE)
		return g_strdup_printf("'%s' holds %u flags, but '%s' is for "
				       "at most one",
				       value, use->bits, use->name);
	mask = facts_mask_name(facts, facts_kind(facts, use->node)->value);
	/* What is written as several needs no names. */
	return g_strdup_printf("'%s' is several flags%s%s, but '%s' gives the "
			       "number of one of them",
			       value, strchr(value, '|') ? "" : ", ",
			       strchr(value, '|') ? "" : mask, use->name);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	(void)facts;
	return g_strdup(use->use == USE_SINGLE ?
				"use the _any_mask or _all_mask form" :
				"name one flag");
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_many_as_one, message_for,
					   advice_for };

	rule_check_uses(report, &rule_many_as_one, facts, &use_rule);
}

DEFINE_RULE(many_as_one) = {
	.name = "many_as_one",
	.summary = "A mask of several flags used where one flag is assumed",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
