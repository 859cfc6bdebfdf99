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

/* Where the constants of a family are looked for, and how they begin. */
static const struct {
	const char *word, *prefix;
} words[NR_FAMILIES] = {
	[FAMILY_VMALLOC] = { "the flags of a struct vm_struct", "VM_" },
	[FAMILY_FAULT_RESULT] = { "the vm_fault_t that a fault handler returns",
				  "VM_FAULT_" },
	[FAMILY_FAULT_FLAG] = { "vmf->flags", "FAULT_FLAG_" },
	[FAMILY_PROTECTION] = { "the 'prot' of mmap() and mprotect()",
				"PROT_" },
	[FAMILY_MAPPING] = { "the 'flags' of mmap()", "MAP_" },
	[FAMILY_MM] = { "the flags of a struct mm_struct", "MMF_" },
	[FAMILY_ALLOCATION] = { "a gfp_t", "__GFP_" },
	[FAMILY_FOLLOW] = { "the 'gup_flags' of get_user_pages()", "FOLL_" },
	[FAMILY_SYSCTL] = { "the table of sysctls", "VM_" },
	[FAMILY_AREA_INFO] = { "the flags of a struct vm_unmapped_area_info",
			       "VM_UNMAPPED_AREA_" },
};

/*
 * Constants of other families that say what the VMA flag of the same name says
 * (asm-generic/mman*.h, mm_types.h; 5.15 to 7.1). VM_FAULT_LOCKED, for one, is
 * about a page.
 */
static const struct {
	enum flag_family family;
	const char *stem;
} same_names[] = {
	{ FAMILY_PROTECTION, "READ" },	 { FAMILY_PROTECTION, "WRITE" },
	{ FAMILY_PROTECTION, "EXEC" },	 { FAMILY_MAPPING, "SHARED" },
	{ FAMILY_MAPPING, "GROWSDOWN" }, { FAMILY_MAPPING, "LOCKED" },
	{ FAMILY_MAPPING, "NORESERVE" }, { FAMILY_MAPPING, "HUGETLB" },
	{ FAMILY_MAPPING, "SYNC" },	 { FAMILY_MAPPING, "DROPPABLE" },
	{ FAMILY_FAULT_FLAG, "WRITE" },	 { FAMILY_FOLLOW, "WRITE" },
};

static bool means_the_same(enum flag_family family, const char *stem)
{
	for (gsize i = 0; i < G_N_ELEMENTS(same_names); i++) {
		if (same_names[i].family == family &&
		    strcmp(same_names[i].stem, stem) == 0)
			return true;
	}
	return false;
}

/* A VMA flag where another family is wanted: its own constant, if it has one.
 */
static char *advice_for_family(const struct unit_facts *facts,
			       const struct flag_use *use)
{
	const enum flag_family family = use->family;
	g_autofree char *stem = facts_flag_stem(facts, use->node);

	if (stem && means_the_same(family, stem))
		return g_strdup_printf("use %s%s, or test the flags of the VMA",
				       words[family].prefix, stem);
	return g_strdup("use the constant of that family, or test the flags of "
			"the VMA");
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use)
{
	const enum flag_family family =
		(enum flag_family)facts_kind(facts, use->node)->family;
	g_autofree char *value = facts_value_name(facts, use->node);
	const char *prefix = words[family].prefix;
	const char *stem =
		g_str_has_prefix(value, prefix) ? value + strlen(prefix) : "";
	g_autofree char *flag = g_strdup_printf(
		use->wanted == KIND_BIT ? "VMA_%s_BIT" : "VM_%s", stem);

	if (use->wanted == KIND_FOREIGN)
		return advice_for_family(facts, use);
	if (means_the_same(family, stem) && facts_tree_has(facts, flag))
		return g_strdup_printf("it belongs to %s; of a VMA it is %s",
				       words[family].word, flag);
	return g_strdup_printf("it belongs to %s", words[family].word);
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
