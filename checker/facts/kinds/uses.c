// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds the places where the kind of a value matters: what is wanted there
 * and what the value is. Whether that fits, the rules judge.
 */
#include "uses.h"

#include <string.h>

static const struct kind *kind_at(const struct kind_search *search,
				  guint32 index)
{
	return facts_kind(search->facts, index);
}

static const struct type *type_of(const struct kind_search *search,
				  guint32 index)
{
	return facts_type(search->facts,
			  facts_node(search->facts, index)->type);
}

static void find_truth(const struct kind_search *search, guint32 value,
		       guint32 user)
{
	struct flag_use use = {
		.use = USE_TRUTH,
		.node = kind_written(search->facts, value),
		.user = user,
	};

	if (kind_at(search, use.node)->kind == KIND_BIT ||
	    kind_at(search, use.node)->kind == KIND_MASK)
		kind_add_use(search, use);
}

static void find_in_cast(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	struct kind wanted = kind_by_type(facts, node->type);

	kind_find_narrow(search, node->first, index, type_of(search, index));
	kind_find_widen(search, index);
	if (type_of(search, index)->class == TYPE_BOOL)
		find_truth(search, node->first, index);
	if (!(node->flags & NODE_IMPLICIT) &&
	    (wanted.kind == KIND_BIT || wanted.kind == KIND_MASK ||
	     wanted.kind == KIND_FOREIGN))
		kind_add_wanted(search, USE_CAST, node->first, index, &wanted,
				type_of(search, index)->spelling);
}

static bool is_variable(const struct kind *kind)
{
	return !kind->has_value;
}

/*
 * One of two operands is out of place: the constant beside a word, the foreign
 * one of two constants.
 */
static void find_pair(const struct kind_search *search, guint32 user,
		      guint32 left, guint32 right)
{
	const struct kind *a = kind_at(search, left);
	const struct kind *b = kind_at(search, right);
	struct flag_use use = {
		.use = USE_OPERAND,
		.wanted = KIND_MASK,
		.node = left,
		.user = user,
		.peer = right,
	};

	if (b->kind == KIND_MASK && a->kind == KIND_MASK) {
		/* Only == cares; the constant is what the word is held to. */
		use.node = a->has_value ? left : right;
		use.peer = a->has_value ? right : left;
	} else if (a->kind == KIND_MASK &&
		   !(b->kind == KIND_FOREIGN && is_variable(b) &&
		     !is_variable(a))) {
		use.node = right;
		use.peer = left;
	} else if (b->kind == KIND_MASK && a->kind == KIND_FOREIGN &&
		   is_variable(a) && !is_variable(b)) {
		use.node = right;
		use.peer = left;
		use.wanted = KIND_FOREIGN;
		use.family = (enum flag_family)a->family;
	} else if (a->kind == KIND_MASK) {
		use.wanted = KIND_FOREIGN;
		use.family = (enum flag_family)b->family;
	} else if (b->kind != KIND_MASK) {
		return;
	}
	kind_add_use(search, use);
}

static void add_arithmetic(const struct kind_search *search, guint32 user,
			   guint32 value, guint32 peer)
{
	const struct kind *kind = kind_at(search, value);
	struct flag_use use = {
		.use = USE_ARITHMETIC,
		.node = value,
		.user = user,
		.peer = peer,
	};

	if (kind->kind == KIND_BIT)
		kind_add_use(search, use);
}

static bool is_long(const struct type *type)
{
	return strcmp(type->spelling, "unsigned long") == 0 ||
	       strcmp(type->spelling, "long") == 0;
}

/* The value of a child of this node is, or becomes, flags of a VMA. */
static bool wants_flags(const struct kind_search *search, guint32 user,
			guint32 child)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, user);
	guint32 other = node_child(facts, user, 1), nr = 0;
	struct kind wanted = kind_of_nothing(KIND_UNKNOWN);

	if (node->kind == NODE_BINARY || node->kind == NODE_ASSIGN) {
		other = other == child ? node->first : other;
		return kind_at(search, other)->kind == KIND_MASK;
	}
	if (node->kind == NODE_VARIABLE)
		wanted = kind_by_type(facts, node->type);
	else if (node->kind == NODE_RETURN)
		wanted = kind_by_result(
			facts,
			facts_symbol(facts,
				     facts_function(facts, search->function)
					     ->symbol));
	if (node->kind != NODE_CALL)
		return wanted.kind == KIND_MASK;
	while (node_child(facts, user, nr + 1) &&
	       node_child(facts, user, nr + 1) != child)
		nr++;
	return kind_wanted_by_argument(search->inference, user, nr).kind ==
	       KIND_MASK;
}

