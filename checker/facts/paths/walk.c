// SPDX-License-Identifier: GPL-2.0-only
/*
 * Walks statements in the order in which they run. Branches are joined, loops
 * are walked twice, a goto joins the state of its label; one that goes back
 * ends its path, since the label was already walked with a state that is real.
 */
#include <string.h>

#include "accesses.h"
#include "facts/words.h"
#include "walk.h"

static void walk_node(struct path_walk *walk, guint32 index);
static void walk_condition(struct path_walk *walk, guint32 index,
			   struct path_state **ret_false);

static void swap_with(struct path_walk *walk, struct path_state *other)
{
	struct path_state saved = *walk->state;

	*walk->state = *other;
	*other = saved;
}

static void walk_both(struct path_walk *walk, guint32 index,
		      struct path_state **ret_false)
{
	guint32 right;
	guint32 left = accesses_order(walk, index, &right);
	struct path_state *other = NULL;

	walk_condition(walk, left, ret_false);
	walk_condition(walk, right, &other);
	state_join(*ret_false, other);
	state_free(other);
}

static void walk_either(struct path_walk *walk, guint32 index,
			struct path_state **ret_false)
{
	struct path_state *otherwise = NULL, *is_false = NULL;

	walk_condition(walk, facts_node(walk->facts, index)->first, &otherwise);
	swap_with(walk, otherwise);
	walk_condition(walk, node_child(walk->facts, index, 1), &is_false);
	state_join(walk->state, otherwise);
	state_free(otherwise);
	*ret_false = is_false;
}

/* `if (!trylock(..))`: only one of the branches holds the lock. */
static void walk_lock(struct path_walk *walk, guint32 call,
		      const struct lock_row *row, struct path_state **ret_false)
{
	guint32 argument = node_child(walk->facts, call, 1);
	struct lock_attempt attempt = { .call = call, .test = call };

	for (; argument; argument = facts_node(walk->facts, argument)->next)
		walk_node(walk, argument);
	attempt.object = attempt_object(walk, call, row);
	*ret_false = state_copy(walk->state);
	if (row->success == LOCKS_IF_ZERO)
		swap_with(walk, *ret_false);
	apply_lock(walk, call, row);
	attempt.outcome = OUTCOME_FAILED;
	attempt_add(*ret_false, row, attempt);
	attempt.outcome = OUTCOME_LOCKED;
	attempt_add(walk->state, row, attempt);
	if (row->success == LOCKS_IF_ZERO)
		swap_with(walk, *ret_false);
}

/* `ret = lock(..); if (ret < 0)': the same, by what a variable holds. */
static void walk_result(struct path_walk *walk, guint32 condition,
			const struct result_test *test,
			struct path_state **ret_false)
{
	if (facts_node(walk->facts, test->subject)->kind != NODE_NAME)
		walk_node(walk, test->subject);
	*ret_false = state_copy(walk->state);
	attempt_settle(walk->state, test->call, test->if_true, condition);
	attempt_settle(*ret_false, test->call, test->if_false, condition);
}

/* What the compiler decides is decided; only one way goes on. */
static void walk_plain_condition(struct path_walk *walk, guint32 index,
				 struct path_state **ret_false)
{
	gint64 value;

	walk_node(walk, index);
	*ret_false = state_copy(walk->state);
	accesses_condition(walk, index, *ret_false);
	if (!facts_constant(walk->facts, index, &value))
		return;
	if (value)
		(*ret_false)->is_dead = true;
	else
		walk->state->is_dead = true;
}

/* `x == 0`, `x != NULL`: the condition x, turned round or not. */
static bool walk_zero_test(struct path_walk *walk, guint32 index,
			   struct path_state **ret_false)
{
	const struct node *node = facts_node(walk->facts, index);
	gint64 value;

