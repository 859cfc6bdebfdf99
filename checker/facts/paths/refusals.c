// SPDX-License-Identifier: GPL-2.0-only
/*
 * Accesses that a handler of mmap refuses. For each test of VM_WRITE and the
 * like the state holds what became of the two kinds of paths behind it, those
 * with the flag and those without: whether one gets here, what its results
 * are, and which VM_MAY flags it named. One that fails with the flag and comes
 * to a good end without it leaves mprotect() what it refused.
 */
#include <string.h>

#include "facts/words.h"

#include "accesses.h"

/* The result of an entered function, until its caller knows the call. */
enum { RESULT_RETURNED = 0xffffffffu };
/* A value is that of a variable, by its symbol, or of a node. */
enum { RESULT_NODE = 0x80000000u };

static struct access_paths *nth(const struct path_state *state, guint nr)
{
	return &g_array_index(state->accesses, struct access_paths, nr);
}

static struct access_paths *find_test(const struct path_state *state,
				      guint32 test)
{
	for (guint i = 0; i < state->accesses->len; i++) {
		if (nth(state, i)->test == test)
			return nth(state, i);
	}
	return NULL;
}

static struct known_result *find_result(struct access_side *side, guint32 of)
{
	for (guint i = 0; of && i < NR_RESULTS; i++) {
		if (side->results[i].of == of)
			return &side->results[i];
	}
	return NULL;
}

static void forget_result(struct access_side *side, guint32 of)
{
	struct known_result *known = find_result(side, of);

	if (known)
		*known = (struct known_result){ 0 };
}

/* The newest result is first; the oldest is let go of. */
static void set_result(struct access_side *side, guint32 of,
		       enum result_class class)
{
	forget_result(side, of);
	if (class == RESULT_UNKNOWN)
		return;
	memmove(&side->results[1], &side->results[0],
		sizeof(side->results[0]) * (NR_RESULTS - 1));
	side->results[0] = (struct known_result){ of, class };
}

static void join_side(struct access_side *mine, const struct access_side *other)
{
	struct access_side theirs = *other;

	if (!theirs.is_reached)
		return;
	if (!mine->is_reached) {
		*mine = theirs;
		return;
	}
	mine->named |= theirs.named;
	for (guint i = 0; i < NR_RESULTS; i++) {
		const struct known_result *known =
			find_result(&theirs, mine->results[i].of);

		if (!known || known->class != mine->results[i].class)
			mine->results[i] = (struct known_result){ 0 };
	}
}

void accesses_join(struct path_state *state, const struct path_state *other)
{
	for (guint i = 0; i < other->accesses->len; i++) {
		const struct access_paths *theirs = nth(other, i);
		struct access_paths *mine = find_test(state, theirs->test);

		if (!mine) {
			g_array_append_vals(state->accesses, theirs, 1);
			continue;
		}
		join_side(&mine->with, &theirs->with);
		join_side(&mine->without, &theirs->without);
	}
}

typedef void (*side_change)(struct path_walk *walk, struct access_side *side,
			    guint32 what, guint32 value);

static void for_sides(struct path_walk *walk, side_change change, guint32 what,
		      guint32 value)
{
	const struct path_state *state = walk->state;

	for (guint i = 0; i < state->accesses->len; i++) {
		if (nth(state, i)->with.is_reached)
			change(walk, &nth(state, i)->with, what, value);
		if (nth(state, i)->without.is_reached)
			change(walk, &nth(state, i)->without, what, value);
	}
}

void accesses_begin(struct path_walk *walk)
{
	struct access_paths all = { .without.is_reached = true };

	verdicts_begin(walk);
	g_array_append_val(walk->state->accesses, all);
}

/* What a value comes to on the paths of a side. */
static enum result_class class_of(const struct unit_facts *facts,
				  struct access_side *side, guint32 value)
{
	guint32 index = facts_without_casts(facts, value);
	const struct node *node = facts_node(facts, index);
	const struct known_result *known;
	gint64 number;

	if (index == 0)
		return RESULT_UNKNOWN;
	if (facts_constant(facts, index, &number))
		return number ? RESULT_ERROR : RESULT_ZERO;
	if (node->kind == NODE_ASSIGN && node->op == OP_NONE)
		return class_of(facts, side, node->first);
	if (node->kind == NODE_UNARY && node->op == OP_MINUS)
		return class_of(facts, side, node->first);
	known = find_result(side, node->kind == NODE_NAME ?
					  node->symbol :
					  RESULT_NODE | index);
	return known ? known->class : RESULT_UNKNOWN;
}

