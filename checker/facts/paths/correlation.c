// SPDX-License-Identifier: GPL-2.0-only
/*
 * Conditions that belong together. Where paths meet, that one of two branches
 * was taken is forgotten; `if (x) lock(); .. if (x) change();` is right all
 * the same. What is not plainly unrelated counts as related. And choices that
 * each round of a loop makes alike: with `while (..) if (mode) a(); else b();'
 * no path runs both, unless the loop changes what decides.
 */
#include "together.h"
#include "walk.h"

/* The end of a node: the first one behind all that is in it. */
static guint32 end_of(const struct unit_facts *facts, guint32 index)
{
	guint32 end = index + 1;

	while (end < facts->nodes->len && encloses(facts, index, end))
		end++;
	return end;
}

/* The outermost branch that holds the lock and not the change; or 0. */
static guint32 branch_of(const struct unit_facts *facts, guint32 lock,
			 guint32 change)
{
	guint32 found = 0;

	for (guint32 above = facts_parent(facts, lock);
	     above && !encloses(facts, above, change);
	     above = facts_parent(facts, above)) {
		if (facts_node(facts, above)->kind == NODE_IF)
			found = above;
		else if (facts_node(facts, above)->kind == NODE_LOOP ||
			 facts_node(facts, above)->kind == NODE_SWITCH)
			return 0;
	}
	return found;
}

static void collect_symbols(const struct unit_facts *facts, guint32 from,
			    guint32 to, GHashTable *symbols)
{
	for (guint32 i = from; i < to; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME || node->kind == NODE_MEMBER)
			g_hash_table_add(symbols,
					 GUINT_TO_POINTER(node->symbol));
	}
}

static bool mentions(const struct unit_facts *facts, guint32 index,
		     GHashTable *symbols)
{
	guint32 end = end_of(facts, index);

	for (guint32 i = index; i < end; i++) {
		const struct node *node = facts_node(facts, i);

		if ((node->kind == NODE_NAME || node->kind == NODE_MEMBER) &&
		    g_hash_table_contains(symbols,
					  GUINT_TO_POINTER(node->symbol)))
			return true;
	}
	return false;
}

static bool is_decision(const struct node *node)
{
	return node->kind == NODE_IF || node->kind == NODE_SWITCH ||
	       node->kind == NODE_CONDITION || node->kind == NODE_LOOP;
}

bool path_lock_is_left_out(const struct path_walk *walk, guint32 lock,
			   guint32 change)
{
	const struct unit_facts *facts = walk->facts;
	const struct function *function = facts_function(facts, walk->function);
	g_autoptr(GHashTable) symbols = g_hash_table_new(NULL, NULL);
	guint32 branch, end;

	if (lock < function->body || lock >= function->end || lock > change)
		return false;
	branch = branch_of(facts, lock, change);
	if (!branch)
		return false;
	end = end_of(facts, branch);
	collect_symbols(facts, branch, end, symbols);
	for (guint32 i = end; i < change; i++) {
		if (is_decision(facts_node(facts, i)) &&
		    mentions(facts, facts_node(facts, i)->first, symbols))
			return false;
	}
	return true;
}

/* What is between the two is left at once: they are not in one case. */
static bool is_left_between(const struct unit_facts *facts, guint32 body,
			    guint32 one, guint32 other)
{
	for (guint32 i = MIN(one, other); i < MAX(one, other); i++) {
		const struct node *node = facts_node(facts, i);
		guint32 above = facts_parent(facts, i);

		if ((node->kind != NODE_JUMP && node->kind != NODE_RETURN) ||
		    !encloses(facts, body, i))
			continue;
		while (above != body &&
		       (facts_node(facts, above)->kind == NODE_BLOCK ||
			facts_node(facts, above)->kind == NODE_CASE))
			above = facts_parent(facts, above);
		if (above == body)
			return true;
	}
	return false;
}

