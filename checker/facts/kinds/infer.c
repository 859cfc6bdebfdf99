// SPDX-License-Identifier: GPL-2.0-only
/* The kind of one expression from the kinds of its parts. */
#include <string.h>

#include "facts/helpers.h"

#include "kind.h"

static const struct kind *kind_at(const struct kind_inference *inference,
				  guint32 index)
{
	return &g_array_index(inference->facts->kinds, struct kind, index);
}

static bool is_neutral(const struct kind *kind)
{
	return kind->kind == KIND_CONSTANT && kind->has_value &&
	       (kind->value == 0 || kind->value == G_MAXUINT64);
}

struct kind kind_join(const struct kind *a, const struct kind *b)
{
	struct kind joined = is_neutral(a) ? *b : *a;

	if (a->kind == KIND_PENDING)
		return *b;
	if (b->kind == KIND_PENDING)
		return *a;
	if (!is_neutral(a) && !is_neutral(b) &&
	    (a->kind != b->kind || a->family != b->family))
		return kind_of_nothing(KIND_UNKNOWN);
	joined.possible = a->possible | b->possible;
	if (!a->has_value || !b->has_value || a->value != b->value)
		joined.has_value = false;
	joined.is_typed = a->is_typed && b->is_typed;
	joined.is_whole = a->is_whole && b->is_whole;
	return joined;
}

static struct kind of_symbol(const struct kind_inference *inference,
			     guint32 symbol)
{
	return g_array_index(inference->symbols, struct kind, symbol);
}

static struct kind of_name(const struct kind_inference *inference,
			   const struct node *node)
{
	const struct symbol *symbol =
		facts_symbol(inference->facts, node->symbol);

	if (symbol->kind == SYMBOL_ENUMERATOR)
		return kind_of_enumerator(inference->facts, symbol);
	return of_symbol(inference, node->symbol);
}

static struct kind of_member(const struct kind_inference *inference,
			     const struct node *node)
{
	const struct symbol *field =
		facts_symbol(inference->facts, node->symbol);
	struct kind kind = kind_by_field(inference->facts, field);

	return kind.kind != KIND_UNKNOWN ? kind :
					   of_symbol(inference, node->symbol);
}

/* What a pointer or array holds, given its own kind. */
static struct kind of_target(const struct kind_inference *inference,
			     const struct node *node, guint32 pointer)
{
	const struct kind *kind = kind_at(inference, pointer);
	const struct type *type = facts_type(
		inference->facts, facts_node(inference->facts, pointer)->type);
	struct kind by_type = kind_by_type(inference->facts, node->type);

	if (by_type.kind != KIND_UNKNOWN)
		return by_type;
	if (kind->kind == KIND_WORD_POINTER)
		return kind_of_nothing(KIND_MASK);
	if (kind->kind == KIND_PENDING || type->class == TYPE_ARRAY)
		return *kind;
	return kind_of_nothing(KIND_UNKNOWN);
}

/* `*&x`, with the casts of READ_ONCE() in between, is x; else 0. */
static guint32 undone_address(const struct unit_facts *facts, guint32 pointer)
{
	const struct node *node = facts_node(facts, pointer);

	while (node->kind == NODE_CAST)
		node = facts_node(facts, node->first);
	return node->kind == NODE_UNARY && node->op == OP_ADDRESS ?
		       node->first :
		       0;
}

static struct kind of_dereference(const struct kind_inference *inference,
				  const struct node *node)
{
	guint32 place = undone_address(inference->facts, node->first);
	const struct type *type = facts_type(inference->facts, node->type);

	if (place && type->class != TYPE_RECORD)
		return *kind_at(inference, place);
	return of_target(inference, node, node->first);
}

static struct kind of_complement(const struct kind_inference *inference,
				 const struct node *node)
{
	const struct type *type = facts_type(inference->facts, node->type);
	struct kind kind = *kind_at(inference, node->first);

	if (kind.kind == KIND_BIT)
		return kind_of_nothing(KIND_UNKNOWN);
	kind.is_whole = false;
	kind.possible = fold_low_bits(type->bits ? type->bits : 64);
	if (kind.has_value) {
		kind.value =
			fold_to_width(~kind.value, type->bits, type->is_signed);
		kind.possible = kind.value;
	}
	return kind;
}