static void keep_result(struct path_walk *walk, struct access_side *side,
			guint32 what, guint32 value)
{
	set_result(side, what, class_of(walk->facts, side, value));
}

void accesses_assign(struct path_walk *walk, guint32 symbol, guint32 value)
{
	if (walk->verdicts && symbol)
		for_sides(walk, keep_result, symbol, value);
}

void accesses_assignment(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);
	const struct node *target = facts_node(walk->facts, node->first);

	if (target->kind == NODE_NAME)
		accesses_assign(walk, target->symbol,
				node->op == OP_NONE ?
					node_child(walk->facts, index, 1) :
					0);
}

void accesses_choose(struct path_walk *walk, guint32 condition, guint32 value)
{
	if (walk->verdicts && value)
		for_sides(walk, keep_result, RESULT_NODE | condition, value);
}

static void take_returned(struct path_walk *walk, struct access_side *side,
			  guint32 what, guint32 value)
{
	struct known_result *known = find_result(side, RESULT_RETURNED);

	(void)walk;
	(void)value;
	forget_result(side, what);
	if (known)
		known->of = what;
}

void accesses_leave(struct path_walk *walk, guint32 call)
{
	if (walk->verdicts)
		for_sides(walk, take_returned, RESULT_NODE | call, 0);
}

/* All paths that are here have another flag, by this test of it; or 0. */
static guint32 company_of(const struct path_state *state, guint64 flags)
{
	for (guint i = 0; i < state->accesses->len; i++) {
		const struct access_paths *paths = nth(state, i);

		if (paths->test && paths->with.is_reached &&
		    !paths->without.is_reached && !(paths->flags & flags))
			return paths->test;
	}
	return 0;
}

/* `return !(flags & VM_WRITE);': the result tells the paths from each other. */
static void return_test(struct path_walk *walk, guint32 value)
{
	struct access_test test = { 0 };
	struct access_paths paths = { .test = value };

	if (!value || !access_is_tested(walk->facts, value, &test) ||
	    find_test(walk->state, value))
		return;
	paths.flags = test.flags;
	paths.company = company_of(walk->state, test.flags);
	paths.with = paths.without = find_test(walk->state, 0)->without;
	set_result(&paths.with, RESULT_RETURNED,
		   test.is_set_if_true ? RESULT_ERROR : RESULT_ZERO);
	set_result(&paths.without, RESULT_RETURNED,
		   test.is_set_if_true ? RESULT_ZERO : RESULT_ERROR);
	g_array_append_val(walk->state->accesses, paths);
}

void accesses_return(struct path_walk *walk, guint32 value)
{
	if (!walk->verdicts || walk->state->is_dead)
		return;
	if (walk->depth > 0) {
		for_sides(walk, keep_result, RESULT_RETURNED, value);
		return_test(walk, facts_without_casts(walk->facts, value));
		return;
	}
	for (guint i = 0; i < walk->state->accesses->len; i++) {
		struct access_paths *paths = nth(walk->state, i);

		if (paths->test)
			verdict_add(
				walk, paths,
				class_of(walk->facts, &paths->with, value),
				class_of(walk->facts, &paths->without, value));
	}
}

static void name_flags(struct path_walk *walk, guint64 flags)
{
	for (guint i = 0; flags && i < walk->state->accesses->len; i++) {
		nth(walk->state, i)->with.named |= flags;
		nth(walk->state, i)->without.named |= flags;
	}
}

void accesses_node(struct path_walk *walk, guint32 index)
{
	if (walk->verdicts)
		name_flags(walk, access_named(walk->facts, index));
}

static bool is_mapping_argument(const struct unit_facts *facts, guint32 index)
{
	const struct type *type = facts_type(
		facts,
		facts_node(facts, facts_without_casts(facts, index))->type);
	const char *record = facts_type(facts, type->target)->record;

	return type->class == TYPE_POINTER &&
	       (strcmp(record, "vm_area_struct") == 0 ||
		strcmp(record, "vm_area_desc") == 0);
}

/* True of what may take VM_MAY flags away out of sight. */
static bool may_clear(const struct unit_facts *facts, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(facts, facts_callee(facts, call));
	const struct function *function =
		facts_function(facts, callee->function);

	if (!*callee->name || strstr(callee->name, "readonly"))
		return true;
	if (!callee->function)
		return !g_str_has_prefix(callee->path, "include/") &&
		       !strstr(callee->path, "/include/");
	for (guint32 i = function->body; i && i < function->end; i++) {
		if (access_named(facts, i))
			return true;
	}
	return false;
}

