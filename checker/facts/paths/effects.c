// SPDX-License-Identifier: GPL-2.0-only
/* What calls and assignments do to the state of a path. */
#include <string.h>

#include "facts/helpers.h"

#include "walk.h"

static void set_result(struct path_walk *walk, guint32 call, guint32 id)
{
	g_hash_table_insert(walk->results, GUINT_TO_POINTER(call),
			    GUINT_TO_POINTER(id));
}

/* In a second round of a loop it is another VMA than in the first. */
static struct vma_object *add_result(struct path_walk *walk, guint32 call,
				     enum vma_origin origin)
{
	struct vma_object *object =
		state_add_object(walk->state, call, origin, call);
	g_autofree char *key = g_strdup_printf("v%u", object->id);

	state_clear_flags(walk->state, key, G_MAXUINT64);
	return object;
}

/* A VMA that others see. It may be one that was locked before. */
static struct vma_object *looked_up(struct path_walk *walk, guint32 call)
{
	struct vma_object *object = add_result(walk, call, ORIGIN_LOOKUP);

	object->lock = walk->state->has_vma_locks ? LOCK_UNKNOWN : LOCK_NONE;
	return object;
}

static void apply_lookup(struct path_walk *walk, guint32 call,
			 const struct lookup_row *row)
{
	struct vma_object *object = looked_up(walk, call);
	struct held_lock lock = { .mode = LOCK_READ, .node = call };

	if (row->effect == EFFECT_VMA_READ) {
		object->lock = LOCK_READ;
		object->lock_node = call;
		object->lock_time = ++walk->state->time;
	} else if (row->effect == EFFECT_MMAP_READ) {
		lock.key = keep_key(
			walk, pointee_key(walk->facts,
					  node_child(walk->facts, call, 1)));
		lock.key = lock.key ? lock.key : "";
		state_hold(walk->state, lock);
	}
	set_result(walk, call, call);
}

/* Where a helper's VMA is among its arguments; 0 if it has none. */
static guint32 vma_argument(const struct unit_facts *facts, guint32 call)
{
	guint32 argument = node_child(facts, call, 1);

	while (argument &&
	       !is_vma_pointer(facts, facts_without_casts(facts, argument)))
		argument = facts_node(facts, argument)->next;
	return argument;
}

static void apply_mutator(struct path_walk *walk, guint32 call,
			  const struct mutator *mutator)
{
	guint32 owner = vma_argument(walk->facts, call);
	struct vma_object *object;

	if (!owner)
		return;
	record_mutation(walk, call, owner, mutator);
	object = walk_object(walk, owner);
	if (mutator->class != MUTATOR_LOCKING || !object ||
	    object->lock == LOCK_WRITE)
		return;
	object->lock = LOCK_WRITE;
	object->lock_node = call;
	object->lock_time = ++walk->state->time;
	walk->state->has_vma_locks = true;
}

/* vma_flags_set_word(&vma->flags, ..): the VMA's own bitmap. */
static void apply_bitmap_mutator(struct path_walk *walk, guint32 call,
				 const struct mutator *mutator)
{
	guint32 owner = 0;
	enum storage storage = facts_points_to(
		walk->facts, node_child(walk->facts, call, 1), &owner);

	if (storage == STORAGE_BITMAP && owner)
		record_mutation(walk, call, owner, mutator);
}

/* vma_init(&vma, mm): the VMA begins here. */
static void apply_init(struct path_walk *walk, guint32 call)
{
	struct vma_object *object =
		walk_object(walk, node_child(walk->facts, call, 1));

	if (!object)
		return;
	object->origin = ORIGIN_FRESH;
	object->origin_node = call;
}

/* Whoever gets the address of a variable may change it. */
void effect_unknown_call(struct path_walk *walk, guint32 call)
{
	const struct unit_facts *facts = walk->facts;
	guint32 argument = node_child(facts, call, 1);

	attempts_unknown_call(walk, call);
	for (; argument; argument = facts_node(facts, argument)->next) {
		guint32 index = facts_without_casts(facts, argument);
		const struct node *node = facts_node(facts, index);
		g_autofree char *key = NULL;

		if (node->kind != NODE_UNARY || node->op != OP_ADDRESS ||
		    !is_vma_pointer(facts, node->first))
			continue;
		key = place_key(facts, node->first);
		if (key)
			state_forget(walk->state, key);
	}
}

/* A lock that can fail is taken to be held until its result is looked at. */
static void apply_called_lock(struct path_walk *walk, guint32 call,
			      const struct lock_row *row)
{
	if (row->success == LOCKS_IF_TRUE)
		walk->state->is_uncertain = true; /* its value is kept */
	else
		apply_lock(walk, call, row);
	if (row->success != LOCKS_ALWAYS)
		attempt_begin(walk, call, row);
}

bool effect_call(struct path_walk *walk, guint32 index)
{
	const char *name = callee_symbol_name(walk->facts, index);
	const struct lock_row *lock = lock_of_call(walk, index);
	const struct lookup_row *lookup = lookup_find(name);
	struct mutator mutator;

	g_hash_table_remove(walk->results, GUINT_TO_POINTER(index));
	words_call(walk, index);
	together_call(walk, index);
	if (lock)
		apply_called_lock(walk, index, lock);
	else if (mutator_of_call(walk->facts, changing_name(walk->facts, index),
				 &mutator))
		apply_mutator(walk, index, &mutator);
	else if (bitmap_mutator_of_call(walk->facts, name, &mutator))
		apply_bitmap_mutator(walk, index, &mutator);
	else if (strcmp(name, "vma_init") == 0)
		apply_init(walk, index);
	else if (lookup)
		apply_lookup(walk, index, lookup);
	else if (is_allocation(name))
		set_result(walk, index,
			   add_result(walk, index, ORIGIN_FRESH)->id);
	else
		return false;
	return true;
}

