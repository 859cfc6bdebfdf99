// SPDX-License-Identifier: GPL-2.0-only
/*
 * Locks that can fail, and what becomes of their results: looked at in a
 * condition, kept in a variable, or dropped. What is done with a result that
 * is not understood here makes the attempt forgotten, so that nothing is said.
 */
#include <string.h>

#include "facts/words.h"
#include "walk.h"

static struct lock_attempt *nth(const struct path_state *state, guint nr)
{
	return &g_array_index(state->attempts, struct lock_attempt, nr);
}

static struct lock_attempt *find_by_variable(const struct path_state *state,
					     guint32 symbol)
{
	for (guint i = 0; i < state->attempts->len; i++) {
		if (symbol && nth(state, i)->variable == symbol &&
		    nth(state, i)->outcome == OUTCOME_UNTESTED)
			return nth(state, i);
	}
	return NULL;
}

static bool is_write_lock(const struct lock_row *row)
{
	return row->effect == EFFECT_MMAP_WRITE ||
	       row->effect == EFFECT_VMA_WRITE;
}

guint32 attempt_object(struct path_walk *walk, guint32 call,
		       const struct lock_row *row)
{
	const struct vma_object *object = NULL;

	if (row->effect == EFFECT_VMA_WRITE)
		object = walk_object(
			walk, node_child(walk->facts, call, 1 + row->argument));
	return object ? object->id : 0;
}

void attempt_add(struct path_state *state, const struct lock_row *row,
		 struct lock_attempt attempt)
{
	if (!is_write_lock(row) ||
	    (row->effect == EFFECT_VMA_WRITE && attempt.object == 0))
		return;
	state_end_attempts(state, attempt.object);
	attempt.is_true = row->success == LOCKS_IF_TRUE;
	g_array_append_val(state->attempts, attempt);
}

/* Who gets a value: past casts, and past `!', which turns it round. */
static guint32 user_of(const struct unit_facts *facts, guint32 index,
		       guint32 *ret_value, bool *ret_is_negated)
{
	guint32 above = facts_parent(facts, index);

	*ret_is_negated = false;
	while (facts_node(facts, above)->kind == NODE_CAST ||
	       (facts_node(facts, above)->kind == NODE_UNARY &&
		facts_node(facts, above)->op == OP_LOGICAL_NOT)) {
		*ret_is_negated ^= facts_node(facts, above)->kind == NODE_UNARY;
		index = above;
		above = facts_parent(facts, above);
	}
	*ret_value = index;
	return above;
}

/* A statement of its own: nobody gets the value. The last of ({ }) is not. */
static bool is_dropped(const struct unit_facts *facts, guint32 user,
		       guint32 value)
{
	const struct node *node = facts_node(facts, user);

	switch (node->kind) {
	case NODE_BLOCK:
		return facts_node(facts, facts_parent(facts, user))->kind !=
		       NODE_STATEMENTS;
	case NODE_IF:
		return node->first != value;
	case NODE_CASE:
	case NODE_LABEL:
		return true;
	default:
		return false;
	}
}

/* The local variable that a value becomes the value of; or 0. */
static guint32 variable_of(const struct unit_facts *facts, guint32 user,
			   guint32 value)
{
	const struct node *node = facts_node(facts, user);
	const struct node *target = facts_node(facts, node->first);

	if (node->kind == NODE_VARIABLE)
		return node->symbol;
	if (node->kind != NODE_ASSIGN || node->op != OP_NONE ||
	    node->first == value || target->kind != NODE_NAME ||
	    facts_symbol(facts, target->symbol)->kind == SYMBOL_GLOBAL)
		return 0;
	return target->symbol;
}

static bool is_comparison(const struct node *node)
{
	return node->kind == NODE_BINARY && node->op >= OP_LT &&
	       node->op <= OP_NE;
}

void attempt_begin(struct path_walk *walk, guint32 call,
		   const struct lock_row *row)
{
	const struct unit_facts *facts = walk->facts;
	guint32 value;
	bool is_negated;
	guint32 user = user_of(facts, call, &value, &is_negated);
	struct lock_attempt attempt = {
		.call = call,
		.variable = variable_of(facts, user, value),
		.object = attempt_object(walk, call, row),
		.outcome = OUTCOME_UNTESTED,
	};

	if (!attempt.variable && !is_dropped(facts, user, value) &&
	    !is_comparison(facts_node(facts, user))) {
		state_end_attempts(walk->state, attempt.object);
		return;
	}
	attempt_add(walk->state, row, attempt);
	if (is_negated && walk->state->attempts->len > 0)
		nth(walk->state, walk->state->attempts->len - 1)->is_true ^= 1;
}

/* What a comparison with a number says of a result: if it holds, if not. */
static bool read_comparison(const struct lock_attempt *attempt, guint8 op,
			    gint64 number, struct result_test *ret_test)
{
	bool tells_taken = false, tells_failed = false;

	if (attempt->is_true) { /* 1 or 0 */
		tells_taken = (op == OP_EQ && number == 1) ||
			      (op == OP_GT && number == 0) ||
			      (op == OP_GE && number == 1);
		tells_failed = (op == OP_NE && number == 1) ||
			       (op == OP_LT && number == 1) ||
			       (op == OP_LE && number == 0);
	} else { /* 0 or a negative error */
		tells_failed = (op == OP_LT && number == 0) ||
			       (op == OP_EQ && number < 0);
		tells_taken = (op == OP_GE && number == 0) ||
			      (op == OP_NE && number < 0);
	}
	ret_test->if_true = tells_taken	 ? OUTCOME_LOCKED :
			    tells_failed ? OUTCOME_FAILED :
					   OUTCOME_UNTESTED;
	ret_test->if_false = tells_taken  ? OUTCOME_FAILED :
			     tells_failed ? OUTCOME_LOCKED :
					    OUTCOME_UNTESTED;
	return true;
}