/* `vma->vm_flags & (1UL << 35)', `flags | BIT(35)', `set(vma, BIT(35))'. */
static bool is_flag_of_number(const struct kind_search *search, guint32 shift)
{
	const struct unit_facts *facts = search->facts;
	guint32 child = shift, user = facts_parent(facts, shift);

	while (user) {
		const struct node *node = facts_node(facts, user);

		if (wants_flags(search, user, child))
			return true;
		if (node->kind != NODE_CAST &&
		    !(node->kind == NODE_UNARY && node->op == OP_NOT) &&
		    !(node->kind == NODE_BINARY && node->op == OP_OR))
			return false;
		child = user;
		user = facts_parent(facts, user);
	}
	return false;
}

/* A number that no int has a bit of. */
static bool is_far_number(const struct kind *kind)
{
	return kind->kind == KIND_CONSTANT && kind->has_value &&
	       kind->value >= 32 && kind->value < 64;
}

static void find_shift(const struct kind_search *search, guint32 user,
		       guint32 left, guint32 right)
{
	const struct unit_facts *facts = search->facts;
	struct flag_use use = {
		.use = USE_SHIFT,
		.wanted = KIND_BIT,
		.node = right,
		.user = user,
		.peer = left,
		.bits = type_of(search, user)->bits,
	};

	if (is_long(type_of(search, user)))
		use.bits = MIN(use.bits, search->facts->word_bits);
	if (type_of(search, user)->is_signed && use.bits > 0)
		use.bits--;
	if (kind_at(search, right)->kind == KIND_BIT ||
	    kind_at(search, right)->kind == KIND_MASK ||
	    (facts_node(facts, user)->op == OP_SHL &&
	     is_far_number(kind_at(search, right)) &&
	     is_flag_of_number(search, user)))
		kind_add_use(search, use);
	add_arithmetic(search, user, left, right);
}

static void find_in_binary(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	guint32 left = kind_written(facts, node->first);
	guint32 right = kind_written(facts, node_child(facts, index, 1));
	bool has_mask = kind_at(search, left)->kind == KIND_MASK ||
			kind_at(search, right)->kind == KIND_MASK;

	switch (node->op) {
	case OP_AND:
	case OP_OR:
	case OP_XOR:
		find_pair(search, index, left, right);
		if (!has_mask) {
			add_arithmetic(search, index, left, right);
			add_arithmetic(search, index, right, left);
		}
		break;
	case OP_EQ:
	case OP_NE:
		find_pair(search, index, left, right);
		break;
	case OP_SHL:
	case OP_SHR:
		find_shift(search, index, left, right);
		break;
	case OP_COMMA:
	case OP_NONE:
		break;
	case OP_LOGICAL_AND:
	case OP_LOGICAL_OR:
		break;
	default:
		add_arithmetic(search, index, left, right);
		add_arithmetic(search, index, right, left);
	}
}

static void find_in_assignment(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	guint32 value = node_child(facts, index, 1);
	struct kind wanted =
		kind_wanted_by_place(search->inference, node->first);
	const struct node *place = facts_node(facts, node->first);

	if (node->op != OP_NONE) {
		find_in_binary(search, index);
		kind_find_narrow(search, value, index,
				 type_of(search, node->first));
		return;
	}
	kind_add_wanted(search, USE_STORE, value, index, &wanted,
			facts_symbol(facts, place->symbol)->name);
}

static void find_in_variable(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	struct kind wanted = kind_by_type(facts, node->type);

	if (node->first &&
	    facts_node(facts, node->first)->kind != NODE_INITIALIZER)
		kind_add_wanted(search, USE_STORE, node->first, index, &wanted,
				facts_symbol(facts, node->symbol)->name);
}

