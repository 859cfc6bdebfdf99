// SPDX-License-Identifier: GPL-2.0-only
/* Finds what each function does with VMA flags. */
#include "events.h"

#include <string.h>

#include "facts.h"
#include "facts/kinds/kind.h"

/* Of include/linux/bitops.h and bitmap.h, 6.1 to 6.12, less underscores. */
static const char *const bit_operations[] = {
	"test_bit",
	"set_bit",
	"clear_bit",
	"change_bit",
	"assign_bit",
	"test_and_set_bit",
	"test_and_clear_bit",
	"test_and_change_bit",
	"clear_bit_unlock",
	"test_and_set_bit_lock",
	"test_bit_acquire",
	"set_mask_bits",
	"bit_clear_unless",
	"xchg",
	"cmpxchg",
	"try_cmpxchg",
	"bitmap_set",
	"bitmap_clear",
	"bitmap_zero",
	"bitmap_fill",
	"bitmap_or",
	"bitmap_and",
	"bitmap_andnot",
	"bitmap_xor",
	"bitmap_copy",
	"find_first_bit",
	"find_next_bit",
};

/* Functions that write a whole object; compilers and FORTIFY rename them. */
static const char *const memory_writers[] = {
	"memcpy",
	"memmove",
	"memset",
	"memzero_explicit",
	"strncpy",
	"copy_from_user",
	"copy_from_kernel_nofault",
};

static const char *const name_prefixes[] = {
	"__builtin_", "arch_", "const_", "generic_", "raw_",
};

/* Drops what the layers of an operation put before its name. */
static const char *plain_name(const char *name)
{
	bool is_changed = true;

	while (is_changed) {
		is_changed = false;
		while (*name == '_' && !g_str_has_prefix(name, "__builtin_"))
			name++;
		for (gsize i = 0; i < G_N_ELEMENTS(name_prefixes); i++) {
			if (g_str_has_prefix(name, name_prefixes[i])) {
				name += strlen(name_prefixes[i]);
				is_changed = true;
			}
		}
	}
	return name;
}

static bool is_listed(const char *name, const char *const *list, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		if (strcmp(list[i], name) == 0)
			return true;
	}
	return false;
}

bool is_bit_operation(const char *name)
{
	return is_listed(plain_name(name), bit_operations,
			 G_N_ELEMENTS(bit_operations));
}

static bool is_api_path(const char *path)
{
	return strcmp(path, "include/linux/mm.h") == 0 ||
	       strcmp(path, "include/linux/mm_types.h") == 0;
}

static enum callee_class classify(const struct unit_facts *facts, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(facts, facts_callee(facts, call));
	const char *macro = plain_name(facts_callee_name(facts, call));
	const char *name = plain_name(callee->name);

	if (is_bit_operation(name) || is_bit_operation(macro))
		return CALLEE_BIT_OP;
	if (is_listed(name, memory_writers, G_N_ELEMENTS(memory_writers)))
		return CALLEE_MEMORY;
	if (facts_tree_has(facts, callee->name) || is_api_path(callee->path))
		return CALLEE_API;
	if (facts_type(facts, callee->type)->is_variadic &&
	    !strstr(callee->name, "scanf"))
		return CALLEE_PRINT;
	return CALLEE_OTHER;
}

struct event_search {
	struct unit_facts *facts;
	guint32 function;
};

/* Several calls of one macro are one event to the reader. */
static bool is_known(const struct event_search *search,
		     const struct flag_event *event)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, event->node);

	if (!(node->flags & NODE_FROM_MACRO))
		return false;
	for (guint i = facts->events->len; i > 0; i--) {
		const struct flag_event *other =
			&g_array_index(facts->events, struct flag_event, i - 1);
		const struct node *at = facts_node(facts, other->node);

		if (other->function != event->function)
			return false;
		if (other->kind == event->kind &&
		    at->at.offset == node->at.offset &&
		    other->storage == event->storage)
			return true;
	}
	return false;
}

