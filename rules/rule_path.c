// SPDX-License-Identifier: GPL-2.0-only
/* What rules do with that which a walk over paths has found. */
#include "facts/facts.h"
#include "rule.h"

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