/* The attempt whose result an expression is, once it was walked. */
static bool attempt_of_value(const struct path_walk *walk, guint32 index,
			     struct lock_attempt *ret_attempt)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const struct lock_attempt *known;
	const struct lock_row *row;

	if (node->kind == NODE_NAME) {
		known = find_by_variable(walk->state, node->symbol);
		if (known)
			*ret_attempt = *known;
		return known != NULL;
	}
	if (node->kind == NODE_ASSIGN && node->op == OP_NONE)
		index = facts_without_casts(facts, node_child(facts, index, 1));
	row = conditional_lock(walk, index);
	if (!row || !is_write_lock(row))
		return false;
	ret_attempt->call = index;
	ret_attempt->is_true = row->success == LOCKS_IF_TRUE;
	return true;
}

bool attempt_is_tested(const struct path_walk *walk, guint32 condition,
		       struct result_test *ret_test)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, condition);
	struct lock_attempt attempt = { 0 };
	gint64 number = 0;
	guint8 op = OP_NE;

	ret_test->subject = condition;
	if (is_comparison(node)) {
		op = node->op;
		ret_test->subject = facts_without_casts(facts, node->first);
		if (!facts_constant(facts, node_child(facts, condition, 1),
				    &number))
			return false;
		if (number == 0 && (op == OP_EQ || op == OP_NE))
			return false; /* the walk goes on to what is compared */
	}
	if (!attempt_of_value(walk, ret_test->subject, &attempt))
		return false;
	ret_test->call = attempt.call;
	if (is_comparison(node))
		return read_comparison(&attempt, op, number, ret_test);
	ret_test->if_true = attempt.is_true ? OUTCOME_LOCKED : OUTCOME_FAILED;
	ret_test->if_false = attempt.is_true ? OUTCOME_FAILED : OUTCOME_LOCKED;
	return true;
}

void attempt_settle(struct path_state *state, guint32 call,
		    enum lock_outcome outcome, guint32 test)
{
	for (guint i = 0; i < state->attempts->len; i++) {
		struct lock_attempt *attempt = nth(state, i);

		if (attempt->call != call)
			continue;
		attempt->outcome = outcome;
		attempt->test = test;
		if (outcome == OUTCOME_UNTESTED)
			attempt->variable = 0; /* the test said nothing */
	}
}

void attempt_read(struct path_walk *walk, guint32 symbol)
{
	for (guint i = walk->state->attempts->len; i > 0; i--) {
		const struct lock_attempt *attempt = nth(walk->state, i - 1);

		if (attempt->variable == symbol &&
		    attempt->outcome == OUTCOME_UNTESTED)
			g_array_remove_index(walk->state->attempts, i - 1);
	}
}

/* The lock that the store itself calls has been written down before. */
void attempt_replaced(struct path_walk *walk, guint32 symbol, guint32 store)
{
	struct lock_attempt *attempt = find_by_variable(walk->state, symbol);

	if (attempt && !encloses(walk->facts, store, attempt->call))
		attempt->variable = 0;
}

/* True if a call gets an mm or a VMA. */
static bool gets_lockable(const struct unit_facts *facts, guint32 call)
{
	guint32 argument = node_child(facts, call, 1);

	for (; argument; argument = facts_node(facts, argument)->next) {
		guint32 index = facts_without_casts(facts, argument);
		const struct type *type =
			facts_type(facts, facts_node(facts, index)->type);

		if (is_vma_pointer(facts, index) ||
		    strcmp(facts_type(facts, type->target)->record,
			   "mm_struct") == 0)
			return true;
	}
	return false;
}

void attempts_unknown_call(struct path_walk *walk, guint32 call)
{
	if (walk->state->attempts->len > 0 &&
	    strstr(callee_symbol_name(walk->facts, call), "lock") &&
	    gets_lockable(walk->facts, call))
		g_array_set_size(walk->state->attempts, 0);
}

void attempts_leave(struct path_walk *walk, guint32 function)
{
	const struct function *left = facts_function(walk->facts, function);

	for (guint i = walk->state->attempts->len; i > 0; i--) {
		guint32 call = nth(walk->state, i - 1)->call;

		if (call >= left->body && call < left->end)
			g_array_remove_index(walk->state->attempts, i - 1);
	}
}

/* Another mmap lock is held for writing, maybe the one that counts. */
static bool holds_other(const struct path_state *state, guint32 call)
{
	for (guint i = 0; i < state->held->len; i++) {
		const struct held_lock *held =
			&g_array_index(state->held, struct held_lock, i);

		if (held->mode == LOCK_WRITE && held->node != call)
			return true;
	}
	return false;
}

static bool is_relied_on(const struct path_walk *walk,
			 const struct lock_attempt *attempt,
			 const struct vma_object *object, guint32 change)
{
	if (attempt->outcome == OUTCOME_LOCKED)
		return false;
	if (attempt->object ? !object || attempt->object != object->id :
			      holds_other(walk->state, attempt->call))
		return false;
	return attempt->outcome != OUTCOME_SOMETIMES ||
	       path_lock_is_left_out(walk, attempt->test, change);
}

const struct lock_attempt *attempt_of_change(const struct path_walk *walk,
					     const struct vma_object *object,
					     guint32 change)
{
	for (guint i = 0; i < walk->state->attempts->len; i++) {
		if (is_relied_on(walk, nth(walk->state, i), object, change))
			return nth(walk->state, i);
	}
	return NULL;
}