static void add_event(const struct event_search *search,
		      struct flag_event event)
{
	event.function = search->function;
	if (!event.callee_name)
		event.callee_name = "";
	if (!is_known(search, &event))
		g_array_append_val(search->facts->events, event);
}

/* True for a variable or an element of one: storage of the function's own. */
static bool is_object(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	while (node->kind == NODE_INDEX ||
	       (node->kind == NODE_MEMBER && !(node->flags & NODE_ARROW)))
		node = facts_node(facts, node->first);
	return node->kind == NODE_NAME &&
	       facts_type(facts, node->type)->class != TYPE_POINTER;
}

static void find_store(const struct event_search *search, guint32 index,
		       guint32 target, guint32 value, guint32 op)
{
	const struct unit_facts *facts = search->facts;
	struct flag_event event = {
		.kind = FLAG_STORE,
		.node = index,
		.value = value,
		.op = op,
	};

	event.storage =
		facts_storage(facts, target, &event.owner, &event.is_indirect);
	if (event.storage == STORAGE_NONE)
		return;
	if (event.storage == STORAGE_VMA) {
		event.kind = FLAG_COPY;
		event.is_local = is_object(facts, target);
	}
	add_event(search, event);
}

/* Where an address goes that is not a variable of the function itself. */
static bool outlives(const struct unit_facts *facts, guint32 target)
{
	const struct node *node = facts_node(facts, target);

	return node->kind != NODE_NAME ||
	       facts_symbol(facts, node->symbol)->kind == SYMBOL_GLOBAL;
}

static bool points_to_const(const struct unit_facts *facts, guint32 type)
{
	const struct type *pointer = facts_type(facts, type);

	return pointer->class == TYPE_POINTER &&
	       facts_type(facts, pointer->target)->is_const;
}

static void find_kept(const struct event_search *search, guint32 index,
		      guint32 value, guint32 type)
{
	const struct unit_facts *facts = search->facts;
	struct flag_event event = {
		.kind = FLAG_KEEP,
		.node = index,
		.value = value,
		.is_indirect = true,
	};

	if (facts_type(facts, type)->class != TYPE_POINTER)
		return;
	event.storage = facts_points_to(facts, value, &event.owner);
	event.can_write = !points_to_const(facts, type);
	if (event.storage != STORAGE_NONE && event.storage != STORAGE_VMA)
		add_event(search, event);
}

static void find_in_assignment(const struct event_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	guint32 value = node_child(facts, index, 1);

	find_store(search, index, node->first, value, node->op);
	if (node->op == OP_NONE && outlives(facts, node->first))
		find_kept(search, index, value,
			  facts_node(facts, node->first)->type);
}

/* `struct vm_area_struct copy = *vma;` */
static void find_in_variable(const struct event_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);
	struct flag_event event = {
		.kind = FLAG_COPY,
		.node = index,
		.value = node->first,
		.is_local = true,
		.is_initialization = true,
	};
	bool is_indirect;

	if (strcmp(facts_type(facts, node->type)->record, "vm_area_struct") !=
		    0 ||
	    node->first == 0)
		return;
	event.storage =
		facts_storage(facts, node->first, &event.owner, &is_indirect);
	if (event.storage == STORAGE_VMA &&
	    facts_node(facts, node->first)->kind != NODE_INITIALIZER)
		add_event(search, event);
}

/* The pointed-to object of a memory call's destination. */
static void find_memory_call(const struct event_search *search, guint32 index,
			     guint32 target)
{
	const struct unit_facts *facts = search->facts;
	const struct type *pointer;
	struct flag_event event = {
		.kind = FLAG_COPY,
		.storage = STORAGE_VMA,
		.node = index,
		.callee = CALLEE_MEMORY,
		.callee_name = facts_callee_name(facts, index),
	};
	guint32 inner = target;

	inner = facts_without_casts(facts, inner);
	pointer = facts_type(facts, facts_node(facts, inner)->type);
	if (pointer->class != TYPE_POINTER ||
	    strcmp(facts_type(facts, pointer->target)->record,
		   "vm_area_struct") != 0)
		return;
	event.owner = inner;
	event.value = node_child(facts, index, 2);
	event.is_local = facts_node(facts, inner)->kind == NODE_UNARY &&
			 is_object(facts, facts_node(facts, inner)->first);
	add_event(search, event);
}