static struct kind of_unary(const struct kind_inference *inference,
			    const struct node *node)
{
	struct kind kind = *kind_at(inference, node->first);

	switch (node->op) {
	case OP_ADDRESS:
		return kind_of_nothing(kind.kind == KIND_MASK ?
					       KIND_WORD_POINTER :
					       KIND_UNKNOWN);
	case OP_DEREFERENCE:
		return of_dereference(inference, node);
	case OP_NOT:
		return of_complement(inference, node);
	case OP_PLUS:
		return kind;
	case OP_MINUS:
		if (kind.kind == KIND_CONSTANT && kind.has_value)
			return kind_of_value(KIND_CONSTANT, 0 - kind.value);
		return kind_of_nothing(KIND_UNKNOWN);
	default:
		return kind_of_nothing(KIND_UNKNOWN);
	}
}

/* Which of two operands of & | ^ says what the result is. */
static struct kind stronger(const struct kind *a, const struct kind *b)
{
	static const guint8 order[] = {
		KIND_MASK,
		KIND_FOREIGN,
		KIND_PENDING,
		KIND_UNKNOWN,
	};

	for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
		if (a->kind == order[i])
			return *a;
		if (b->kind == order[i])
			return *b;
	}
	return *a;
}

static bool is_mixed_family(const struct kind *a, const struct kind *b)
{
	return a->kind == KIND_FOREIGN && b->kind == KIND_FOREIGN &&
	       a->family != b->family;
}

static struct kind of_bitwise(enum node_op op, const struct kind *a,
			      const struct kind *b, guint bits)
{
	struct kind kind = stronger(a, b);
	guint64 value;

	if (is_mixed_family(a, b) || a->kind == KIND_BIT ||
	    b->kind == KIND_BIT) {
		if (kind.kind != KIND_MASK)
			return kind_of_nothing(KIND_UNKNOWN);
	}
	kind.is_typed = false;
	kind.is_whole = op == OP_OR && (a->is_whole || b->is_whole);
	kind.possible = op == OP_AND ? a->possible & b->possible :
				       a->possible | b->possible;
	kind.has_value = a->has_value && b->has_value &&
			 fold_binary(op, a->value, b->value, bits, &value);
	if (kind.has_value)
		kind.value = kind.possible = value;
	return kind;
}

/* 1UL << BIT is a mask; so is the 1UL << 31 in the body of a mask. */
static struct kind of_left_shift(const struct kind *a, const struct kind *b,
				 guint bits)
{
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);
	bool is_one = a->kind == KIND_CONSTANT && a->has_value && a->value == 1;

	if (a->kind == KIND_PENDING || b->kind == KIND_PENDING)
		return kind_of_nothing(KIND_PENDING);
	if (is_one && (b->kind == KIND_BIT || b->is_part))
		kind.kind = KIND_MASK;
	else if (is_one && b->kind == KIND_FOREIGN)
		kind = *b;
	else if (a->kind == KIND_CONSTANT && b->kind == KIND_CONSTANT)
		kind.kind = KIND_CONSTANT;
	else
		return kind;
	kind.has_value =
		a->has_value && b->has_value &&
		fold_binary(OP_SHL, a->value, b->value, bits, &kind.value);
	kind.possible = kind.has_value ? kind.value : G_MAXUINT64;
	return kind;
}

static struct kind of_arithmetic(enum node_op op, const struct kind *a,
				 const struct kind *b, guint bits)
{
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);
	guint64 value;

	if (a->kind == KIND_CONSTANT && b->kind == KIND_CONSTANT &&
	    a->has_value && b->has_value &&
	    fold_binary(op, a->value, b->value, bits, &value)) {
		kind = kind_of_value(KIND_CONSTANT, value);
		kind.is_part = a->is_part || b->is_part;
	}
	return kind;
}

