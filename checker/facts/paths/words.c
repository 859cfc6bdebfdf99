// SPDX-License-Identifier: GPL-2.0-only
/*
 * The words of bitmaps: which are set when the first one is overwritten. A
 * vma_flags_t has one word today and is declared to grow (mm_types.h, 6.19).
 */
#include <string.h>

#include "walk.h"

/* `X + n` and `X[n]`: what n is added to; 0 for other nodes. */
static guint32 without_offset(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	if (node->kind == NODE_INDEX ||
	    (node->kind == NODE_BINARY && node->op == OP_ADD))
		return node->first;
	return 0;
}

/* The member __vma_flags that a place is made of; 0 if it is another. */
static guint32 words_member(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	while (node->kind == NODE_CAST || node->kind == NODE_UNARY ||
	       without_offset(facts, index)) {
		index = node->first;
		node = facts_node(facts, index);
	}
	if (node->kind != NODE_MEMBER ||
	    strcmp(facts_symbol(facts, node->symbol)->name, "__vma_flags") != 0)
		return 0;
	return index;
}

/* The index that a place has behind the member; -1 for a computed one. */
static gint64 word_number(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	while (node->kind == NODE_CAST || node->kind == NODE_UNARY) {
		index = node->first;
		node = facts_node(facts, index);
	}
	if (!without_offset(facts, index))
		return 0;
	node = facts_node(facts,
			  strip_casts(facts, node_child(facts, index, 1)));
	return node->kind == NODE_CONSTANT ? node->value : -1;
}

/* The key of the bitmap that holds a member __vma_flags. */
static const char *bitmap_key(struct path_walk *walk, guint32 member)
{
	const struct node *node = facts_node(walk->facts, member);

	return keep_key(walk, (node->flags & NODE_ARROW) ?
				      pointee_key(walk->facts, node->first) :
				      place_key(walk->facts, node->first));
}

/* True if the bitmap of a key, named by this expression, is a VMA's. */
static bool is_vma_bitmap(const struct unit_facts *facts, guint32 index,
			  bool is_pointer)
{
	guint32 owner = 0;
	bool is_indirect;

	if (is_pointer)
		return facts_points_to(facts, index, &owner) ==
			       STORAGE_BITMAP &&
		       owner;
	return facts_storage(facts, index, &owner, &is_indirect) ==
		       STORAGE_BITMAP &&
	       owner;
}

static void overwrite(struct path_walk *walk, guint32 index, const char *key,
		      bool is_vma, bool is_once)
{
	const struct bitmap_words *words = state_bitmap(walk->state, key);
	struct path_event event = {
		.kind = PATH_WORD,
		.node = index,
		.function = walk->function,
		.call = walk->call,
		.name = "",
		.handler = "",
		.is_once = is_once,
		.is_vma_bitmap = is_vma,
	};
	GArray *events = walk->facts->path_events;

	if (words) {
		event.tail = words->tail;
		event.tail_node = words->node;
	}
	for (guint i = 0; i < events->len; i++) {
		const struct path_event *other =
			&g_array_index(events, struct path_event, i);

		if (other->kind == PATH_WORD && other->node == index &&
		    other->tail == event.tail)
			return;
	}
	g_array_append_val(events, event);
}

static bool is_once_macro(const struct node *node)
{
	return strcmp(node->macro, "WRITE_ONCE") == 0;
}

/* A store to `X.__vma_flags[n]`. */
static void store_member(struct path_walk *walk, guint32 index, guint32 target,
			 guint32 member)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const struct node *name = facts_node(facts, member);
	const char *key = bitmap_key(walk, member);

	if (!key)
		return;
	if (word_number(facts, target) != 0) {
		state_set_bitmap(walk->state, key, TAIL_SET, index);
		return;
	}
	if (node->op == OP_NONE)
		overwrite(walk, index, key,
			  is_vma_bitmap(facts, name->first,
					name->flags & NODE_ARROW),
			  is_once_macro(node));
}

/* `vma->flags = EMPTY_VMA_FLAGS`: an empty initialiser. */
static bool is_empty_value(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, strip_casts(facts, index));

	if (node->kind == NODE_COMPOUND)
		node = facts_node(facts, node->first);
	return node->kind == NODE_INITIALIZER && node->first == 0;
}

