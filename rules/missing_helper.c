// SPDX-License-Identifier: GPL-2.0-only
/*
 * Helpers, types and members of VMA flags that other kernels have and this one
 * has not.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static const char *helpers_of(const struct unit_facts *facts)
{
	switch (facts->api) {
	case FACTS_PLAIN:
		return "here the flags are one plain word, vma->vm_flags; keep "
		       "the helper for kernels that have it, and a function of "
		       "its own name for this one";
	case FACTS_CONST:
		return "read vma->vm_flags; write with vm_flags_init(), "
		       "vm_flags_set(), vm_flags_clear() or vm_flags_mod()";
	case FACTS_TYPED:
		break;
	}
	return "use what include/linux/mm.h has: vm_flags_set(), "
	       "vm_flags_clear() and vm_flags_mod() for masks, vma_..() for "
	       "bit numbers";
}

static bool is_missing(const struct unit_facts *facts,
		       const struct code_error *error)
{
	(void)facts;
	return error->kind != CODE_ERROR_TYPE &&
	       !(error->kind == CODE_ERROR_MEMBER &&
		 g_str_has_prefix(error->name, "__"));
}

static char *message_for(const struct unit_facts *facts,
			 const struct code_error *error)
{
	(void)facts;
	if (error->kind == CODE_ERROR_MEMBER)
		return g_strdup_printf("'%s' is no member of %s in this tree",
				       error->name, error->record);
	return g_strdup_printf("'%s%s' is declared nowhere in this tree",
			       error->name,
			       error->kind == CODE_ERROR_CALL ? "()" : "");
}

static char *advice_for(const struct unit_facts *facts,
			const struct code_error *error)
{
	(void)error;
	return g_strdup(helpers_of(facts));
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct error_rule error_rule = { is_missing, message_for,
					       advice_for };

	if (!facts->is_program)
		rule_check_errors(report, &rule_missing_helper, facts,
				  &error_rule);
}

DEFINE_RULE(missing_helper) = {
	.name = "missing_helper",
	.summary = "A helper, type or member of VMA flags used that the tree "
		   "does not have",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
