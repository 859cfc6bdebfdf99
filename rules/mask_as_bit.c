// SPDX-License-Identifier: GPL-2.0-only
/*
 * Masks where a bit number is wanted. Cannot see a number that came out of
 * another file or a structure of one.
 */
#include <string.h>

#include "facts/facts.h"
#include "facts/helpers.h"
#include "rule.h"

static bool is_mask_as_bit(const struct unit_facts *facts,
			   const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);

	return use->wanted == KIND_BIT && kind->kind == KIND_MASK;
}

/* "bit 8, VM_GROWSDOWN", as far as it is known. */
static char *bit_taken(const struct unit_facts *facts, const struct kind *kind)
{
	g_autofree char *flag = NULL;

	if (!kind->has_value)
		return g_strdup("whatever bit its value is the number of");
	if (kind->value >= facts->word_bits)
		return g_strdup_printf("bit %" G_GUINT64_FORMAT
				       ", which is out of range",
				       kind->value);
	flag = facts_mask_name(facts, (guint64)1 << kind->value);
	return g_strdup_printf("bit %" G_GUINT64_FORMAT ", %s", kind->value,
			       flag);
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use)
{
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *bit = bit_taken(facts, facts_kind(facts, use->node));

	if (use->use == USE_SHIFT)
		return g_strdup_printf("'%s' is a mask, but a shift wants a "
				       "bit number; this makes %s",
				       value, bit);
	if (*use->name)
		return g_strdup_printf("'%s' is a mask, but '%s' wants a bit "
				       "number; this is %s",
				       value, use->name, bit);
	return g_strdup_printf("'%s' is a mask where a bit number is wanted; "
			       "this is %s",
			       value, bit);
}

/* optional_flag would report the bit of such a flag. */
static bool has_shared_bit(const struct unit_facts *facts, const char *stem)
{
	const struct optional_flag *flag = facts_optional_flag(facts, stem);

	return flag && flag->is_alias;
}

/* bit_out_of_word would, where a long has 32 bits and the flag is missing. */
static bool has_no_bit_elsewhere(const struct unit_facts *facts,
				 const char *stem, const struct kind *kind)
{
	return facts->is_short_too && facts_optional_flag(facts, stem) &&
	       kind->has_value && kind->value > G_MAXUINT32;
}

/* Several flags for one bit. */
static char *advice_for_several(const struct unit_facts *facts,
				const struct flag_use *use)
{
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *several = facts_takes_several(facts, use);
	g_autofree char *bits = NULL;

	if (use->use == USE_SHIFT || use->use == USE_BIT_NUMBER ||
	    !kind->has_value || (kind->value & (kind->value - 1)) == 0)
		return NULL;
	bits = facts_bits_of_mask(facts, kind->value);
	if (bits && several)
		return g_strdup_printf("give %s to %s(), which takes several",
				       bits, several);
	if (several)
		return g_strdup_printf("give each bit by its number to %s(), "
				       "which takes several",
				       several);
	return bits ? g_strdup_printf("name one bit of %s", bits) : NULL;
}

/* What does to a word what test_bit() and the like do to a bitmap. */
static char *advice_for_word(const struct flag_use *use, const char *value)
{
	const char *open = strchr(value, ' ') ? "(" : "";
	const char *close = *open ? ")" : "";

	if (strstr(use->name, "set_bit"))
		return g_strdup_printf("set a mask with '|= %s'", value);
	if (strstr(use->name, "clear_bit"))
		return g_strdup_printf("clear a mask with '&= ~%s%s%s'", open,
				       value, close);
	if (strstr(use->name, "change_bit"))
		return g_strdup_printf("change a mask with '^= %s'", value);
	return g_strdup_printf("test a mask with '& %s%s%s'", open, value,
			       close);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	char *several = advice_for_several(facts, use);
	g_autofree char *value = facts_value_name(facts, use->node);
	g_autofree char *stem = facts_flag_stem(facts, use->node);
	g_autofree char *bit = g_strdup_printf("VMA_%s_BIT", stem ? stem : "");

	if (use->use == USE_SHIFT)
		return g_strdup_printf("use '%s' as it is", value);
	if (several)
		return several;
	if (stem &&
	    (has_shared_bit(facts, stem) ||
	     has_no_bit_elsewhere(facts, stem, facts_kind(facts, use->node))))
		return facts_advise_optional(facts, stem);
	if (stem && facts_tree_has(facts, bit))
		return g_strdup_printf("use %s", bit);
	if (use->use == USE_BIT_NUMBER)
		return advice_for_word(use, value);
	return g_strdup("use the number of the flag");
}

/* The bits of a mask as a bitmap, or what makes one of a variable mask. */
static char *advice_for_bitmap(const struct unit_facts *facts,
			       const struct code_error *error)
{
	const struct kind *kind =
		facts_kind(facts, code_error_node(facts, error));
	g_autofree char *source = code_error_source(facts, error);
	g_autofree char *bits = kind->has_value && kind->kind == KIND_MASK ?
					facts_bits_of_mask(facts, kind->value) :
					NULL;

	if (bits && facts_has_helper(facts, "mk_vma_flags"))
		return g_strdup_printf("use mk_vma_flags(%s)", bits);
	if (g_str_has_suffix(source, "->vm_flags"))
		return g_strdup_printf(
			"use %.*s->flags",
			(int)(strlen(source) - strlen("->vm_flags")), source);
	if (facts_tree_calls(facts, "legacy_to_vma_flags"))
		return g_strdup_printf("use legacy_to_vma_flags(%s)", source);
	return g_strdup("keep the flags as a vma_flags_t");
}

/* What does not compile: a mask for a bitmap of flags. */
static bool is_mask_as_bitmap(const struct unit_facts *facts,
			      const struct code_error *error)
{
	(void)facts;
	return error->kind == CODE_ERROR_TYPE && is_bitmap_spelling(error->to);
}

static char *message_for_bitmap(const struct unit_facts *facts,
				const struct code_error *error)
{
	g_autofree char *source = code_error_source(facts, error);

	return g_strdup_printf("'%s' is a mask (%s), but a bitmap of bit "
			       "numbers is wanted (%s)",
			       source, error->from, error->to);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct use_rule use_rule = { is_mask_as_bit, message_for,
					   advice_for };
	const struct error_rule error_rule = { is_mask_as_bitmap,
					       message_for_bitmap,
					       advice_for_bitmap };

	rule_check_uses(report, &rule_mask_as_bit, facts, &use_rule);
	rule_check_errors(report, &rule_mask_as_bit, facts, &error_rule);
}

DEFINE_RULE(mask_as_bit) = {
	.name = "mask_as_bit",
	.summary = "A mask of VMA flags used where the number of a bit is "
		   "wanted",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