void words_assignment(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	guint32 target = node->first;
	guint32 member = words_member(facts, target);
	const char *key;

	if (member) {
		store_member(walk, index, target, member);
		return;
	}
	if (!facts_is_bitmap(facts, facts_node(facts, target)->type))
		return;
	key = keep_key(walk, place_key(facts, target));
	if (key)
		state_set_bitmap(
			walk->state, key,
			is_empty_value(facts, node_child(facts, index, 1)) ?
				TAIL_CLEARED :
				TAIL_SET,
			index);
}

void words_variable(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);
	const char *key;

	if (!facts_is_bitmap(facts, symbol->type) ||
	    symbol->kind != SYMBOL_LOCAL)
		return;
	key = keep_key(walk, g_strdup_printf("s%u", node->symbol));
	state_set_bitmap(walk->state, key, node->first ? TAIL_SET : TAIL_UNSET,
			 index);
}

static bool has_prefix(const char *name, const char *prefix)
{
	return strncmp(name, prefix, strlen(prefix)) == 0;
}

/* bitmap_zero(), memset() and their layers. */
static bool is_clearing(const char *name)
{
	while (*name == '_')
		name++;
	return has_prefix(name, "bitmap_zero") ||
	       has_prefix(name, "bitmap_clear") || strstr(name, "memset");
}

static bool is_bitmap_pointer(const struct unit_facts *facts, guint32 index)
{
	const struct type *type =
		facts_type(facts, facts_node(facts, index)->type);

	return type->class == TYPE_POINTER &&
	       facts_is_bitmap(facts, type->target);
}

/* The bitmap that a pointer leads into, also by a pointer to its words. */
static const char *argument_key(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	guint32 member = words_member(facts, index);
	guint32 owner = 0;
	const struct node *node;

	if (member)
		return bitmap_key(walk, member);
	if (is_bitmap_pointer(facts, index))
		return keep_key(walk, pointee_key(facts, index));
	if (facts_points_to(facts, index, &owner) != STORAGE_PRIVATE || !owner)
		return NULL;
	node = facts_node(facts, owner);
	return keep_key(walk,
			facts_type(facts, node->type)->class == TYPE_POINTER ?
				pointee_key(facts, owner) :
				place_key(facts, owner));
}

/*
 * A call gets the address of a bitmap. Helpers that take a pointer to const
 * read it; all others may set every word.
 */
static void words_argument(struct path_walk *walk, guint32 call,
			   guint32 argument, guint nr)
{
	const struct unit_facts *facts = walk->facts;
	const char *name = callee_symbol_name(facts, call);
	guint32 index = strip_casts(facts, argument);
	bool is_bitmap = is_bitmap_pointer(facts, index);
	const char *key = argument_key(walk, index);

	if (!key || facts_only_reads(facts, facts_callee(facts, call), nr))
		return;
	if (strcmp(name, "vma_flags_clear_all") == 0 ||
	    (is_clearing(name) &&
	     (is_bitmap || word_number(facts, index) == 0)))
		state_set_bitmap(walk->state, key, TAIL_CLEARED, call);
	else if (has_prefix(name, "vma_flags_overwrite_word"))
		overwrite(walk, call, key,
			  is_bitmap && is_vma_bitmap(facts, index, true),
			  strstr(name, "_once") != NULL);
	else if (!strstr(name, "_word"))
		state_set_bitmap(walk->state, key, TAIL_SET, call);
}

/* vm_flags_init() and the like leave no old word in the VMA's bitmap. */
static void words_of_vma(struct path_walk *walk, guint32 call)
{
	const struct mutator_row *row =
		mutator_find(callee_symbol_name(walk->facts, call));
	g_autofree char *key = NULL;

	if (!row || !row->overwrites)
		return;
	key = pointee_key(walk->facts, node_child(walk->facts, call, 1));
	if (key)
		state_set_bitmap(
			walk->state,
			keep_key(walk, g_strconcat(key, ".flags", NULL)),
			TAIL_SET, call);
}

void words_call(struct path_walk *walk, guint32 index)
{
	guint32 argument = node_child(walk->facts, index, 1);

	if (walk->facts->api != FACTS_TYPED)
		return;
	words_of_vma(walk, index);
	for (guint nr = 0; argument; nr++) {
		words_argument(walk, index, argument, nr);
		argument = facts_node(walk->facts, argument)->next;
	}
}