	if (node->kind != NODE_BINARY ||
	    (node->op != OP_EQ && node->op != OP_NE) ||
	    facts_constant(walk->facts, index, &value) ||
	    !is_zero(walk->facts, node_child(walk->facts, index, 1)))
		return false;
	walk_condition(walk, node->first, ret_false);
	if (node->op == OP_EQ)
		swap_with(walk, *ret_false);
	return true;
}

static void walk_condition(struct path_walk *walk, guint32 index,
			   struct path_state **ret_false)
{
	guint32 stripped = facts_without_casts(walk->facts, index);
	const struct node *node = facts_node(walk->facts, stripped);
	const struct lock_row *row = conditional_lock(walk, stripped);
	struct result_test test;

	if (row) {
		walk_lock(walk, stripped, row, ret_false);
	} else if (attempt_is_tested(walk, stripped, &test)) {
		walk_result(walk, stripped, &test, ret_false);
	} else if (node->kind == NODE_UNARY && node->op == OP_LOGICAL_NOT) {
		walk_condition(walk, node->first, ret_false);
		swap_with(walk, *ret_false);
	} else if (node->kind == NODE_BINARY && node->op == OP_LOGICAL_AND) {
		walk_both(walk, stripped, ret_false);
	} else if (node->kind == NODE_BINARY && node->op == OP_LOGICAL_OR) {
		walk_either(walk, stripped, ret_false);
	} else if (is_expect(walk->facts, stripped)) {
		walk_condition(walk, node_child(walk->facts, stripped, 1),
			       ret_false);
	} else if (!walk_zero_test(walk, stripped, ret_false)) {
		walk_plain_condition(walk, stripped, ret_false);
	}
}

static void walk_children(struct path_walk *walk, guint32 child)
{
	for (; child; child = facts_node(walk->facts, child)->next)
		walk_node(walk, child);
}

static struct path_state *dead_state(const struct path_walk *walk)
{
	struct path_state *state = state_copy(walk->state);

	state->is_dead = true;
	return state;
}

/* The value of a ?: is that of the branch that was taken. */
static void walk_branch(struct path_walk *walk, guint32 index, guint nr)
{
	guint32 branch = node_child(walk->facts, index, nr);

	walk_node(walk, branch);
	if (facts_node(walk->facts, index)->kind == NODE_CONDITION)
		accesses_choose(walk, index, branch);
}

/* if, and ?: ; children: condition, then, otherwise. */
static void walk_if(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	struct path_state *is_false = NULL;

	walk_condition(walk, facts_node(facts, index)->first, &is_false);
	walk_branch(walk, index, 1);
	swap_with(walk, is_false);
	walk_branch(walk, index, 2);
	state_join(walk->state, is_false);
	state_free(is_false);
}

/* && and || for their value alone. */
static void walk_logical(struct path_walk *walk, guint32 index)
{
	struct path_state *is_false = NULL;

	walk_condition(walk, index, &is_false);
	state_join(walk->state, is_false);
	state_free(is_false);
}

/* The condition decides whether there is a round; it leaves through out. */
static void walk_loop_part(struct path_walk *walk, guint32 index,
			   struct path_state *out)
{
	struct path_state *is_false = NULL;

	if (facts_node(walk->facts, index)->kind >= NODE_BLOCK) {
		walk_node(walk, index);
		return;
	}
	walk_condition(walk, index, &is_false);
	state_join(out, is_false);
	state_free(is_false);
}

static void walk_round(struct path_walk *walk, guint32 index, guint32 first,
		       struct path_state *out)
{
	guint32 step = step_of_loop(walk->facts, index);
	guint32 child = first;

	for (; child; child = facts_node(walk->facts, child)->next) {
		if (child != step)
			walk_loop_part(walk, child, out);
	}
	state_join(walk->state, walk->continues);
	walk->continues->is_dead = true;
	walk_node(walk, step);
}

static void walk_do(struct path_walk *walk, guint32 index,
		    struct path_state *out)
{
	guint32 body = facts_node(walk->facts, index)->first;
	struct path_state *is_false = NULL;