void accesses_call(struct path_walk *walk, guint32 call)
{
	const struct unit_facts *facts = walk->facts;
	guint32 argument = node_child(facts, call, 1);

	if (!walk->verdicts)
		return;
	while (argument && !is_mapping_argument(facts, argument))
		argument = facts_node(facts, argument)->next;
	if (argument && may_clear(facts, call))
		name_flags(walk, ACCESS_MAY);
}

/* The paths of a state are all with the flag, or all without. */
static void split(struct path_state *state, guint32 test, guint64 flags,
		  bool is_with)
{
	const struct access_paths *all = find_test(state, 0);
	struct access_paths *known = find_test(state, test);
	struct access_paths paths = {
		.test = test,
		.flags = flags,
		.company = company_of(state, flags),
	};

	if (is_with)
		paths.with = all->without;
	else
		paths.without = all->without;
	if (known)
		*known = paths;
	else
		g_array_append_val(state->accesses, paths);
}

/* A result is known from here on; paths that have another are not here. */
static void prune(struct path_state *state, guint32 of, enum result_class class)
{
	for (guint i = 0; i < state->accesses->len; i++) {
		struct access_side *sides[] = { &nth(state, i)->with,
						&nth(state, i)->without };

		for (gsize j = 0; j < G_N_ELEMENTS(sides); j++) {
			const struct known_result *known =
				find_result(sides[j], of);

			if (known && known->class != class &&
			    nth(state, i)->test)
				sides[j]->is_reached = false;
			else
				set_result(sides[j], of, class);
		}
	}
}

/*
 * `if (flags & VM_WRITE) { if (frozen) return -EPERM; }': of the paths with the
 * flag, those where another condition holds, or does not, have a verdict of
 * their own, by a key.
 */
static void split_within(struct path_state *state, guint32 key)
{
	const guint nr_known = state->accesses->len;

	for (guint i = 0; i < nr_known; i++) {
		struct access_paths paths = *nth(state, i);

		if (!paths.test || paths.within || !paths.with.is_reached ||
		    paths.without.is_reached || find_test(state, key))
			continue;
		paths.within = paths.test;
		paths.test = key;
		g_array_append_val(state->accesses, paths);
	}
}

/* What a condition is about: a variable, or the value of a node; or 0. */
static guint32 result_of(const struct unit_facts *facts, guint32 index)
{
	const struct node *node;
	gint64 number;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (node->kind == NODE_BINARY && node->op == OP_LT &&
	    facts_constant(facts, node_child(facts, index, 1), &number) &&
	    number == 0) {
		index = facts_without_casts(facts, node->first);
		node = facts_node(facts, index);
	}
	if (node->kind == NODE_ASSIGN && node->op == OP_NONE)
		node = facts_node(facts, node->first);
	if (node->kind == NODE_NAME)
		return node->symbol;
	return node->kind == NODE_CALL ? RESULT_NODE | index : 0;
}

static bool is_truth(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));

	return facts_type(facts, node->type)->class == TYPE_BOOL;
}

void accesses_condition(struct path_walk *walk, guint32 index,
			struct path_state *otherwise)
{
	struct access_test test = { 0 };
	guint32 of;

	if (!walk->verdicts)
		return;
	if (access_is_tested(walk->facts, index, &test)) {
		split(walk->state, index, test.flags, test.is_set_if_true);
		split(otherwise, index, test.flags, !test.is_set_if_true);
		return;
	}
	of = result_of(walk->facts, index);
	if (walk->is_of_file && (!of || is_truth(walk->facts, index)) &&
	    access_is_of_object(walk->facts, index)) {
		split_within(walk->state, index);
		split_within(otherwise, RESULT_NODE | index);
	}
	if (!of)
		return;
	prune(walk->state, of, RESULT_ERROR);
	prune(otherwise, of, RESULT_ZERO);
}

guint32 accesses_order(const struct path_walk *walk, guint32 index,
		       guint32 *ret_last)
{
	guint32 left = facts_node(walk->facts, index)->first;
	guint32 right = node_child(walk->facts, index, 1);
	struct access_test test = { 0 };

	*ret_last = right;
	if (!walk->verdicts || !access_is_tested(walk->facts, left, &test) ||
	    access_is_tested(walk->facts, right, &test))
		return left;
	*ret_last = left;
	return right;
}
