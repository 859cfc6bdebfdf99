/* SPDX-License-Identifier: GPL-2.0-only */
/* What together.c asks of values and places; private to it. */
#ifndef VMALINT_FACTS_PATHS_TOGETHER_H
#define VMALINT_FACTS_PATHS_TOGETHER_H

#include <glib.h>
#include <stdbool.h>

struct path_walk;
struct unit_facts;

/* desc->vm_flags, desc->vma_flags: the descriptor's expression; else 0. */
guint32 together_descriptor(const struct unit_facts *facts, guint32 index);

/* The key of the flags that an lvalue is; NULL if it is nothing of these. */
const char *together_place(struct path_walk *walk, guint32 index);

/* The same of what a pointer argument leads to: a VMA, a descriptor, flags. */
const char *together_target(struct path_walk *walk, guint32 argument);

/*
 * The flags of the pairs that a value holds as far as it is known, an owned
 * array of struct set_flag; those that come out of a place have its key.
 */
GArray *together_value(struct path_walk *walk, guint32 index);

/*
 * True if two nodes stand in a loop on two sides of a choice that each round
 * makes alike: only one of them is run, however often; correlation.c.
 */
bool path_takes_one(const struct unit_facts *facts, guint32 one, guint32 other);

#endif
