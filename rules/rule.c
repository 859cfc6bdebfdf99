// SPDX-License-Identifier: GPL-2.0-only
/* From an event of the facts to a finding of the report. */
#include "rule.h"

#include <string.h>

#include "facts/facts.h"

const char *confidence_name(enum confidence confidence)
{
	switch (confidence) {
	case CONFIDENCE_HIGH:
		return "high";
	case CONFIDENCE_MEDIUM:
		return "medium";
	case CONFIDENCE_LOW:
		return "low";
	}
	return "";
}

struct finding *rule_report(struct report *report, const struct rule *rule,
			    const struct unit_facts *facts,
			    const struct flag_event *event, const char *message,
			    const char *advice)
{
	const struct node *node = facts_node(facts, event->node);
	const struct symbol *symbol = facts_symbol(
		facts, facts_function(facts, event->function)->symbol);
	g_autofree char *expression = facts_source(facts, event->node);
	struct finding finding = {
		.rule = rule->name,
		.severity = rule->severity,
		.at = {.path = node->at.path,
		       .line = node->at.line,
		       .column = node->at.column,
		       .end_line = node->at.end_line,
		       .end_column = node->at.end_column},
		.message = message,
		.function = symbol->kind == SYMBOL_FUNCTION ? symbol->name : "",
		.arch = facts->arch,
		.advice = advice ? advice : "",
		.expression = expression,
	};

	return report_add(report, &finding);
}

void rule_offer_fix(struct report *report, struct finding *finding,
		    const struct unit_facts *facts,
		    const struct flag_event *event, const char *text)
{
	const struct node *node = facts_node(facts, event->node);
	struct edit edit = {
		.path = node->at.path,
		.offset = node->at.offset,
		.length = node->at.end_offset - node->at.offset,
		.text = text,
	};

	if (*node->macro || strcmp(node->at.path, facts->path) != 0)
		return;
	report_add_edit(report, finding, &edit);
}
