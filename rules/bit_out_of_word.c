// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bits that lie beyond the word they are used on, also where that is shorter
 * than in the parse. Cannot see a test of the width in another file.
 */
#include "facts/facts.h"
#include "rule.h"

#include <string.h>

static bool is_of_bitmap(const struct flag_use *use)
{
	return use->wanted == KIND_BIT && use->is_typed &&
	       use->use != USE_CAST && use->use != USE_STORE;
}

/* A test of the width around a use: it is meant for 64 bits. */
static bool is_guarded(const struct unit_facts *facts,
		       const struct flag_use *use)
{
	const struct code_place *at = &facts_node(facts, use->node)->at;
	g_autofree char *guards = facts_guards(facts, at->line);
	g_autofree char *text = facts_function_text(facts, use->function);

	if (strstr(guards, "64") || facts_guards_flag(facts, guards, use->node))
		return true;
	return strstr(text, "IS_ENABLED(CONFIG_64BIT)") ||
	       strstr(text, "BITS_PER_LONG");
}

/* `1UL << bit', whose room is that of a long. */
static bool shifts_long(const struct unit_facts *facts,
			const struct flag_use *use)
{
	const struct type *type =
		facts_type(facts, facts_node(facts, use->user)->type);

	return use->use == USE_SHIFT && !strstr(type->spelling, "long long") &&
	       strstr(type->spelling, "long");
}

/*
 * A long, or a bitmap of one, that has 64 bits here and 32 in other builds of
 * the file.
 */
static bool is_shorter_elsewhere(const struct unit_facts *facts,
				 const struct flag_use *use)
{
	bool is_long = shifts_long(facts, use) ||
		       (use->is_typed && use->use != USE_SHIFT &&
			facts_bitmap_bits(facts) == facts->word_bits);

	return facts->is_short_too && is_long && !is_guarded(facts, use);
}

/* The number of bits that there are; 0 if any number goes. */
static guint room(const struct unit_facts *facts, const struct flag_use *use)
{
	guint bits = 0;

	if (use->use == USE_SHIFT)
		bits = use->bits;
	else if (use->use == USE_BIT_NUMBER)
		bits = MAX(use->bits,
			   use->is_typed ? facts_bitmap_bits(facts) : 0);
	else if (is_of_bitmap(use))
		bits = facts_bitmap_bits(facts);
	if (bits > 32 && is_shorter_elsewhere(facts, use))
		return 32;
	return bits;
}

/* `VM_X', whose macro shifts: the number is not written in the file. */
static bool is_whole_macro(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct node *shift = facts_node(facts, use->user);
	const struct node *number = facts_node(facts, use->node);

	return use->use == USE_SHIFT && *shift->macro &&
	       number->at.offset == shift->at.offset;
}

/* A plain number beyond all bits, given to a helper or a list of bits. */
static bool is_no_bit(const struct unit_facts *facts,
		      const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);

	return kind->kind == KIND_CONSTANT && kind->has_value &&
	       is_of_bitmap(use) && use->use != USE_BIT_NUMBER &&
	       use->use != USE_RETURN &&
	       kind->value >= facts_bitmap_bits(facts);
}

/* A bit, or the number of one that becomes one of the flags here. */
static bool is_number(const struct kind *kind, const struct flag_use *use)
{
	return kind->has_value && (kind->kind == KIND_BIT ||
				   (kind->kind == KIND_CONSTANT &&
				    (use->use == USE_SHIFT ||
				     (use->use == USE_BIT_NUMBER &&
				      use->is_typed && kind->value < 64))));
}

static bool is_out_of_word(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	guint bits = room(facts, use);

	if (facts_is_from_header(facts, use->node) ||
	    is_whole_macro(facts, use))
		return false;
	return is_no_bit(facts, use) ||
	       (bits > 0 && is_number(kind, use) && kind->value >= bits);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	const struct type *type =
		facts_type(facts, facts_node(facts, use->user)->type);

	if (use->use == USE_SHIFT && is_shorter_elsewhere(facts, use))
		return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT
				       ", which a shift of '%s' does not reach "
				       "where a long has 32 bits",
				       value,
				       facts_kind(facts, use->node)->value,
				       type->spelling);
	if (use->use == USE_SHIFT)
		return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT
				       ", which a shift of '%s' does not reach",
				       value,
				       facts_kind(facts, use->node)->value,
				       type->spelling);
	if (is_no_bit(facts, use))
		return g_strdup_printf("'%s' is no bit of the flags, which "
				       "have %u: this reads or writes beyond "
				       "them",
				       value, facts_bitmap_bits(facts));
	if (room(facts, use) < facts->word_bits)
		return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT
				       ", but where a long has 32 bits so have "
				       "the flags: this reads or writes beyond "
				       "them",
				       value,
				       facts_kind(facts, use->node)->value);
	return g_strdup_printf("'%s' is bit %" G_GUINT64_FORMAT ", but the "
			       "flags have %u bits on %s: this reads or writes "
			       "beyond them",
			       value, facts_kind(facts, use->node)->value,
			       room(facts, use), facts->arch);
}

static const char *advice_for(const struct unit_facts *facts,
			      const struct flag_use *use)
{
	if (is_no_bit(facts, use))
		return "name a declared bit, VMA_.._BIT";
	if (use->use == USE_SHIFT && is_shorter_elsewhere(facts, use))
		return "use the mask of the flag, which is 0 where the flag "
		       "does not exist, or compile this for 64 bits only";
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
				message, advice_for(facts, use));
	}
}

DEFINE_RULE(bit_out_of_word) = {
	.name = "bit_out_of_word",
	.summary = "A bit used on a word that is too short to have it",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
