// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whole VMAs copied or overwritten, flags, locks and all. Cannot see a copy of
 * a larger structure that holds a VMA.
 */
#include "facts/facts.h"
#include "rule.h"

#include <string.h>

/*
 * Functions whose job it is: include/linux/mm.h, kernel/fork.c (6.1 to 7.x),
 * and the snapshot of BPF's VMA iterator, kernel/bpf/task_iter.c (6.12).
 */
static const char *const owners[] = {
	"vma_init",
	"vm_area_dup",
	"vm_area_init_from",
	"vma_copy",
	"bpf_iter_task_vma_next",
	"bpf_iter_task_vma_find_next",
};

static bool is_owner(const char *name)
{
	for (size_t i = 0; i < sizeof(owners) / sizeof(owners[0]); i++) {
		if (strcmp(owners[i], name) == 0)
			return true;
	}
	return false;
}

/* memset(&local, 0, sizeof(local)) begins a VMA of the function's own. */
static bool is_own_beginning(const struct unit_facts *facts,
			     const struct flag_event *event)
{
	const struct node *value = facts_node(facts, event->value);

	if (!event->is_local || event->is_initialization)
		return false;
	if (event->callee == CALLEE_MEMORY)
		return strstr(event->callee_name, "memset") != NULL;
	while (value->kind == NODE_CAST)
		value = facts_node(facts, value->first);
	return value->kind == NODE_COMPOUND;
}

static bool is_copy(const struct unit_facts *facts,
		    const struct flag_event *event)
{
	const struct function *function =
		facts_function(facts, event->function);

	return event->kind == FLAG_COPY &&
	       !is_owner(facts_symbol(facts, function->symbol)->name) &&
	       !is_own_beginning(facts, event);
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		g_autofree char *source = NULL;
		g_autofree char *message = NULL;

		if (!is_copy(facts, event))
			continue;
		source = facts_source(facts, event->node);
		message = g_strdup_printf("'%s' overwrites a whole struct "
					  "vm_area_struct with its flags and "
					  "locks",
					  source);
		rule_report(report, &rule_struct_copy, facts, event, message,
			    "use vm_area_dup(), or copy the members that are "
			    "needed");
	}
}

DEFINE_RULE(struct_copy) = {
	.name = "struct_copy",
	.summary = "A whole struct vm_area_struct copied or overwritten",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
