// SPDX-License-Identifier: GPL-2.0-only
/*
 * Masks that lose their upper bits. Cannot see a word that shrinks inside a
 * macro of another file, or in a structure copied as a whole.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

/* A variable that is too small is one mistake, however often it is filled. */
static bool is_known_local(const struct unit_facts *facts, guint nr)
{
	const struct flag_use *use =
		&g_array_index(facts->uses, struct flag_use, nr);

	for (guint i = 0; i < nr && use->local; i++) {
		const struct flag_use *other =
			&g_array_index(facts->uses, struct flag_use, i);

		if (other->use == USE_NARROW && other->local == use->local)
			return true;
	}
	return false;
}

/* A mask in place of a bit number is mask_as_bit's, however long it is. */
static bool is_for_bit(const struct unit_facts *facts,
		       const struct flag_use *use)
{
	const struct type *to =
		facts_type(facts, facts_node(facts, use->user)->type);

	return use->use == USE_NARROW && strcmp(to->alias, "vma_flag_t") == 0;
}

static bool is_truncation(const struct unit_facts *facts, guint nr)
{
	const struct flag_use *use =
		&g_array_index(facts->uses, struct flag_use, nr);

	return (use->use == USE_NARROW || use->use == USE_WIDEN ||
		use->use == USE_FORMAT) &&
	       !is_for_bit(facts, use) && !is_known_local(facts, nr);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);

	if (use->use == USE_WIDEN)
		return g_strdup_printf("'%s' is a complement of %u bits, "
				       "filled up with zeros: it clears all "
				       "flags from bit %u on",
				       value, use->bits, use->bits);
	if (use->use == USE_FORMAT)
		return g_strdup_printf("'%s' is a word of flags, but '%s' "
				       "prints %u bits of it",
				       value, use->name, use->bits);
	return g_strdup_printf("'%s' can hold flags that '%s' has no room for",
			       value, use->name);
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct flag_use *use)
{
	if (use->use == USE_WIDEN)
		return "complement a mask that is an unsigned long, as "
		       "BIT() makes it";
	if (use->use == USE_FORMAT)
		return "print it with %lx, or with %pGv by its address";
	if (facts_node(facts, use->user)->kind == NODE_RETURN)
		return "return bool, or vm_flags_t";
	return "keep it in a vm_flags_t, or test it with !!";
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autofree char *message = NULL;
		struct finding *finding;

		if (!is_truncation(facts, i))
			continue;
		message = message_for(facts, use);
		finding = rule_report_use(report, &rule_flag_truncation, facts,
					  use, message, advice_for(facts, use));
		if (use->only_low_reads)
			finding->severity = SEVERITY_WARNING;
	}
}

DEFINE_RULE(flag_truncation) = {
	.name = "flag_truncation",
	.summary = "A mask of VMA flags cut to fewer bits than it can hold",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
