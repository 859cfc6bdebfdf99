// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags of a VMA that is in use changed without its write lock, or with no
 * more than a read lock. Says nothing where a caller may hold the lock.
 */
#include "facts/facts.h"
#include "rule.h"

enum lock_fault {
	FAULT_NONE,
	FAULT_IN_HANDLER,
	FAULT_READ_LOCK,
	FAULT_VMA_READ_LOCK,
	FAULT_RELEASED,
	FAULT_NO_VMA_LOCK,
	FAULT_SOME_PATHS,
	FAULT_FIELD_FIRST,
};

static bool is_in_use(const struct path_event *event)
{
	return event->origin == ORIGIN_LOOKUP ||
	       event->origin == ORIGIN_PUBLISHED;
}

static bool wants_vma_lock(const struct path_event *event)
{
	return event->mutator == MUTATOR_BARE ||
	       event->mutator == MUTATOR_ASSERTING;
}

/* Whatever takes the VMA's lock needs the mmap lock for writing first. */
static enum lock_fault fault_of_mmap_lock(const struct path_event *event)
{
	if (event->mmap_lock == LOCK_READ &&
	    (is_in_use(event) || event->origin == ORIGIN_PARAMETER))
		return event->mmap_lock_node ? FAULT_READ_LOCK :
					       FAULT_IN_HANDLER;
	if (event->mmap_lock == LOCK_NONE && is_in_use(event))
		return FAULT_RELEASED;
	return FAULT_NONE;
}

/* The VMA's own lock, in a tree that has such locks (6.4 and later). */
static enum lock_fault fault_of_vma_lock(const struct path_event *event)
{
	if (event->vma_lock == LOCK_READ)
		return FAULT_VMA_READ_LOCK;
	if (wants_vma_lock(event) && event->vma_lock == LOCK_NONE)
		return FAULT_NO_VMA_LOCK;
	if (wants_vma_lock(event) && event->vma_lock == LOCK_SOMETIMES)
		return FAULT_SOME_PATHS;
	if (event->mutator == MUTATOR_LOCKING && event->field_node)
		return FAULT_FIELD_FIRST;
	return FAULT_NONE;
}

/*
 * vm_flags_init() on such a VMA belongs to init_on_live, a lock whose result
 * was ignored to killable_ignored.
 */
static enum lock_fault fault_of(const struct unit_facts *facts,
				const struct path_event *event)
{
	enum lock_fault fault;

	if (event->kind != PATH_MUTATION || event->mutator == MUTATOR_INIT ||
	    event->origin == ORIGIN_FRESH || event->outcome != OUTCOME_NONE)
		return FAULT_NONE;
	fault = fault_of_mmap_lock(event);
	if (fault != FAULT_NONE || !is_in_use(event) ||
	    event->mutator == MUTATOR_STORE || !facts_has_vma_locks(facts))
		return fault;
	return fault_of_vma_lock(event);
}

static char *message_for(const struct path_event *event, enum lock_fault fault)
{
	const char *name = *event->name ? event->name : "the store";
	const char *call = *event->name ? "()" : "";

	switch (fault) {
	case FAULT_IN_HANDLER:
		return g_strdup_printf("%s%s changes flags of a VMA in a .%s "
				       "handler, which runs under a read lock",
				       name, call, event->handler);
	case FAULT_READ_LOCK:
		return g_strdup_printf("%s%s changes flags of a VMA while the "
				       "mmap lock is held for reading only",
				       name, call);
	case FAULT_VMA_READ_LOCK:
		return g_strdup_printf("%s%s changes flags of a VMA that is "
				       "locked for reading only",
				       name, call);
	case FAULT_RELEASED:
		return g_strdup_printf("%s%s changes flags of a VMA after the "
				       "mmap lock was dropped",
				       name, call);
	case FAULT_NO_VMA_LOCK:
		return g_strdup_printf("%s%s changes flags of a VMA in use "
				       "without its write lock",
				       name, call);
	case FAULT_SOME_PATHS:
		return g_strdup_printf("%s%s changes flags of a VMA in use, "
				       "whose write lock only some of the "
				       "paths here take",
				       name, call);
	case FAULT_FIELD_FIRST:
		return g_strdup_printf("%s%s locks the VMA only after another "
				       "field of it was changed",
				       name, call);
	case FAULT_NONE:
		break;
	}
	return g_strdup("");
}

static const char *advice_for(const struct path_event *event,
			      enum lock_fault fault)
{
	if (fault == FAULT_SOME_PATHS)
		return "call vma_start_write() on all of them";
	if (fault == FAULT_NO_VMA_LOCK || fault == FAULT_FIELD_FIRST)
		return "call vma_start_write() before the first change";
	if (event->mutator == MUTATOR_INDIRECT)
		return "map single pages with vmf_insert_pfn() and set the "
		       "flags in .mmap";
	if (fault == FAULT_IN_HANDLER)
		return "set the flags in .mmap";
	return "take mmap_write_lock() around lookup and change";
}

static bool has_fault(const struct unit_facts *facts,
		      const struct path_event *event)
{
	return fault_of(facts, event) != FAULT_NONE;
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, has_fault)) != NULL) {
		enum lock_fault fault = fault_of(facts, event);
		g_autofree char *message = NULL;
		struct finding *finding;

		message = message_for(event, fault);
		finding = rule_report_path(report, &rule_unlocked_modify, facts,
					   event, message,
					   advice_for(event, fault));
		rule_relate_path(report, finding, facts, event);
		if (fault == FAULT_FIELD_FIRST)
			rule_relate(report, finding, facts, event->field_node,
				    "the other field changes here");
	}
}

DEFINE_RULE(unlocked_modify) = {
	.name = "unlocked_modify",
	.summary = "Flags of a VMA in use changed without its write lock",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
