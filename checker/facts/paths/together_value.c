// SPDX-License-Identifier: GPL-2.0-only
/* Which flags of the pairs a value holds, and whose flags a place is. */
#include <string.h>

#include "together.h"
#include "walk.h"

/* Expressions nest no deeper in kernels. */
enum { VALUE_DEPTH = 32 };

static bool is_descriptor(const struct unit_facts *facts, guint32 type)
{
	return strcmp(facts_type(facts, type)->record, "vm_area_desc") == 0;
}

guint32 together_descriptor(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *field = facts_symbol(facts, node->symbol);

	if (node->kind != NODE_MEMBER ||
	    strcmp(field->record, "vm_area_desc") != 0 ||
	    !g_str_has_suffix(field->name, "_flags"))
		return 0;
	return node->first;
}

/* A descriptor's flags go by one key, whatever member they are reached by. */
static char *descriptor_key(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));
	g_autofree char *key = facts_type(facts, node->type)->class ==
					       TYPE_POINTER ?
				       pointee_key(facts, index) :
				       place_key(facts, index);

	return key ? g_strconcat(key, ".flags", NULL) : NULL;
}

const char *together_place(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const guint32 descriptor = together_descriptor(facts, index);
	guint32 owner = 0;
	bool is_indirect;
	enum storage storage =
		facts_storage(facts, index, &owner, &is_indirect);

	if (storage != STORAGE_NONE && storage != STORAGE_VMA && owner)
		return vma_key(walk, owner);
	if (descriptor)
		return keep_key(walk, descriptor_key(facts, descriptor));
	if (node->kind == NODE_NAME)
		return keep_key(walk, place_key(facts, index));
	return NULL;
}

const char *together_target(struct path_walk *walk, guint32 argument)
{
	const struct unit_facts *facts = walk->facts;
	guint32 index = facts_without_casts(facts, argument);
	const struct node *node = facts_node(facts, index);
	const struct type *type = facts_type(facts, node->type);

	if (is_vma_pointer(facts, index))
		return vma_key(walk, index);
	if (type->class == TYPE_POINTER && is_descriptor(facts, type->target))
		return keep_key(walk, descriptor_key(facts, index));
	if (node->kind == NODE_UNARY && node->op == OP_ADDRESS)
		return together_place(walk, node->first);
	return NULL;
}

static guint64 all_bits(const struct path_walk *walk)
{
	guint64 bits = 0;

	for (guint i = 0; i < walk->pairs->len; i++) {
		const struct flag_pair *pair =
			&g_array_index(walk->pairs, struct flag_pair, i);

		bits |= pair->bits[0] | pair->bits[1];
	}
	return bits;
}

static guint64 constant_bits(const struct unit_facts *facts, guint32 index)
{
	const struct kind *kind = facts_kind(facts, index);

	if (!kind->has_value || facts_is_complement(facts, index))
		return 0;
	if (kind->kind == KIND_MASK)
		return kind->value;
	return kind->kind == KIND_BIT && kind->value < 64 ?
		       (guint64)1 << kind->value :
		       0;
}

/* Flags that a value certainly, or maybe, holds. */
struct value {
	GArray *flags; /* struct set_flag; node 0: by the value itself */
	bool is_certain;
	guint depth;
};

static void add_bits(const struct path_walk *walk, struct value *value,
		     guint64 bits)
{
	for (guint64 left = bits & all_bits(walk); left; left &= left - 1) {
		struct set_flag flag = {
			.key = "",
			.bit = left & -left,
			.is_certain = value->is_certain,
		};

		g_array_append_val(value->flags, flag);
	}
}

/* What was set in a place before. */
static void add_known(const struct path_walk *walk, struct value *value,
		      const char *key)
{
	const GArray *known = walk->state->set_flags;

	for (guint i = 0; key && i < known->len; i++) {
		struct set_flag flag = g_array_index(known, struct set_flag, i);

		if (strcmp(flag.key, key) != 0)
			continue;
		flag.is_certain = flag.is_certain && value->is_certain;
		g_array_append_val(value->flags, flag);
	}
}

static void collect(struct path_walk *walk, struct value *value, guint32 index);

static void collect_children(struct path_walk *walk, struct value *value,
			     guint32 child)
{
	for (; child; child = facts_node(walk->facts, child)->next)
		collect(walk, value, child);
}

/* `flags & ~VM_X' keeps the others; of another mask nothing is known. */
static void collect_and(struct path_walk *walk, struct value *value,
			guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	guint32 right = node_child(facts, index, 1);
	const guint from = value->flags->len;

	if (!facts_kind(facts, right)->has_value ||
	    facts_kind(facts, right)->kind != KIND_MASK)
		return;
	collect(walk, value, facts_node(facts, index)->first);
	for (guint i = value->flags->len; i > from; i--) {
		if (!(g_array_index(value->flags, struct set_flag, i - 1).bit &
		      facts_kind(facts, right)->value))
			g_array_remove_index(value->flags, i - 1);
	}
}

/* A call that makes flags of flags, by its type: mk_vma_flags() and others. */
static void collect_call(struct path_walk *walk, struct value *value,
			 guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const char *alias = facts_type(facts, node->type)->alias;
	const char *name = callee_symbol_name(facts, index);

	if ((facts_is_bitmap(facts, node->type) &&
	     (strstr(name, "mk_") || strstr(name, "append") ||
	      strstr(name, "legacy"))) ||
	    (strcmp(alias, "vm_flags_t") == 0 && strstr(name, "legacy")))
		collect_children(walk, value, node_child(facts, index, 1));
}

static void collect_choice(struct path_walk *walk, struct value *value,
			   guint32 index)
{
	const bool was_certain = value->is_certain;

	value->is_certain = false;
	collect_children(walk, value, node_child(walk->facts, index, 1));
	value->is_certain = was_certain;
}

static void collect_node(struct path_walk *walk, struct value *value,
			 guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);

	switch (node->kind) {
	case NODE_NAME:
	case NODE_MEMBER:
		add_known(walk, value, together_place(walk, index));
		break;
	case NODE_BINARY:
		if (node->op == OP_OR || node->op == OP_ADD)
			collect_children(walk, value, node->first);
		else if (node->op == OP_AND)
			collect_and(walk, value, index);
		break;
	case NODE_CALL:
		collect_call(walk, value, index);
		break;
	case NODE_CONDITION:
		collect_choice(walk, value, index);
		break;
	case NODE_UNARY:
		if (node->op == OP_ADDRESS)
			collect(walk, value, node->first);
		break;
	case NODE_CAST:
	case NODE_COMPOUND:
	case NODE_INITIALIZER:
	case NODE_DESIGNATED:
	case NODE_STATEMENTS:
		collect_children(walk, value, node->first);
		break;
	default:
		break;
	}
}

static void collect(struct path_walk *walk, struct value *value, guint32 index)
{
	const guint64 bits = constant_bits(walk->facts, index);

	if (value->depth >= VALUE_DEPTH)
		return;
	value->depth++;
	if (bits)
		add_bits(walk, value, bits);
	else
		collect_node(walk, value, index);
	value->depth--;
}

GArray *together_value(struct path_walk *walk, guint32 index)
{
	struct value value = {
		.flags = g_array_new(FALSE, FALSE, sizeof(struct set_flag)),
		.is_certain = true,
	};

	collect(walk, &value, index);
	return value.flags;
}
