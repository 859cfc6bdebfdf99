/* SPDX-License-Identifier: GPL-2.0-only */
/* The walk over one function: its statements, and what expressions do. */
#ifndef VMALINT_FACTS_PATHS_WALK_H
#define VMALINT_FACTS_PATHS_WALK_H

#include <glib.h>
#include <stdbool.h>

#include "lock_table.h"
#include "state.h"

/* Functions are entered this deep; a walk ends after so many nodes. */
enum { ENTER_LIMIT = 3, NODE_BUDGET = 200000 };

/* Two flags that are never to be set together. */
struct flag_pair {
	guint64 bits[2];
	const char *names[2]; /* "PFNMAP" */
};

/* Those of the tree of which this unit may set both; pairs.c. */
GArray *flag_pairs(struct unit_facts *facts);

/* What is known of a function before any walk. */
struct path_role {
	bool is_relevant;    /* it or what it enters changes flags or locks */
	bool is_mmap;	     /* its VMA is new: an .mmap handler .. */
	bool is_mapping;     /* .. or called like one .. */
	bool is_of_file;     /* .. or one that the core itself calls */
	const char *handler; /* field of vm_operations_struct; or NULL */
};

struct path_walk {
	struct unit_facts *facts;
	const struct path_role *roles; /* by function */
	struct path_state *state;      /* here and now */
	struct path_state *breaks;     /* what leaves the loop or switch */
	struct path_state *continues;
	struct path_state *returns; /* what leaves an entered function */
	struct path_state *cases;   /* what enters a case of the switch */
	GHashTable *labels;	    /* name -> state of the gotos so far */
	GHashTable *targets;	    /* name -> node of the label; on demand */
	GHashTable *results;	    /* call node -> id of its VMA */
	const GArray *pairs;	    /* struct flag_pair; may be empty */
	GHashTable *passed_words;   /* parameter -> words of a bitmap; owned */
	GHashTable *verdicts;	    /* test -> what came of it; or NULL */
	bool is_of_file;	    /* nobody else looks at its VMA first */
	bool is_torn; /* it, or one that has entered it, has lost paths */
	guint32 function;
	guint32 call, last_call; /* first and last of those to here; or 0 */
	const char *handler;
	guint32 returned; /* id of the VMA returned; or 0 */
	guint depth, budget;
};

/* Walks a function with the state as it is; walk.c. */
void walk_body(struct path_walk *walk, guint32 function);

/* What code is by its shape; shape.c. */
bool is_zero(const struct unit_facts *facts, guint32 index);
bool is_logical(const struct node *node); /* && or || */
bool is_expect(const struct unit_facts *facts, guint32 index);
/* do { } while: the body is first. */
bool is_do_loop(const struct unit_facts *facts, guint32 index);
/* The step of a complete for(;;), which runs behind its body; or 0. */
guint32 step_of_loop(const struct unit_facts *facts, guint32 index);
/* True if a switch, for which depth is 0, has a default. */
bool has_default(const struct unit_facts *facts, guint32 index, guint depth);
/* True if a node is the other one, or holds it. */
bool encloses(const struct unit_facts *facts, guint32 block, guint32 index);
/* Where a jump leads to, as far as scopes go; or 0. */
guint32 jump_target(struct path_walk *walk, guint32 index);

/* What happens at a node, once its children were walked; effects.c. */
bool effect_call(struct path_walk *walk, guint32 index);
void effect_assignment(struct path_walk *walk, guint32 index);
void effect_variable(struct path_walk *walk, guint32 index);
void effect_test(struct path_walk *walk, guint32 index);
/* A call of which effect_call() knows nothing: it returned false. */
void effect_unknown_call(struct path_walk *walk, guint32 index);

/* The lock function that a call is; NULL if it is none. locks.c. */
const struct lock_row *lock_of_call(const struct path_walk *walk, guint32 call);
/* The same, only if the call's value says whether it has locked. */
const struct lock_row *conditional_lock(const struct path_walk *walk,
					guint32 call);
void apply_lock(struct path_walk *walk, guint32 call,
		const struct lock_row *row);
/* Locks that a guard() or scoped_guard() takes; true if it is one. */
bool apply_guard(struct path_walk *walk, guint32 variable);

/* Locks that can fail; attempts.c. What a condition says of the result: */
struct result_test {
	guint32 subject; /* a call, a variable, or an assignment to one */
	guint32 call;	 /* the lock */
	enum lock_outcome if_true, if_false;
};

/* The VMA that such a lock is about; 0 of an mmap lock. */
guint32 attempt_object(struct path_walk *walk, guint32 call,
		       const struct lock_row *row);