static void find_in_initializer(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	struct kind wanted = kind_by_type(facts, node->type);

	if (type_of(search, index)->class != TYPE_ARRAY)
		return;
	for (guint32 child = node->first; child;
	     child = facts_node(facts, child)->next)
		kind_add_wanted(search, USE_ELEMENT, child, index, &wanted, "");
}

static void find_in_return(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct symbol *function = facts_symbol(
		facts, facts_function(facts, search->function)->symbol);
	struct kind wanted = kind_by_result(facts, function);

	kind_add_wanted(search, USE_RETURN, facts_node(facts, index)->first,
			index, &wanted, function->name);
}

static void find_in_switch(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	guint32 peer = kind_written(facts, facts_node(facts, index)->first);
	const struct function *function =
		facts_function(facts, search->function);

	if (kind_at(search, peer)->kind != KIND_MASK)
		return;
	for (guint32 i = index + 1; i < function->end; i++) {
		const struct node *node = facts_node(facts, i);
		struct flag_use use = {
			.use = USE_LABEL,
			.wanted = KIND_MASK,
			.node = kind_written(facts, node->first),
			.user = index,
			.peer = peer,
		};

		if (node->kind == NODE_SWITCH)
			return;
		if (node->kind == NODE_CASE && node->first)
			kind_add_use(search, use);
	}
}

static void find_in_unary(const struct kind_search *search, guint32 index)
{
	const struct node *node = facts_node(search->facts, index);

	switch (node->op) {
	case OP_LOGICAL_NOT:
		find_truth(search, node->first, index);
		break;
	case OP_NOT:
	case OP_MINUS:
	case OP_PRE_INC:
	case OP_PRE_DEC:
	case OP_POST_INC:
	case OP_POST_DEC:
		add_arithmetic(search, index, node->first, 0);
		break;
	default:
		break;
	}
}

/* The condition of a loop; what else stands in its head is a change. */
static void find_in_loop(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	guint32 child = facts_node(facts, index)->first;

	for (; child; child = facts_node(facts, child)->next) {
		const struct node *node = facts_node(facts, child);

		if (node->kind < NODE_BLOCK && node->kind != NODE_ASSIGN)
			find_truth(search, child, index);
	}
}

static void find_in_node(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	struct kind wanted;

	switch (node->kind) {
	case NODE_CAST:
		find_in_cast(search, index);
		break;
	case NODE_BINARY:
		find_in_binary(search, index);
		if (node->op == OP_LOGICAL_AND || node->op == OP_LOGICAL_OR) {
			find_truth(search, node->first, index);
			find_truth(search, node_child(facts, index, 1), index);
		}
		break;
	case NODE_ASSIGN:
		find_in_assignment(search, index);
		break;
	case NODE_UNARY:
		find_in_unary(search, index);
		break;
	case NODE_VARIABLE:
		find_in_variable(search, index);
		break;
	case NODE_INITIALIZER:
		find_in_initializer(search, index);
		break;
	case NODE_DESIGNATED:
		wanted = kind_wanted_by_place(search->inference, index);
		kind_add_wanted(search, USE_STORE, node->first, index, &wanted,
				facts_symbol(facts, node->symbol)->name);
		break;
	case NODE_CALL:
		kind_find_in_call(search, index);
		break;
	case NODE_RETURN:
		find_in_return(search, index);
		break;
	case NODE_IF:
	case NODE_CONDITION:
		find_truth(search, node->first, index);
		break;
	case NODE_LOOP:
		find_in_loop(search, index);
		break;
	case NODE_SWITCH:
		find_in_switch(search, index);
		break;
	default:
		break;
	}
}

void kind_uses(const struct kind_inference *inference)
{
	struct unit_facts *facts = inference->facts;
	struct kind_search search = {
		.inference = inference,
		.facts = facts,
		.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					      NULL),
	};

	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);

		search.function = i;
		for (guint32 node = function->body;
		     function->body && node < function->end; node++)
			find_in_node(&search, node);
	}
	g_hash_table_destroy(search.seen);
}
