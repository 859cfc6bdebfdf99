// SPDX-License-Identifier: GPL-2.0-only
/* Tables that give flags names, and documents of these names. */
#include <stdbool.h>

#include "facts/shadows/shadows.h"
#include "facts/shadows/table_faults.h"
#include "flag_table_words.h"
#include "rule.h"

/* What lacks would come behind a row: behind its first word, not at it. */
static struct shadow_place place_of(const struct table_fault *fault)
{
	const bool is_gap = fault->kind == TABLE_LACKS ||
			    fault->kind == DOCUMENT_LACKS;
	struct shadow_place at = fault->row   ? fault->row->at :
				 fault->entry ? fault->entry->at :
						fault->table->at;

	if (is_gap)
		at.column = at.end_column;
	return at;
}

static void relate(const struct table_fault *fault, const char *relation,
		   struct finding *finding, struct report *report)
{
	if (fault->definition)
		rule_relate_definition(report, finding, fault->definition,
				       relation);
	else if (fault->other)
		rule_relate_shadow(report, finding, &fault->other->at,
				   relation);
	else if (fault->other_row)
		rule_relate_shadow(report, finding, &fault->other_row->at,
				   relation);
	else if (fault->kind == DOCUMENT_LACKS)
		rule_relate_shadow(report, finding, &fault->entry->at,
				   relation);
	else if (fault->row)
		rule_relate_shadow(report, finding, &fault->table->at,
				   relation);
}

static void report_fault(const GArray *faults, guint index,
			 struct report *report)
{
	const struct table_fault *fault =
		&g_array_index(faults, struct table_fault, index);
	const struct shadow_place at = place_of(fault);
	struct table_words words = table_words(faults, index);
	struct finding *finding = rule_report_shadow(
		report, &rule_flag_table, &at, words.expression, words.message,
		words.advice);

	finding->severity = words.severity;
	relate(fault, words.relation, finding, report);
	table_words_release(&words);
}

static void check(const struct shadows *shadows, struct report *report)
{
	g_autoptr(GArray) faults = shadows_table_faults(shadows);

	for (guint i = 0; i < faults->len; i++) {
		if (!table_words_are_said(faults, i))
			report_fault(faults, i, report);
	}
}

DEFINE_RULE(flag_table) = {
	.name = "flag_table",
	.summary = "A table of flag names that does not fit the flags, or its "
		   "document",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check_shadows = check,
};
