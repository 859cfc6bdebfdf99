/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Paths: what holds on the way to a change of VMA flags, as far as it is
 * certain. Each function is walked once, branches are joined, loops are walked
 * twice, functions of the unit are entered. What is not certain is
 * UNKNOWN; the same place may have several events, one for each way to it.
 */
#ifndef VMALINT_FACTS_PATHS_PATHS_H
#define VMALINT_FACTS_PATHS_PATHS_H

#include <glib.h>
#include <stdbool.h>

struct flag_event;
struct unit_facts;

/*
 * Of an mmap lock or of a VMA's own lock; the last, of a VMA alone: it is held
 * for write on some of the paths here, on the others certainly not.
 */
enum lock_state {
	LOCK_UNKNOWN,
	LOCK_NONE,
	LOCK_READ,
	LOCK_WRITE,
	LOCK_SOMETIMES,
};

enum vma_origin {
	ORIGIN_UNKNOWN,
	ORIGIN_PARAMETER, /* the caller knows */
	ORIGIN_FRESH,	  /* nobody else sees it yet */
	ORIGIN_LOOKUP,	  /* others see it: find_vma(), vmf->vma, .. */
	ORIGIN_PUBLISHED, /* it was fresh until it was inserted */
};

/* What a change of flags does about the VMA's lock. */
enum mutator_class {
	MUTATOR_NONE,
	MUTATOR_LOCKING,   /* takes it for write */
	MUTATOR_ASSERTING, /* wants it held for write */
	MUTATOR_BARE,	   /* wants it and does not say so */
	MUTATOR_INIT,	   /* is for a VMA that nobody else sees */
	MUTATOR_INDIRECT,  /* changes flags on the way to something else */
	MUTATOR_STORE,	   /* a plain store, before 6.3 */
};

/* What came of a lock that can fail, on the paths that lead to some point. */
enum lock_outcome {
	OUTCOME_NONE,	   /* there is no such lock, or nothing is certain */
	OUTCOME_UNTESTED,  /* its result was not looked at */
	OUTCOME_LOCKED,	   /* it was taken */
	OUTCOME_FAILED,	   /* it was not */
	OUTCOME_SOMETIMES, /* it was taken on some paths, not on the others */
};

/* The words of a bitmap after the first. */
enum word_tail {
	TAIL_UNKNOWN,
	TAIL_UNSET,   /* of a variable without a value */
	TAIL_CLEARED, /* all words were cleared at once */
	TAIL_SET,     /* written on purpose */
};

enum path_event_kind {
	PATH_MUTATION, /* the flags of a VMA change */
	PATH_WORD,     /* the first word of a bitmap is overwritten */
	PATH_TEST,     /* a flag that is set atomically is read plainly */
	PATH_TOGETHER, /* a flag is set beside one that excludes it */
	PATH_REFUSAL,  /* a test by which a handler of mmap refuses an access */
};

struct path_event {
	enum path_event_kind kind;
	guint32 node;	  /* the call or assignment */
	guint32 function; /* index of the function that holds it */
	guint32 call;	  /* it was entered by this call of the unit; or 0 */
	guint32 owner;	  /* expression of the VMA or bitmap */
	const char *name; /* of the helper, or "" */
	enum mutator_class mutator;
	enum vma_origin origin;
	guint32 origin_node; /* where the VMA came from; or 0 */
	enum lock_state vma_lock, mmap_lock;
	guint32 vma_lock_node, mmap_lock_node;
	const char *handler; /* "fault", ..: the function is one; or "" */
	guint32 field_node;  /* another field was changed before, unlocked */
	guint32 sample_node; /* the flags stored were read here .. */
	guint32 sample_lock_node;  /* .. and the lock was taken here */
	bool is_mmap_sample;	   /* that lock is the mmap lock */
	enum lock_outcome outcome; /* of a lock that can fail, and .. */
	guint32 attempt_node;	   /* .. the call that was to take it; or 0 */
	bool attempt_is_true;	   /* it returns true if it did, others 0 */
	enum word_tail tail;	   /* of PATH_WORD, as are the rest */
	guint32 tail_node;
	guint before; /* the last event of the node before this one: its index
		       * in path_events, from 1; or 0 */
	const char *flags[2]; /* of PATH_TOGETHER: "PFNMAP", .. */
	guint32 other_node;   /* what has set the other one before; or 0 */
	bool is_wanted;	      /* one was set for a call that asks for it */
	bool is_once;	      /* in one store that is not torn */
	bool is_vma_bitmap;   /* not one of the function's own */
	guint64 access; /* of PATH_REFUSAL: VM_READ, VM_WRITE, VM_EXEC that
			 * mprotect() can give back */
};

/* Fills facts->path_events; part of facts_derive(). */
void paths_find(struct unit_facts *facts);

/* True if the tree lets this flag ("MAYBE_GUARD") be set atomically. */
bool facts_may_set_atomically(const struct unit_facts *facts, const char *flag);

/* The flag that VMA_x_BIT, VM_x_BIT or VM_x names: x, owned; or NULL. */
char *facts_flag_of_name(const char *name);

/* True if the tree's VMAs have locks of their own (6.4 and later). */
bool facts_has_vma_locks(const struct unit_facts *facts);

/*
 * True if the tree's own code of a helper for flags asserts that the VMA is
 * locked for write, and does not lock it: vm_flags_reset() of 6.5 and later.
 */
bool facts_helper_asserts(const struct unit_facts *facts, const char *name);

/* True if the tree has helpers that set flags atomically. */
bool facts_has_atomic_helpers(const struct unit_facts *facts);

/* True for set_bit(), xchg() and the like on the flags of a VMA. */
bool event_is_atomic_operation(const struct unit_facts *facts,
			       const struct flag_event *event);

/* True for a read, change and write of a typed VMA's word in steps. */
bool event_is_plain_update(const struct unit_facts *facts,
			   const struct flag_event *event);

/* True if flags go to an operation on bitmaps that changes none, test_bit(). */
bool event_only_reads_bits(const struct flag_event *event);

/* True if the event is a part of one of the two above, of the same function. */
bool event_is_in_update(const struct unit_facts *facts,
			const struct flag_event *event);

#endif