/* A pointer to a VMA gets a new value. */
static void assign_pointer(struct path_walk *walk, char *key, guint32 value)
{
	struct vma_object *object = value ? walk_object(walk, value) : NULL;
	guint32 id = object ? object->id : 0;
	const char *pointee;

	if (key)
		state_forget(walk->state, key);
	if (!key || !id)
		return;
	pointee = keep_key(walk, g_strconcat(key, "^", NULL));
	state_bind(walk->state, pointee, id);
}

/* Fields whose change the VMA's lock is for; pointers of drivers are not. */
static bool is_guarded_field(const struct symbol *field)
{
	static const char *const fields[] = {
		"vm_start",
		"vm_end",
		"vm_pgoff",
		"vm_page_prot",
		"vm_userfaultfd_ctx",
		"vm_policy",
		"anon_vma",
		"vm_file",
		"vm_ops",
	};

	if (strcmp(field->record, "vm_area_struct") != 0)
		return false;
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		if (strcmp(fields[i], field->name) == 0)
			return true;
	}
	return false;
}

static void note_field(struct path_walk *walk, guint32 index, guint32 target)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, target);
	struct vma_object *object;

	if (node->kind != NODE_MEMBER || !(node->flags & NODE_ARROW) ||
	    !is_guarded_field(facts_symbol(facts, node->symbol)))
		return;
	object = walk_object(walk, node->first);
	if (object && object->lock == LOCK_NONE && object->field_node == 0)
		object->field_node = index;
}

/*
 * Before 6.3 the word itself is written. Since 7.0 mm/ replaces the bitmap as
 * a whole, of a VMA that is new or locked (mm/madvise.c, mm/vma.c, 7.1).
 */
static void store_flags(struct path_walk *walk, guint32 index, guint32 target)
{
	static const struct mutator word = { MUTATOR_STORE, false };
	static const struct mutator bitmap = { MUTATOR_BARE, true };
	struct mutator shadowed;
	guint32 owner = 0;
	bool is_indirect;
	enum storage storage =
		facts_storage(walk->facts, target, &owner, &is_indirect);

	if (!owner)
		return;
	if (storage == STORAGE_WORD && walk->facts->api == FACTS_PLAIN)
		record_mutation(walk, index, owner, &word);
	if (storage == STORAGE_WORD &&
	    shadowed_mutator(walk->facts, index, &shadowed))
		record_mutation(walk, index, owner, &shadowed);
	if (storage == STORAGE_BITMAP && walk->facts->api == FACTS_TYPED &&
	    !facts_bitmap_is_private(walk->facts))
		record_mutation(walk, index, owner, &bitmap);
}

void effect_assignment(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	guint32 target = facts_without_casts(facts, node->first);
	guint32 value = node_child(facts, index, 1);
	const struct node *place = facts_node(facts, target);
	g_autofree char *key = place_key(facts, target);

	words_assignment(walk, index);
	together_assignment(walk, index);
	store_flags(walk, index, target);
	note_field(walk, index, target);
	if (is_vma_pointer(facts, target) && node->op == OP_NONE)
		assign_pointer(walk, key, value);
	else if (key && facts_type(facts, place->type)->class == TYPE_POINTER)
		state_forget(walk->state, key);
	if (place->kind == NODE_NAME)
		sample_variable(walk, place->symbol, value,
				node->op != OP_NONE);
}

void effect_variable(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	g_autofree char *key = g_strdup_printf("s%u", node->symbol);

	words_variable(walk, index);
	together_variable(walk, index);
	if (node->first == 0) {
		state_forget(walk->state, key);
		return;
	}
	if (apply_guard(walk, index))
		return;
	if (is_vma_pointer(facts, index))
		assign_pointer(walk, key, node->first);
	else
		state_forget(walk->state, key);
	sample_variable(walk, node->symbol, node->first, false);
}

/* `vma->vm_flags & VM_MAYBE_GUARD`: one flag, spelled out. */
static bool is_atomic_mask(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));
	g_autofree char *flag = facts_flag_of_name(node->macro);

	return flag && facts_may_set_atomically(facts, flag);
}

static bool is_atomic_bit(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));
	g_autofree char *flag = NULL;

	if (node->kind != NODE_NAME)
		return false;
	flag = facts_flag_of_name(facts_symbol(facts, node->symbol)->name);
	return flag && facts_may_set_atomically(facts, flag);
}

static void test_mask(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	guint32 left = facts_node(facts, index)->first;
	guint32 right = node_child(facts, index, 1);
	guint32 owner = 0;
	bool is_indirect;

	if (facts_storage(facts, facts_without_casts(facts, left), &owner,
			  &is_indirect) == STORAGE_WORD &&
	    is_atomic_mask(facts, right))
		record_test(walk, index, owner);
}

/* vma_test() of 7.1; those of several bits are macros of others. */
static void test_bit_number(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	guint32 first = node_child(facts, index, 1);
	guint32 owner = first;

	if (!facts_tests_bit(facts, facts_callee(facts, index)))
		return;
	if (!is_vma_pointer(facts, facts_without_casts(facts, first)) &&
	    facts_points_to(facts, first, &owner) != STORAGE_BITMAP)
		return;
	if (owner && is_atomic_bit(facts, node_child(facts, index, 2)))
		record_test(walk, index, owner);
}

void effect_test(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);

	if (!facts_has_atomic_helpers(walk->facts))
		return;
	if (node->kind == NODE_BINARY && node->op == OP_AND)
		test_mask(walk, index);
	else if (node->kind == NODE_CALL)
		test_bit_number(walk, index);
}
