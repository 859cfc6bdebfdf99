// SPDX-License-Identifier: GPL-2.0-only
/*
 * Variables, members and parameters that carry VMA flags and are plain
 * integers. Cannot see one that gets its flags from another file alone.
 */
#include "facts/facts.h"
#include "rule.h"

static void report_symbol(const struct unit_facts *facts,
			  const struct symbol *symbol, struct report *report)
{
	const struct type *type = facts_type(facts, symbol->type);
	g_autofree char *message =
		g_strdup_printf("'%s' carries VMA flags, but is declared '%s'",
				symbol->name, type->spelling);
	struct finding finding = {
		.rule = rule_untyped_flags.name,
		.severity = rule_untyped_flags.severity,
		.at = { .path = symbol->path,
			.line = symbol->line,
			.column = symbol->column },
		.message = message,
		.function = "",
		.arch = facts->arch,
		.advice = "declare it vm_flags_t",
		.expression = symbol->name,
	};

	report_add(report, &finding);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->untyped->len; i++)
		report_symbol(facts,
			      facts_symbol(facts, g_array_index(facts->untyped,
								guint32, i)),
			      report);
}

DEFINE_RULE(untyped_flags) = {
	.name = "untyped_flags",
	.summary = "A plain integer that carries VMA flags and should be a "
		   "vm_flags_t",
	.severity = SEVERITY_NOTE,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