/* Takes the place of what was known of this lock; read locks do not count. */
void attempt_add(struct path_state *state, const struct lock_row *row,
		 struct lock_attempt attempt);
/* One was called, and not as a condition of its own. */
void attempt_begin(struct path_walk *walk, guint32 call,
		   const struct lock_row *row);
/* Its result was looked at by a node: this is what came of it in a state. */
void attempt_settle(struct path_state *state, guint32 call,
		    enum lock_outcome outcome, guint32 test);
/* True for a condition on a result that is kept or compared. */
bool attempt_is_tested(const struct path_walk *walk, guint32 condition,
		       struct result_test *ret_test);
/* A variable is read in some other way: nothing is certain any more. */
void attempt_read(struct path_walk *walk, guint32 symbol);
/* It gets another value by a store: nobody will ask for the old one. */
void attempt_replaced(struct path_walk *walk, guint32 symbol, guint32 store);
/* A call that may lock what it is given. */
void attempts_unknown_call(struct path_walk *walk, guint32 call);
/* What an entered function tried is known to its result alone. */
void attempts_leave(struct path_walk *walk, guint32 function);
/* The attempt that a change of a VMA, or NULL, relies on in vain; or NULL. */
const struct lock_attempt *attempt_of_change(const struct path_walk *walk,
					     const struct vma_object *object,
					     guint32 change);

/* Events; record.c. */
void record_mutation(struct path_walk *walk, guint32 index, guint32 owner,
		     const struct mutator *mutator);
/* Unless the same is known. */
void record_event(struct path_walk *walk, struct path_event event);
void record_test(struct path_walk *walk, guint32 index, guint32 owner);
void sample_variable(struct path_walk *walk, guint32 symbol, guint32 value,
		     bool keeps_old);
void sample_parameter(struct path_walk *walk, guint32 symbol, guint32 value);

/*
 * True if nothing hints that a change, which some paths reach without the lock
 * taken at a node, is made only by those that took it. correlation.c.
 */
bool path_lock_is_left_out(const struct path_walk *walk, guint32 lock,
			   guint32 change);

/*
 * Flags that exclude each other; together.c. What stands in a state is what was
 * set on the way, of the flags that some pair has.
 */
void together_call(struct path_walk *walk, guint32 call);
void together_assignment(struct path_walk *walk, guint32 index);
void together_variable(struct path_walk *walk, guint32 index);
/* True for an expression that sets flags which no other part looks at. */
bool together_matters(const struct unit_facts *facts, guint32 index);

/* Words of bitmaps; words.c. */
void words_call(struct path_walk *walk, guint32 index);
void words_assignment(struct path_walk *walk, guint32 index);
void words_variable(struct path_walk *walk, guint32 index);
/* A parameter of a function that is entered gets this argument. */
void words_parameter(struct path_walk *walk, guint32 symbol, guint32 argument);
/* True for bitmap_zero() and the like, which write whole words. */
bool writes_words(const char *name);
/* The walk ends: what was overwritten and not completed is an event. */
void words_owed(struct path_walk *walk);

/* The function of the unit that a call is to enter; or 0. callee.c. */
guint32 entered_function(const struct path_walk *walk, guint32 call);

/*
 * Binds what such a function gets from its caller, and makes the walk over it;
 * enter.c. False if the call leads to none.
 */
bool enter_begin(struct path_walk *walk, guint32 call,
		 struct path_walk *ret_inner);

/* Keys and objects; keys.c. Of a place, or a pointer's target; owned, or NULL.
 */
char *place_key(const struct unit_facts *facts, guint32 index);
char *pointee_key(const struct unit_facts *facts, guint32 index);

/* True if an expression is a pointer to a VMA, or a VMA itself. */
bool is_vma_pointer(const struct unit_facts *facts, guint32 index);

/* The VMA that a pointer leads to, made up if nothing is known; or NULL. */
struct vma_object *walk_object(struct path_walk *walk, guint32 pointer);

/*
 * A key for the flags of a VMA, an expression or a pointer, whatever names it
 * has; NULL if there is none.
 */
const char *vma_key(struct path_walk *walk, guint32 owner);

/* The unit's copy of a key, which is freed; NULL for NULL. */
const char *keep_key(struct path_walk *walk, char *key);

/* Name of the function that a call names; "" if it has none. */
const char *callee_symbol_name(const struct unit_facts *facts, guint32 call);
/* The same; of an inline of a module's header, the helper that it calls. */
const char *changing_name(const struct unit_facts *facts, guint32 call);

#endif
