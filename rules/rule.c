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

/* True if a text has a call of a function by this name. */
static bool names_call(const char *text, const char *name)
{
	g_autofree char *pattern = g_strdup_printf("\\b%s\\(", name);

	return *name && g_regex_match_simple(pattern, text, 0, 0);
}

/*
 * What helps where the advice would have a function call itself, or a macro
 * expand to itself; owned.
 */
static char *advice_that_ends(const struct unit_facts *facts,
			      const struct symbol *function, guint32 index,
			      const char *advice)
{
	const struct node *node = facts_node(facts, index);

	if (names_call(advice, function->name))
		return g_strdup_printf("leave %s() to kernels that have no "
				       "helper of this name",
				       function->name);
	if (facts_shadows_helper(facts, index) &&
	    names_call(advice, node->macro))
		return g_strdup_printf("the macro '%s' of %s shadows the "
				       "helper of this name: leave it to "
				       "kernels that have none",
				       node->macro,
				       facts_macro_path(facts, node->macro));
	return NULL;
}

/* Where a finding is; node is 0 where the parser has kept none. */
struct rule_place {
	const struct code_place *at;
	guint32 function, node;
	const char *expression; /* what stands there */
};

static struct finding *report_at(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts,
				 const struct rule_place *place,
				 const char *message, const char *advice)
{
	const struct symbol *symbol = facts_symbol(
		facts, facts_function(facts, place->function)->symbol);
	g_autofree char *spelled =
		facts_spell_helpers(facts, advice ? advice : "");
	g_autofree char *other =
		advice_that_ends(facts, symbol, place->node, spelled);
	struct finding finding = {
		.rule = rule->name,
		.severity = rule->severity,
		.at = { .path = place->at->path,
			.line = place->at->line,
			.column = place->at->column,
			.end_line = place->at->end_line,
			.end_column = place->at->end_column },
		.message = message,
		.function = symbol->kind == SYMBOL_FUNCTION ? symbol->name : "",
		.arch = facts->arch,
		.advice = other ? other : spelled,
		.expression = place->expression,
	};

	return report_add(report, &finding);
}

struct finding *rule_report_node(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts, guint32 index,
				 const char *message, const char *advice)
{
	g_autofree char *expression = facts_source(facts, index);
	const struct rule_place place = {
		.at = &facts_node(facts, index)->at,
		.function = facts_function_of(facts, index),
		.node = index,
		.expression = expression,
	};

	return report_at(report, rule, facts, &place, message, advice);
}

struct finding *rule_report_error(struct report *report,
				  const struct rule *rule,
				  const struct unit_facts *facts,
				  const struct code_error *error,
				  const char *message, const char *advice)
{
	g_autofree char *expression = code_error_source(facts, error);
	const struct rule_place place = {
		.at = &error->at,
		.function = code_error_function(facts, error),
		.expression = expression,
	};

	return report_at(report, rule, facts, &place, message, advice);
}

struct finding *rule_report(struct report *report, const struct rule *rule,
			    const struct unit_facts *facts,
			    const struct flag_event *event, const char *message,
			    const char *advice)
{
	return rule_report_node(report, rule, facts, event->node, message,
				advice);
}

struct finding *rule_report_use(struct report *report, const struct rule *rule,
				const struct unit_facts *facts,
				const struct flag_use *use, const char *message,
				const char *advice)
{
	return rule_report_node(report, rule, facts, use->node, message,
				advice);
}

void rule_offer_fix_node(struct report *report, struct finding *finding,
			 const struct unit_facts *facts, guint32 index,
			 const char *text)
{
	const struct node *node = facts_node(facts, index);
	struct edit edit = {
		.path = node->at.path,
		.offset = node->at.offset,
		.length = node->at.end_offset - node->at.offset,
		.text = text,
	};

	if (*node->macro || strcmp(node->at.path, facts->path) != 0 ||
	    names_call(text, finding->function))
		return;
	report_add_edit(report, finding, &edit);
}

void rule_offer_fix(struct report *report, struct finding *finding,
		    const struct unit_facts *facts,
		    const struct flag_event *event, const char *text)
{
	rule_offer_fix_node(report, finding, facts, event->node, text);
}

struct finding *rule_report_path(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts,
				 const struct path_event *event,
				 const char *message, const char *advice)
{
	return rule_report_node(report, rule, facts, event->node, message,
				advice);
}

void rule_relate(struct report *report, struct finding *finding,
		 const struct unit_facts *facts, guint32 node,
		 const char *message)
{
	const struct code_place *at = &facts_node(facts, node)->at;
	struct related related = {
		.at = { .path = at->path,
			.line = at->line,
			.column = at->column,
			.end_line = at->end_line,
			.end_column = at->end_column },
		.message = message,
	};

	if (node)
		report_add_related(report, finding, &related);
}
