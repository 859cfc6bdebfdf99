/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What is known at one point of a path: which locks are held, where each VMA
 * came from, which variables hold flags sampled before. Where two paths meet,
 * only what is certain on both stays.
 *
 * Places are named by keys: "s7" is the variable of symbol 7, "s7^" what it
 * points to, "s7^.vma^" what the member vma of that points to.
 */
#ifndef VMALINT_FACTS_PATHS_STATE_H
#define VMALINT_FACTS_PATHS_STATE_H

#include <glib.h>
#include <stdbool.h>

#include "facts/facts.h"
#include "paths.h"

/* One VMA, whatever names it has. */
struct vma_object {
	guint32 id;
	enum vma_origin origin;
	guint32 origin_node;
	enum lock_state lock;
	guint32 lock_node;
	guint lock_time;
	guint32 field_node; /* first other field changed with no lock */
};

struct key_binding {
	const char *key;
	guint32 object;
};

/* An mmap lock that this function took. */
struct held_lock {
	const char *key;
	enum lock_state mode;
	guint32 node;
	guint32 scope; /* block at whose end it is dropped; or 0 */
	guint time;
};

/* A flag that was set on the way here. */
struct set_flag {
	const char *key; /* of the VMA, descriptor or variable */
	guint64 bit;
	guint32 node;	 /* the call or assignment that set it */
	bool is_certain; /* on every path */
	bool is_named;	 /* the code says so, no function on the way .. */
	bool is_wanted;	 /* .. for one that sets it where it is missing */
};

/* A killable or try lock for writing, and what its result said. */
struct lock_attempt {
	guint32 call;
	guint32 variable; /* symbol that holds the result; or 0 */
	guint32 object;	  /* id of the VMA it locks; 0 of an mmap lock */
	guint32 test;	  /* node that looked at the result; or 0 */
	bool is_true;	  /* the result is true when it was taken, else 0 */
	enum lock_outcome outcome;
};

enum { SAMPLE_LIMIT = 128 }; /* functions have a handful */

/* A variable holds flags of a VMA as they were at some time. */
struct flag_sample {
	guint32 variable; /* symbol; 0 while it is only a value */
	guint32 object;
	guint32 node;
	guint time;
};

/* What is known of the words of a bitmap. */
struct bitmap_words {
	const char *key;
	enum word_tail tail;
	guint32 node;
	guint64 covered; /* those that were written one by one */
};

/* The first word of a bitmap was overwritten; others are to follow. */
struct pending_words {
	const char *key;
	struct path_event event; /* what it is if they do not */
	guint64 missing;	 /* words that were not written yet */
};

/* What the result of a function, or a variable, is known to be. */
enum result_class { RESULT_UNKNOWN, RESULT_ZERO, RESULT_ERROR };

enum { NR_RESULTS = 4 }; /* one or two variables matter at one time */

struct known_result {
	guint32 of; /* symbol, or a node; see refusals.c */
	enum result_class class;
};

/* Paths behind a test of VM_WRITE or the like, with it or without. */
struct access_side {
	bool is_reached; /* one of them gets here */
	guint64 named;	 /* VM_MAY flags that were tested or changed on one */
	struct known_result results[NR_RESULTS];
};

struct access_paths {
	guint32 test;	 /* the condition; 0: all paths, as those without */
	guint64 flags;	 /* that it asks for: VM_READ, VM_WRITE, VM_EXEC */
	guint32 company; /* a test of another one, all come with that; or 0 */
	guint32 within;	 /* the one before, of which this is a part; or 0 */
	struct access_side with, without;
};

struct path_state {
	GArray *objects;       /* struct vma_object */
	GArray *bindings;      /* struct key_binding */
	GArray *held;	       /* struct held_lock */
	GArray *samples;       /* struct flag_sample */
	GArray *bitmaps;       /* struct bitmap_words */
	GArray *pending;       /* struct pending_words */
	GArray *attempts;      /* struct lock_attempt */
	GArray *set_flags;     /* struct set_flag */
	GArray *accesses;      /* struct access_paths; in handlers of mmap */
	guint32 *next_id;      /* of objects made where paths meet */
	guint time;	       /* grows with each lock taken */
	bool is_dead;	       /* nothing gets here */
	bool is_uncertain;     /* a lock is held on some paths only */
	bool has_released;     /* a lock taken here was dropped */
	bool has_vma_locks;    /* some VMA was locked for write */
	enum lock_state entry; /* mmap lock at the start */
};

struct path_state *state_new(guint32 *next_id, enum lock_state entry);
struct path_state *state_copy(const struct path_state *state);
void state_free(struct path_state *state);

/* Two paths meet; other is left as it is, and may be NULL. */
void state_join(struct path_state *state, const struct path_state *other);

/*
 * A loop over words or sizes runs as often as there are any: what its body did
 * to words is done, and what it completed of what was owed before is complete.
 */
void state_keep_words(struct path_state *state, const struct path_state *body,
		      const GArray *owed_before);

/* Replaces what is known; other is freed. */
void state_become(struct path_state *state, struct path_state *other);

/* The object of a key, or NULL; it moves when objects are added. */
struct vma_object *state_object(const struct path_state *state,
				const char *key);
struct vma_object *state_object_by_id(const struct path_state *state,
				      guint32 id);

/* Adds an object, or resets the one of this id. */
struct vma_object *state_add_object(struct path_state *state, guint32 id,
				    enum vma_origin origin, guint32 node);
/* An id for an object that no node made. */
guint32 state_new_id(const struct path_state *state);
void state_bind(struct path_state *state, const char *key, guint32 object);

/* Forgets all that is known of what a key leads to. */
void state_forget(struct path_state *state, const char *key);

/* The mmap lock; *ret_node is where it was taken, or 0. */
enum lock_state state_mmap_lock(const struct path_state *state,
				guint32 *ret_node, guint *ret_time);
void state_hold(struct path_state *state, struct held_lock lock);
void state_release(struct path_state *state, const char *key);
/* Drops the locks that end with a block; the others stay. */
void state_leave_scope(struct path_state *state, guint32 scope);

/* The accesses of two paths that meet; refusals.c. */
void accesses_join(struct path_state *state, const struct path_state *other);

/* The mmap lock (object 0), or a VMA, is locked or unlocked for certain. */
void state_end_attempts(struct path_state *state, guint32 object);

/* A flag of a place is set, or some are not set any more. */
void state_set_flag(struct path_state *state, struct set_flag flag);
void state_clear_flags(struct path_state *state, const char *key, guint64 bits);

/* All words of a bitmap are as the tail says. */
void state_set_bitmap(struct path_state *state, const char *key,
		      enum word_tail tail, guint32 node);
/* These words of it, a bit for each, were written. */
void state_cover_words(struct path_state *state, const char *key, guint64 words,
		       guint32 node);
/* What an overwriting node is owed; or NULL. */
struct pending_words *state_find_pending(const struct path_state *state,
					 guint32 node);
/* True if the first word of a bitmap was overwritten and others owe. */
bool state_owes(const struct path_state *state, const char *key);
/* The words that certainly hold nothing old. */
guint64 state_covered_words(const struct path_state *state, const char *key);
const struct bitmap_words *state_bitmap(const struct path_state *state,
					const char *key);

#endif
