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

struct finding *rule_report_node(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts, guint32 index,
				 const char *message, const char *advice)
{
	const struct node *node = facts_node(facts, index);
	guint32 function = facts_function_of(facts, index);
	const struct symbol *symbol =
		facts_symbol(facts, facts_function(facts, function)->symbol);
	g_autofree char *expression = facts_source(facts, index);
	g_autofree char *spelled =
		facts_spell_helpers(facts, advice ? advice : "");
	struct finding finding = {
		.rule = rule->name,
		.severity = rule->severity,
		.at = { .path = node->at.path,
			.line = node->at.line,
			.column = node->at.column,
			.end_line = node->at.end_line,
			.end_column = node->at.end_column },
		.message = message,
		.function = symbol->kind == SYMBOL_FUNCTION ? symbol->name : "",
		.arch = facts->arch,
		.advice = spelled,
		.expression = expression,
	};

	return report_add(report, &finding);
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

static const char *vma_lock_message(const struct path_event *event)
{
	return event->vma_lock == LOCK_READ ?
		       "the VMA is locked for reading here" :
		       "the VMA is locked for writing here";
}

static const char *mmap_lock_message(const struct path_event *event)
{
	return event->mmap_lock == LOCK_READ ?
		       "the mmap lock is taken for reading here" :
		       "the mmap lock is taken for writing here";
}

void rule_relate_path(struct report *report, struct finding *finding,
		      const struct unit_facts *facts,
		      const struct path_event *event)
{
	rule_relate(report, finding, facts, event->origin_node,
		    event->origin == ORIGIN_PUBLISHED ?
			    "others see the VMA from here on" :
			    "the VMA comes from here");
	if (event->mmap_lock_node)
		rule_relate(report, finding, facts, event->mmap_lock_node,
			    mmap_lock_message(event));
	if (event->vma_lock_node != event->origin_node &&
	    event->vma_lock != LOCK_NONE && event->vma_lock != LOCK_UNKNOWN)
		rule_relate(report, finding, facts, event->vma_lock_node,
			    vma_lock_message(event));
	rule_relate(report, finding, facts, event->call,
		    "the function is called from here");
}

/* True if an earlier path event of the same place is a fault, too. */
static bool repeats(const struct unit_facts *facts, guint index,
		    bool (*is_fault)(const struct unit_facts *facts,
				     const struct path_event *event))
{
	const GArray *events = facts->path_events;
	guint before = g_array_index(events, struct path_event, index).before;

	while (before > 0) {
		const struct path_event *event =
			&g_array_index(events, struct path_event, before - 1);

		if (is_fault(facts, event))
			return true;
		before = event->before;
	}
	return false;
}

const struct path_event *rule_next_fault(
	const struct unit_facts *facts, guint *next,
	bool (*is_fault)(const struct unit_facts *facts,
			 const struct path_event *event))
{
	while (*next < facts->path_events->len) {
		const guint index = (*next)++;
		const struct path_event *event = &g_array_index(
			facts->path_events, struct path_event, index);

		if (is_fault(facts, event) && !repeats(facts, index, is_fault))
			return event;
	}
	return NULL;
}
