// SPDX-License-Identifier: GPL-2.0-only
/* Conditions: what is known where they hold, and where they do not. */
#include <string.h>

#include "facts/words.h"
#include "walk.h"

void swap_with(struct path_walk *walk, struct path_state *other)
{
	struct path_state saved = *walk->state;

	*walk->state = *other;
	*other = saved;
}

static void walk_both(struct path_walk *walk, guint32 index,
		      struct path_state **ret_false)
{
	guint32 right = node_child(walk->facts, index, 1);
	struct path_state *other = NULL;

	walk_condition(walk, facts_node(walk->facts, index)->first, ret_false);
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

	for (; argument; argument = facts_node(walk->facts, argument)->next)
		walk_node(walk, argument);
	*ret_false = state_copy(walk->state);
	if (row->success == LOCKS_IF_ZERO)
		swap_with(walk, *ret_false);
	apply_lock(walk, call, row);
	if (row->success == LOCKS_IF_ZERO)
		swap_with(walk, *ret_false);
}

static bool is_zero(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, strip_casts(facts, index));

	return node->kind == NODE_CONSTANT && node->value == 0;
}

/* What the compiler decides is decided; only one way goes on. */
static void walk_plain_condition(struct path_walk *walk, guint32 index,
				 struct path_state **ret_false)
{
	gint64 value;

	walk_node(walk, index);
	*ret_false = state_copy(walk->state);
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

static bool is_expect(const struct unit_facts *facts, guint32 index)
{
	return facts_node(facts, index)->kind == NODE_CALL &&
	       strcmp(callee_symbol_name(facts, index), "__builtin_expect") ==
		       0;
}

void walk_condition(struct path_walk *walk, guint32 index,
		    struct path_state **ret_false)
{
	guint32 stripped = strip_casts(walk->facts, index);
	const struct node *node = facts_node(walk->facts, stripped);
	const struct lock_row *row = conditional_lock(walk, stripped);

	if (row) {
		walk_lock(walk, stripped, row, ret_false);
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