static struct kind of_binary(const struct kind_inference *inference,
			     guint32 index)
{
	const struct node *node = facts_node(inference->facts, index);
	const struct type *type = facts_type(inference->facts, node->type);
	const struct kind *a = kind_at(inference, node->first);
	const struct kind *b =
		kind_at(inference, node_child(inference->facts, index, 1));

	switch (node->op) {
	case OP_AND:
	case OP_OR:
	case OP_XOR:
		return of_bitwise(node->op, a, b, type->bits);
	case OP_SHL:
		return of_left_shift(a, b, type->bits);
	case OP_COMMA:
		return *b;
	case OP_NONE:
		return *b;
	default:
		return of_arithmetic(node->op, a, b, type->bits);
	}
}

/* `__builtin_constant_p(x) ? .. : f(x)`: the arms say the same. */
static bool asks_compiler(const struct unit_facts *facts, guint32 condition)
{
	const struct node *node = facts_node(facts, condition);

	while (node->kind == NODE_CAST)
		node = facts_node(facts, condition = node->first);
	return node->kind == NODE_CALL &&
	       strcmp(facts_symbol(facts, facts_callee(facts, condition))->name,
		      "__builtin_constant_p") == 0;
}

static struct kind of_condition(const struct kind_inference *inference,
				guint32 index)
{
	const struct unit_facts *facts = inference->facts;
	guint32 otherwise = node_child(facts, index, 2);

	if (asks_compiler(facts, node_child(facts, index, 0)))
		return *kind_at(inference, otherwise);
	return kind_join(kind_at(inference, node_child(facts, index, 1)),
			 kind_at(inference, otherwise));
}

/* Functions that turn a mask of one bit into its number; 6.1 to 7.x. */
static const char *const logarithms[] = {
	"__ilog2_u32",	  "__ilog2_u64",     "__ffs",	      "__fls",
	"__builtin_ctzl", "__builtin_ctzll", "__builtin_ctz",
};

static bool is_logarithm(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(logarithms); i++) {
		if (strcmp(logarithms[i], name) == 0)
			return true;
	}
	return false;
}

static struct kind of_logarithm(const struct kind *mask)
{
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);

	if (mask->kind != KIND_MASK)
		return kind;
	kind.kind = KIND_BIT;
	kind.has_value = mask->has_value && mask->value != 0;
	for (guint64 rest = mask->value; kind.has_value && rest > 1; rest >>= 1)
		kind.value++;
	return kind;
}

/* mk_vma_flags() and its like: a bitmap, and the array of bits to add. */
static struct kind of_made_bitmap(const struct kind_inference *inference,
				  guint32 call)
{
	const struct unit_facts *facts = inference->facts;
	struct kind kind = *kind_at(inference, node_child(facts, call, 1));
	guint32 bits = node_child(facts, call, 3);
	guint32 element;

	while (bits && facts_node(facts, bits)->kind != NODE_INITIALIZER)
		bits = facts_node(facts, bits)->first;
	element = facts_node(facts, bits)->first;
	for (; element; element = facts_node(facts, element)->next) {
		const struct kind *bit = kind_at(inference, element);

		if (!bit->has_value || bit->value >= 64)
			kind.has_value = false;
		else
			kind.value |= (guint64)1 << bit->value;
	}
	kind.possible = kind.has_value ? kind.value : G_MAXUINT64;
	return kind;
}

static struct kind of_call(const struct kind_inference *inference,
			   guint32 index)
{
	const struct unit_facts *facts = inference->facts;
	const struct node *node = facts_node(facts, index);
	guint32 callee = facts_callee(facts, index);
	const struct symbol *symbol = facts_symbol(facts, callee);
	struct kind kind = kind_by_type(facts, node->type);

	if (facts_makes_bitmap(facts, callee))
		return of_made_bitmap(inference, index);
	if (facts_makes_word(facts, callee)) {
		kind = *kind_at(inference, node_child(facts, index, 1));
		kind.kind = KIND_MASK;
		return kind;
	}
	if (kind.kind != KIND_UNKNOWN || callee == 0)
		return kind;
	if (is_logarithm(symbol->name))
		return of_logarithm(
			kind_at(inference, node_child(facts, index, 1)));
	/* likely(), and what hides a value from the optimiser. */
	if (strcmp(symbol->name, "__builtin_expect") == 0)
		return *kind_at(inference, node_child(facts, index, 1));
	kind = kind_by_result(facts, symbol);
	return kind.kind != KIND_UNKNOWN ? kind : of_symbol(inference, callee);
}