	for (guint round = 0; round < 2; round++) {
		walk_node(walk, body);
		state_join(walk->state, walk->continues);
		walk->continues->is_dead = true;
		walk_condition(walk, facts_node(walk->facts, body)->next,
			       &is_false);
		state_join(out, is_false);
		state_free(is_false);
		is_false = NULL;
		if (walk->state->is_dead)
			break;
	}
}

static void walk_loop(struct path_walk *walk, guint32 index)
{
	struct path_state *breaks = walk->breaks;
	struct path_state *continues = walk->continues;
	struct path_state *out = dead_state(walk);
	g_autoptr(GArray) owed = g_array_copy(walk->state->pending);
	struct path_state *body;
	guint32 first;

	walk->breaks = out;
	walk->continues = dead_state(walk);
	if (is_do_loop(walk->facts, index)) {
		walk_do(walk, index, out);
		body = state_copy(out);
	} else {
		first = facts_node(walk->facts, index)->first;
		walk_round(walk, index, first, out);
		body = state_copy(walk->state);
		if (step_of_loop(walk->facts, index))
			first = facts_node(walk->facts, first)->next;
		walk_round(walk, index, first, out);
	}
	if (!walk->state->is_dead && out->is_dead)
		state_join(out, walk->state);
	state_become(walk->state, out);
	state_keep_words(walk->state, body, owed);
	state_leave_scope(walk->state, index);
	state_free(body);
	state_free(walk->continues);
	walk->breaks = breaks;
	walk->continues = continues;
}

static void walk_switch(struct path_walk *walk, guint32 index)
{
	struct path_state *breaks = walk->breaks, *cases = walk->cases;

	walk_node(walk, facts_node(walk->facts, index)->first);
	walk->breaks = dead_state(walk);
	walk->cases = state_copy(walk->state);
	walk->state->is_dead = true;
	walk_node(walk, node_child(walk->facts, index, 1));
	state_join(walk->state, walk->breaks);
	if (!has_default(walk->facts, index, 0))
		state_join(walk->state, walk->cases);
	state_free(walk->breaks);
	state_free(walk->cases);
	walk->breaks = breaks;
	walk->cases = cases;
}

static void walk_case(struct path_walk *walk, guint32 index)
{
	state_join(walk->state, walk->cases);
	walk_children(walk, facts_node(walk->facts, index)->first);
}

/* Guards end on the way out of their blocks; target 0: out of all. */
static void leave_scopes(struct path_walk *walk, guint32 from, guint32 target)
{
	guint32 above = facts_parent(walk->facts, from);

	for (; above; above = facts_parent(walk->facts, above)) {
		if (target && encloses(walk->facts, above, target))
			return;
		state_leave_scope(walk->state, above);
	}
}

static void walk_jump(struct path_walk *walk, guint32 index)
{
	const char *text = facts_node(walk->facts, index)->text;
	struct path_state *pending;

	leave_scopes(walk, index, jump_target(walk, index));
	if (strcmp(text, "break") == 0 && walk->breaks) {
		state_join(walk->breaks, walk->state);
	} else if (strcmp(text, "continue") == 0 && walk->continues) {
		state_join(walk->continues, walk->state);
	} else if (*text) {
		pending = g_hash_table_lookup(walk->labels, text);
		if (pending)
			state_join(pending, walk->state);
		else
			g_hash_table_insert(walk->labels, (gpointer)text,
					    state_copy(walk->state));
	}
	walk->state->is_dead = true;
}

static void walk_label(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);

	state_join(walk->state, g_hash_table_lookup(walk->labels, node->text));
	walk_children(walk, node->first);
}

static void walk_return(struct path_walk *walk, guint32 index)
{
	guint32 value = facts_node(walk->facts, index)->first;
	struct vma_object *object = NULL;

	walk_node(walk, value);
	if (value && !walk->state->is_dead &&
	    is_vma_pointer(walk->facts,
			   facts_without_casts(walk->facts, value)))
		object = walk_object(walk, value);
	if (object && object->origin != ORIGIN_UNKNOWN)
		walk->returned = object->id;
	accesses_return(walk, value);
	leave_scopes(walk, index, 0);
	state_join(walk->returns, walk->state);
	walk->state->is_dead = true;
}

