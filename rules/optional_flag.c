// SPDX-License-Identifier: GPL-2.0-only
/* Flags that some configurations lack, used as if they were always there. */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static bool mentions(const struct optional_flag *flag, const char *guards)
{
	g_autofree char *mask = g_strconcat("VM_", flag->stem, NULL);
	guint nr_found = 0, nr = 0;

	if (*flag->stem && strstr(guards, mask))
		return true;
	while (nr < G_N_ELEMENTS(flag->symbols) && flag->symbols[nr])
		nr_found += strstr(guards, flag->symbols[nr++]) != NULL;
	return flag->needs_all ? nr_found == nr : nr_found > 0;
}

/* The function around a use asks for the configuration. */
static bool asks_in_code(const struct unit_facts *facts,
			 const struct flag_use *use,
			 const struct optional_flag *flag)
{
	g_autofree char *text = facts_function_text(facts, use->function);

	if (!*flag->stem && facts_guards_flag(facts, text, use->node))
		return true;
	for (guint i = 0; i < G_N_ELEMENTS(flag->symbols); i++) {
		if (flag->symbols[i] &&
		    facts_function_asks(facts, use->function, flag->symbols[i]))
			return true;
	}
	return false;
}

/* (x & VM_A) == VM_A, which holds if VM_A is 0. */
static bool is_equal_test(const struct unit_facts *facts,
			  const struct flag_use *use)
{
	const struct kind *word = facts_kind(facts, use->peer);
	guint64 flag = facts_kind(facts, use->node)->value;

	return use->wanted == KIND_MASK && !word->has_value &&
	       facts_node(facts, use->user)->op == OP_EQ &&
	       (word->possible & ~flag) == 0;
}

static bool matters(const struct unit_facts *facts, const struct flag_use *use,
		    const struct optional_flag *flag)
{
	const struct kind *kind = facts_kind(facts, use->node);

	switch (use->use) {
	case USE_LOGARITHM:
	case USE_ALL:
		return true;
	case USE_OPERAND:
		return kind->kind == KIND_MASK && is_equal_test(facts, use);
	case USE_ARGUMENT:
	case USE_ELEMENT:
	case USE_BIT_NUMBER:
		return kind->kind == KIND_BIT && flag->is_alias &&
		       use->wanted == KIND_BIT;
	default:
		return false;
	}
}

/* A flag of all kernels of 64 bits, in a file that others do not have. */
static bool is_always(const struct unit_facts *facts,
		      const struct optional_flag *flag)
{
	return facts->is_long_only && flag->symbols[0] &&
	       strcmp(flag->symbols[0], "CONFIG_64BIT") == 0;
}

static const struct optional_flag *unguarded_flag(
	const struct unit_facts *facts, const struct flag_use *use)
{
	const struct code_place *at = &facts_node(facts, use->node)->at;
	g_autofree char *stem = facts_flag_stem(facts, use->node);
	const struct optional_flag *flag = facts_optional_flag(facts, stem);
	g_autofree char *guards = NULL;

	if (!flag || !matters(facts, use, flag) || is_always(facts, flag) ||
	    g_str_has_prefix(facts->path, "arch/") ||
	    strcmp(at->path, facts->path) != 0 ||
	    facts_is_from_header(facts, use->node))
		return NULL;
	guards = facts_guards(facts, at->line);
	if (mentions(flag, guards) ||
	    (!*flag->stem && facts_guards_flag(facts, guards, use->node)) ||
	    asks_in_code(facts, use, flag))
		return NULL;
	return flag;
}

static char *message_for(const struct unit_facts *facts,
			 const struct flag_use *use,
			 const struct optional_flag *flag)
{
	g_autofree char *value = facts_value_name(facts, use->node);

	if (facts_kind(facts, use->node)->kind == KIND_BIT)
		return g_strdup_printf("'%s' shares its number with other "
				       "flags: where this one does not exist, "
				       "the bit means something else",
				       value);
	if (use->use == USE_LOGARITHM)
		return g_strdup_printf(
			"'%s' is 0 or absent in some "
			"configurations, and a number of 0 is "
			"none%s",
			value,
			flag->needs_all ? "; it needs the same guard" : "");
	return g_strdup_printf("'%s' is 0 or absent in some configurations, "
			       "and then this test is always true",
			       value);
}

static char *advice_for(const struct unit_facts *facts,
			const struct flag_use *use,
			const struct optional_flag *flag)
{
	g_autofree char *stem = facts_flag_stem(facts, use->node);

	if (facts_kind(facts, use->node)->kind == KIND_BIT)
		return facts_advise_optional(facts, stem);
	if (use->use != USE_LOGARITHM)
		return g_strdup("test for being not 0");
	if (!flag->symbols[0])
		return g_strdup("put it under the condition of its definition");
	if (!flag->needs_all)
		return g_strdup_printf("put it under #ifdef %s",
				       flag->symbols[0]);
	return g_strdup_printf("put it under #if defined(%s) || defined(%s)",
			       flag->symbols[0], flag->symbols[1]);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		const struct optional_flag *flag = unguarded_flag(facts, use);
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		if (!flag || facts->owns_flags)
			continue;
		message = message_for(facts, use, flag);
		advice = advice_for(facts, use, flag);
		rule_report_use(report, &rule_optional_flag, facts, use,
				message, advice);
	}
}

DEFINE_RULE(optional_flag) = {
	.name = "optional_flag",
	.summary = "A flag that some configurations lack, used as if it always "
		   "existed",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
