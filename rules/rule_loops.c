// SPDX-License-Identifier: GPL-2.0-only
/* The whole loop of a rule that judges each thing of a kind by itself. */
#include "facts/facts.h"
#include "rule.h"

void rule_check_uses(struct report *report, const struct rule *rule,
		     const struct unit_facts *facts,
		     const struct use_rule *use_rule)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		if (!use_rule->is_fault(facts, use))
			continue;
		message = use_rule->message(facts, use);
		advice = use_rule->advice(facts, use);
		rule_report_use(report, rule, facts, use, message, advice);
	}
}

void rule_check_errors(struct report *report, const struct rule *rule,
		       const struct unit_facts *facts,
		       const struct error_rule *error_rule)
{
	const struct code_error *error;
	guint next = 0;

	while ((error = code_error_next(facts, &next)) != NULL) {
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		if (!error_rule->is_fault(facts, error))
			continue;
		message = error_rule->message(facts, error);
		advice = error_rule->advice(facts, error);
		rule_report_error(report, rule, facts, error, message, advice);
	}
}
