/* SPDX-License-Identifier: GPL-2.0-only */
/* What mappings may be used for, as far as their handlers ask; a walk.h. */
#ifndef VMALINT_FACTS_PATHS_ACCESSES_H
#define VMALINT_FACTS_PATHS_ACCESSES_H

#include <glib.h>
#include <stdbool.h>

#include "walk.h"

/* Tests of what a mapping may be used for; access_test.c. */

enum {
	ACCESS_ALL = 0x07, /* VM_READ, VM_WRITE, VM_EXEC */
	ACCESS_MAY = 0x70, /* VM_MAYREAD, VM_MAYWRITE, VM_MAYEXEC */
	ACCESS_MAYWRITE = 0x20,
	ACCESS_SHIFT = 4, /* from one to the other */
};

struct access_test {
	guint64 flags;	     /* of ACCESS_ALL */
	bool is_set_if_true; /* one of them is where the condition holds */
};

/* True for a condition on VM_WRITE or the like, not on VM_SHARED as well. */
bool access_is_tested(const struct unit_facts *facts, guint32 index,
		      struct access_test *ret_test);
/*
 * True for a condition on what is to be mapped, not on what came of a call, nor
 * on flags.
 */
bool access_is_of_object(const struct unit_facts *facts, guint32 index);
/* The VM_MAY flags that a node names; VM_MAYWRITE of FMODE_WRITE. */
guint64 access_named(const struct unit_facts *facts, guint32 index);

/* How the paths of a handler end; verdicts.c. */

void verdicts_begin(struct path_walk *walk);
/* A path of the handler itself ends, with results of these classes. */
void verdict_add(struct path_walk *walk, const struct access_paths *paths,
		 enum result_class with, enum result_class without);

/* Accesses that a handler of mmap refuses; refusals.c. */

/* The walk is one over such a handler. */
void accesses_begin(struct path_walk *walk);
/* It ends: events are added. Of verdicts.c. */
void accesses_end(struct path_walk *walk);
/* A condition was walked: it holds here, and not in the other state. */
void accesses_condition(struct path_walk *walk, guint32 index,
			struct path_state *otherwise);
/*
 * The operand of && to walk first, and the last one. That is the one that asks
 * for an access: the other says for which objects it is refused.
 */
guint32 accesses_order(const struct path_walk *walk, guint32 index,
		       guint32 *ret_last);
/* A variable gets a value; 0 of one that is not known. */
void accesses_assign(struct path_walk *walk, guint32 symbol, guint32 value);
/* The same of a store, if it is one to a variable. */
void accesses_assignment(struct path_walk *walk, guint32 index);
/* A ?: has this value on the paths that are here. */
void accesses_choose(struct path_walk *walk, guint32 condition, guint32 value);
/* A path of a function ends with a value, or 0. */
void accesses_return(struct path_walk *walk, guint32 value);
/* The call of an entered function has its result. */
void accesses_leave(struct path_walk *walk, guint32 call);
/* An expression is come to; a call that is not entered. */
void accesses_node(struct path_walk *walk, guint32 index);
void accesses_call(struct path_walk *walk, guint32 call);

#endif
