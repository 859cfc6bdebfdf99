// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bits that lie beyond the word they are used on. Cannot see it in a file that
 * is only parsed for 64-bit architectures.
 */
#include "facts/facts.h"
#include "rule.h"

/* The number of bits that there are; 0 if any number goes. */
static guint room(const struct unit_facts *facts, const struct flag_use *use)
{
	if (use->use == USE_SHIFT || use->use == USE_BIT_NUMBER)
		return use->bits;
	if (use->wanted == KIND_BIT && use->is_typed && use->use != USE_CAST &&
	    use->use != USE_STORE)
		return facts->word_bits;
	return 0;
}

static bool is_out_of_word(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	guint bits = room(facts, use);

	return bits > 0 && kind->kind == KIND_BIT && kind->has_value &&
	       kind->value >= bits && !facts_is_from_header(facts, use->node);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	const struct type *type =
		facts_type(facts, facts_node(facts, use->user)->type);

	if (use->use == USE_SHIFT)
		return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT
				       ", which a shift of '%s' does not reach",
				       value,
				       facts_kind(facts, use->node)->value,
				       type->spelling);
	return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT ", but the "
			       "flags have %u bits on %s: this reads or writes "
			       "beyond them",
			       value, facts_kind(facts, use->node)->value,
			       room(facts, use), facts->arch);
}

static const char *advice_for(const struct flag_use *use)
{
	if (use->use == USE_SHIFT)
		return "shift 1UL, as BIT() does, where a long has 64 bits";
	return "use a mask that is empty where the flag does not exist, or "
	       "compile this for 64 bits only";
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autofree char *message = NULL;

		if (!is_out_of_word(facts, use))
			continue;
		message = message_for(facts, use);
		rule_report_use(report, &rule_bit_out_of_word, facts, use,
				message, advice_for(use));
	}
}

DEFINE_RULE(bit_out_of_word) = {
	.name = "bit_out_of_word",
	.summary = "A bit used on a word that is too short to have it",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