static void walk_assignment(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);
	const struct node *target = facts_node(walk->facts, node->first);

	walk_node(walk, node_child(walk->facts, index, 1));
	if (target->kind == NODE_NAME && node->op == OP_NONE)
		attempt_replaced(walk, target->symbol, index);
	else
		walk_node(walk, node->first);
	if (walk->state->is_dead)
		return;
	effect_assignment(walk, index);
	accesses_assignment(walk, index);
}

/* Walks a function of the unit with what its caller knows. */
static bool enter_call(struct path_walk *walk, guint32 call)
{
	struct path_walk inner;

	if (!enter_begin(walk, call, &inner))
		return false;
	walk_body(&inner, inner.function);
	walk->budget = inner.budget;
	attempts_leave(walk, inner.function);
	accesses_leave(walk, call);
	g_hash_table_insert(walk->results, GUINT_TO_POINTER(call),
			    GUINT_TO_POINTER(inner.returned));
	return true;
}

static void walk_call(struct path_walk *walk, guint32 call)
{
	if (effect_call(walk, call) || enter_call(walk, call))
		return;
	effect_unknown_call(walk, call);
	accesses_call(walk, call);
}

static void walk_expression(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);

	walk_children(walk, node->first);
	if (walk->state->is_dead)
		return;
	accesses_node(walk, index);
	if (node->kind == NODE_CALL) {
		effect_test(walk, index);
		walk_call(walk, index);
	} else if (node->kind == NODE_VARIABLE) {
		effect_variable(walk, index);
		accesses_assign(walk, node->symbol, node->first);
	} else if (node->kind == NODE_BINARY) {
		effect_test(walk, index);
	} else if (node->kind == NODE_NAME) {
		attempt_read(walk, node->symbol);
	}
}

static void walk_block(struct path_walk *walk, guint32 index)
{
	walk_children(walk, facts_node(walk->facts, index)->first);
	state_leave_scope(walk->state, index);
}

/* Behind a jump only labels and cases are reached. */
static bool is_reached(const struct path_walk *walk, const struct node *node)
{
	return !walk->state->is_dead || node->kind >= NODE_BLOCK;
}

static void walk_node(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);

	if (index == 0 || walk->budget == 0 || !is_reached(walk, node))
		return;
	walk->budget--;
	switch (node->kind) {
	case NODE_BLOCK:
		walk_block(walk, index);
		break;
	case NODE_IF:
	case NODE_CONDITION:
		walk_if(walk, index);
		break;
	case NODE_LOOP:
		walk_loop(walk, index);
		break;
	case NODE_SWITCH:
		walk_switch(walk, index);
		break;
	case NODE_CASE:
		walk_case(walk, index);
		break;
	case NODE_JUMP:
		walk_jump(walk, index);
		break;
	case NODE_LABEL:
		walk_label(walk, index);
		break;
	case NODE_RETURN:
		walk_return(walk, index);
		break;
	case NODE_ASSIGN:
		walk_assignment(walk, index);
		break;
	case NODE_SIZE:
		break;
	default:
		if (is_logical(node))
			walk_logical(walk, index);
		else
			walk_expression(walk, index);
		break;
	}
}

static void free_label(gpointer state)
{
	state_free(state);
}

void walk_body(struct path_walk *walk, guint32 function)
{
	g_autoptr(GHashTable) labels = g_hash_table_new_full(
		g_str_hash, g_str_equal, NULL, free_label);
	struct path_state *returns = dead_state(walk);

	walk->labels = labels;
	walk->targets = NULL;
	walk->returns = returns;
	walk_node(walk, facts_function(walk->facts, function)->body);
	state_join(walk->state, returns);
	state_free(returns);
	walk->labels = NULL;
	g_clear_pointer(&walk->targets, g_hash_table_destroy);
}