/* What a callee may do with its nr-th argument. */
static bool may_write(const struct unit_facts *facts, guint32 call, guint nr)
{
	guint32 symbol = facts_callee(facts, call);
	const struct symbol *callee = facts_symbol(facts, symbol);

	if (symbol == 0)
		return true;		 /* through a pointer: see its type */
	if (nr >= callee->nr_parameters) /* variadic, or never declared */
		return strstr(callee->name, "scanf") != NULL;
	return !facts_only_reads(facts, symbol, nr);
}

static void find_in_call(const struct event_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	enum callee_class class = classify(facts, index);
	guint32 argument = node_child(facts, index, 1);

	if (class == CALLEE_MEMORY)
		find_memory_call(search, index, argument);
	for (guint nr = 0; argument; nr++) {
		struct flag_event event = {
			.kind = FLAG_PASS,
			.node = index,
			.value = argument,
			.is_indirect = true,
			.callee = class,
			.callee_name = facts_callee_name(facts, index),
		};

		event.storage = facts_points_to(facts, argument, &event.owner);
		event.can_write = may_write(facts, index, nr);
		if (class == CALLEE_MEMORY && nr > 0)
			event.can_write = false;
		if (event.storage != STORAGE_NONE &&
		    event.storage != STORAGE_VMA)
			add_event(search, event);
		argument = facts_node(facts, argument)->next;
	}
}

static void find_in_asm(const struct event_search *search, guint32 index)
{
	const struct node *node = facts_node(search->facts, index);
	guint32 operand = node->first;

	for (gint64 nr = 0; operand && nr < node->value; nr++) {
		find_store(search, index, operand, 0, OP_OTHER);
		operand = facts_node(search->facts, operand)->next;
	}
}

static void find_in_return(const struct event_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct function *function =
		facts_function(facts, search->function);
	const struct type *type =
		facts_type(facts, facts_symbol(facts, function->symbol)->type);
	struct flag_event event = {
		.kind = FLAG_RETURN,
		.node = index,
		.value = facts_node(facts, index)->first,
		.is_indirect = true,
		.can_write = !points_to_const(facts, type->target),
	};

	if (facts_type(facts, type->target)->class != TYPE_POINTER)
		return;
	event.storage = facts_points_to(facts, event.value, &event.owner);
	if (event.storage != STORAGE_NONE && event.storage != STORAGE_VMA)
		add_event(search, event);
}

static void find_touch(const struct event_search *search, guint32 index)
{
	struct flag_event event = { .kind = FLAG_TOUCH, .node = index };

	event.storage = facts_storage(search->facts, index, &event.owner,
				      &event.is_indirect);
	if (event.storage == STORAGE_PRIVATE)
		add_event(search, event);
}

static void find_in_node(const struct event_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	const struct node *node = facts_node(facts, index);

	switch (node->kind) {
	case NODE_ASSIGN:
		find_in_assignment(search, index);
		break;
	case NODE_UNARY:
		if (node->op >= OP_PRE_INC && node->op <= OP_POST_DEC)
			find_store(search, index, node->first, 0, node->op);
		break;
	case NODE_VARIABLE:
		find_in_variable(search, index);
		break;
	case NODE_DESIGNATED:
		find_touch(search, index);
		find_kept(search, index, node->first,
			  facts_symbol(facts, node->symbol)->type);
		break;
	case NODE_CALL:
		find_in_call(search, index);
		break;
	case NODE_ASM:
		find_in_asm(search, index);
		break;
	case NODE_RETURN:
		find_in_return(search, index);
		break;
	case NODE_MEMBER:
		find_touch(search, index);
		break;
	default:
		break;
	}
}

void events_find(struct unit_facts *facts)
{
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);
		struct event_search search = { .facts = facts, .function = i };

		for (guint32 node = function->body;
		     function->body && node < function->end; node++)
			find_in_node(&search, node);
	}
}
