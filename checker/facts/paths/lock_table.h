/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What functions of the kernel do with locks and VMAs, by name: types cannot
 * say it. Each row holds the kernel version it was read from.
 */
#ifndef VMALINT_FACTS_PATHS_LOCK_TABLE_H
#define VMALINT_FACTS_PATHS_LOCK_TABLE_H

#include <stdbool.h>

#include "facts/facts.h"
#include "paths.h"

/* A change of the flags of a VMA. */
struct mutator {
	enum mutator_class class;
	bool overwrites; /* what was there before is gone */
};

enum lock_effect {
	EFFECT_NONE,
	EFFECT_MMAP_WRITE,
	EFFECT_MMAP_READ,
	EFFECT_MMAP_UNLOCK,
	EFFECT_MMAP_DOWNGRADE,
	EFFECT_MMAP_ASSERT, /* says that the caller holds it for write */
	EFFECT_VMA_WRITE,
	EFFECT_VMA_READ,
	EFFECT_VMA_UNLOCK,  /* of a read lock; write locks go with the mm's */
	EFFECT_VMA_PUBLISH, /* a fresh VMA is seen by others from here on */
};

/* When a lock function has locked. */
enum lock_success { LOCKS_ALWAYS, LOCKS_IF_ZERO, LOCKS_IF_TRUE };

struct lock_row {
	const char *name;
	enum lock_effect effect;
	enum lock_success success;
	unsigned int argument; /* which one is locked, from 0 */
	const char *since;     /* the first kernel that has it; for readers */
};

/* A function that returns a VMA which others can see. */
struct lookup_row {
	const char *name;
	enum lock_effect effect; /* what is locked on return */
	const char *since;	 /* as above */
};

/*
 * What a function does to the flags of the VMA that it is given: a helper of
 * the flag API, or what changes them on the way to something else. False if it
 * leaves them alone.
 */
bool mutator_of_call(const struct unit_facts *facts, const char *name,
		     struct mutator *ret_mutator);

/* The same of helpers that take a pointer to a bitmap. */
bool bitmap_mutator_of_call(const struct unit_facts *facts, const char *name,
			    struct mutator *ret_mutator);

/*
 * The same of a store by a macro of the module that has a helper's name: it
 * shadows the helper.
 */
bool shadowed_mutator(const struct unit_facts *facts, guint32 store,
		      struct mutator *ret_mutator);

/* Each returns NULL for a name that is in no row. */
const struct lock_row *lock_find(const char *name);
const struct lookup_row *lookup_find(const char *name);

/* True for functions that make objects: vm_area_alloc(), kzalloc(), .. */
bool is_allocation(const char *name);

#endif