static bool is_integer(const struct type *type)
{
	return type->class == TYPE_INTEGER || type->class == TYPE_ENUM;
}

static struct kind cast_to_pointer(const struct kind_inference *inference,
				   const struct node *node)
{
	struct kind kind = kind_by_type(inference->facts, node->type);
	const struct kind *inner = kind_at(inference, node->first);

	if (kind.kind != KIND_UNKNOWN || inner->kind != KIND_WORD_POINTER)
		return kind;
	return *inner;
}

/* A cast changes the width; what the value is, the operand knows better. */
static struct kind of_cast(const struct kind_inference *inference,
			   const struct node *node)
{
	const struct type *type = facts_type(inference->facts, node->type);
	struct kind kind = *kind_at(inference, node->first);
	struct kind wanted = kind_by_type(inference->facts, node->type);

	if (type->class == TYPE_POINTER)
		return cast_to_pointer(inference, node);
	if (!is_integer(type))
		return kind_of_nothing(KIND_UNKNOWN);
	if (kind.has_value)
		kind.value =
			fold_to_width(kind.value, type->bits, type->is_signed);
	kind.possible = kind.has_value ?
				kind.value :
				kind.possible & fold_low_bits(type->bits);
	if (wanted.kind == KIND_UNKNOWN) {
		if (!(node->flags & NODE_IMPLICIT))
			kind.is_forced = true;
		return kind;
	}
	if (kind.kind == KIND_UNKNOWN || kind.kind == KIND_CONSTANT ||
	    kind.kind == wanted.kind) {
		kind.kind = wanted.kind;
		kind.family = wanted.family;
		kind.is_typed = true;
		kind.is_forced = false;
	}
	return kind;
}

/* A value in [i] = value or .member = value; the last child. */
static guint32 last_child(const struct unit_facts *facts, guint32 index)
{
	guint32 child = facts_node(facts, index)->first, last = 0;

	for (; child; child = facts_node(facts, child)->next)
		last = child;
	return last;
}

static struct kind of_initializer(const struct kind_inference *inference,
				  guint32 index)
{
	const struct unit_facts *facts = inference->facts;
	const struct type *type =
		facts_type(facts, facts_node(facts, index)->type);
	struct kind kind = kind_by_type(facts, facts_node(facts, index)->type);
	guint32 child = facts_node(facts, index)->first;

	/* EMPTY_VMA_FLAGS */
	if (kind.kind == KIND_BITMAP && type->class == TYPE_RECORD && !child)
		return kind_of_value(KIND_BITMAP, 0);
	if (kind.kind != KIND_UNKNOWN || type->class != TYPE_ARRAY)
		return kind;
	kind = kind_of_nothing(KIND_PENDING);
	for (; child; child = facts_node(facts, child)->next) {
		guint32 value = child;

		if (facts_node(facts, child)->kind == NODE_OPAQUE)
			value = last_child(facts, child);
		kind = kind_join(&kind, kind_at(inference, value));
	}
	kind.has_value = false;
	return kind;
}

struct kind kind_infer(const struct kind_inference *inference, guint32 index)
{
	const struct unit_facts *facts = inference->facts;
	const struct node *node = facts_node(facts, index);

	switch (node->kind) {
	case NODE_CONSTANT:
		return kind_by_origin(facts, node);
	case NODE_NAME:
		return of_name(inference, node);
	case NODE_MEMBER:
		return of_member(inference, node);
	case NODE_INDEX:
		return of_target(inference, node, node->first);
	case NODE_UNARY:
		return of_unary(inference, node);
	case NODE_BINARY:
	case NODE_ASSIGN:
		return of_binary(inference, index);
	case NODE_CONDITION:
		return of_condition(inference, index);
	case NODE_CALL:
		return of_call(inference, index);
	case NODE_CAST:
		return of_cast(inference, node);
	case NODE_INITIALIZER:
		return of_initializer(inference, index);
	case NODE_COMPOUND:
	case NODE_LABEL:
		return *kind_at(inference, node->first);
	case NODE_STATEMENTS:
	case NODE_BLOCK:
		return *kind_at(inference, last_child(facts, index));
	default:
		return kind_by_type(facts, node->type);
	}
}