/* The child of a node that holds the other one; 0 if none does. */
static guint32 child_with(const struct unit_facts *facts, guint32 index,
			  guint32 held)
{
	guint32 child = facts_node(facts, index)->first;

	while (child && !encloses(facts, child, held))
		child = facts_node(facts, child)->next;
	return child;
}

/* True if a choice takes one way to one of them, and another to the other. */
static bool parts(const struct unit_facts *facts, guint32 choice, guint32 one,
		  guint32 other)
{
	const struct node *node = facts_node(facts, choice);
	guint32 left = child_with(facts, choice, one);
	guint32 right = child_with(facts, choice, other);

	if (!left || !right || left == node->first || right == node->first)
		return false;
	if (node->kind == NODE_SWITCH)
		return is_left_between(facts, left, one, other);
	return (node->kind == NODE_IF || node->kind == NODE_CONDITION) &&
	       left != right;
}

/* The same variable, or member of whatever object. */
static bool changes(const struct unit_facts *facts, guint32 index,
		    guint32 symbol)
{
	const struct node *node = facts_node(facts, index);
	bool has_target =
		node->kind == NODE_ASSIGN ||
		(node->kind == NODE_UNARY &&
		 (node->op == OP_ADDRESS ||
		  (node->op >= OP_PRE_INC && node->op <= OP_POST_DEC)));
	guint32 target = has_target ? facts_without_casts(facts, node->first) :
				      0;

	return (node->kind == NODE_VARIABLE && node->symbol == symbol) ||
	       (target && facts_node(facts, target)->symbol == symbol);
}

/* True if nothing in a loop changes what a condition asks for. */
static bool is_fixed(const struct unit_facts *facts, guint32 condition,
		     guint32 loop)
{
	const guint32 end = end_of(facts, condition);
	const guint32 loop_end = end_of(facts, loop);

	for (guint32 i = condition; i < end; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_CALL || node->kind == NODE_INDEX ||
		    node->kind == NODE_ASSIGN)
			return false;
		if (node->kind != NODE_NAME && node->kind != NODE_MEMBER)
			continue;
		for (guint32 k = loop; k < loop_end; k++) {
			if (changes(facts, k, node->symbol))
				return false;
		}
	}
	return true;
}

static guint32 last_child(const struct unit_facts *facts, guint32 index)
{
	guint32 child = facts_node(facts, index)->first;

	while (facts_node(facts, child)->next)
		child = facts_node(facts, child)->next;
	return child;
}

/* True if a branch ends by a jump or a return. */
static bool ends_by_jump(const struct unit_facts *facts, guint32 branch)
{
	while (facts_node(facts, branch)->kind == NODE_BLOCK)
		branch = last_child(facts, branch);
	return facts_node(facts, branch)->kind == NODE_JUMP ||
	       facts_node(facts, branch)->kind == NODE_RETURN;
}

/* `if (mode) { one; break; } other;': as good as an else. */
static bool leaves_first(const struct unit_facts *facts, guint32 choice,
			 guint32 one, guint32 other)
{
	guint32 branch = child_with(facts, choice, one);

	return facts_node(facts, choice)->kind == NODE_IF && branch &&
	       branch != facts_node(facts, choice)->first && other > choice &&
	       !encloses(facts, choice, other) && ends_by_jump(facts, branch);
}

/* By a choice around one of them, in a loop around both. */
static bool takes_one(const struct unit_facts *facts, guint32 one,
		      guint32 other)
{
	guint32 choice = 0, loop = 0;

	for (guint32 above = facts_parent(facts, one); above;
	     above = facts_parent(facts, above)) {
		if (!choice && (parts(facts, above, one, other) ||
				leaves_first(facts, above, one, other)))
			choice = above;
		else if (facts_node(facts, above)->kind == NODE_LOOP)
			loop = above;
	}
	return choice && loop && encloses(facts, loop, choice) &&
	       encloses(facts, loop, other) &&
	       is_fixed(facts, facts_node(facts, choice)->first, loop);
}

bool path_takes_one(const struct unit_facts *facts, guint32 one, guint32 other)
{
	return takes_one(facts, one, other) || takes_one(facts, other, one);
}
