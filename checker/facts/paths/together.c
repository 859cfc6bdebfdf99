// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which flags of the pairs that exclude each other are set on the way: of a
 * VMA, of a descriptor of one, and of variables that become their flags. What
 * was there before is not known, and so is not told of.
 */
#include <string.h>

#include "facts/helpers.h"

#include "together.h"
#include "walk.h"

/* No path has both; a function that was entered stands where its call does. */
static bool are_apart(const struct path_walk *walk, guint32 one, guint32 other)
{
	const guint32 places[] = { other, walk->call, walk->last_call };

	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		if (one && places[i] &&
		    path_takes_one(walk->facts, one, places[i]))
			return true;
	}
	return false;
}

/* A flag that is set for the first time, and the one that excludes it. */
static void record_pair(struct path_walk *walk, guint32 index,
			const struct flag_pair *pair,
			const struct set_flag *one,
			const struct set_flag *other)
{
	const struct set_flag *earlier = one->node == index ? other : one;
	struct path_event event = {
		.kind = PATH_TOGETHER,
		.node = index,
		.function = walk->function,
		.call = walk->call,
		.name = "",
		.handler = "",
		.flags = { pair->names[0], pair->names[1] },
	};

	if (one->node != index && other->node != index)
		return; /* it was told of where they met */
	if (earlier->node != index)
		event.other_node = earlier->node;
	if (!earlier->is_certain && event.other_node &&
	    !path_lock_is_left_out(walk, earlier->node, index))
		return;
	if (!one->is_certain && !other->is_certain)
		return;
	if (one->is_wanted || other->is_wanted)
		return;
	if (are_apart(walk, event.other_node, index))
		return;
	if (facts_node(walk->facts, index)->kind == NODE_CALL)
		event.name = facts_callee_name(walk->facts, index);
	record_event(walk, event);
}

static struct set_flag *find_flag(const struct path_state *state,
				  const char *key, guint64 bit)
{
	for (guint i = 0; i < state->set_flags->len; i++) {
		struct set_flag *flag =
			&g_array_index(state->set_flags, struct set_flag, i);

		if (flag->bit == bit && strcmp(flag->key, key) == 0)
			return flag;
	}
	return NULL;
}

/* Variables are told of where they become the flags of something. */
static bool is_variable(const char *key)
{
	return key[0] == 's' && !strpbrk(key, "^.");
}

static void check_pairs(struct path_walk *walk, guint32 index, const char *key)
{
	for (guint i = 0; i < walk->pairs->len && !is_variable(key); i++) {
		const struct flag_pair *pair =
			&g_array_index(walk->pairs, struct flag_pair, i);
		const struct set_flag *one =
			find_flag(walk->state, key, pair->bits[0]);
		const struct set_flag *other =
			find_flag(walk->state, key, pair->bits[1]);

		if (one && other)
			record_pair(walk, index, pair, one, other);
	}
}

/* A value becomes, or is added to, the flags of a place. */
static void set_flags(struct path_walk *walk, guint32 index, const char *key,
		      guint32 from, bool overwrites)
{
	g_autoptr(GArray) flags = together_value(walk, from);

	if (overwrites)
		state_clear_flags(walk->state, key, G_MAXUINT64);
	for (guint i = 0; i < flags->len; i++) {
		struct set_flag flag = g_array_index(flags, struct set_flag, i);

		/* Of a variable, what counts is where it goes. */
		if (strcmp(flag.key, key) != 0)
			flag.node = index;
		flag.key = key;
		flag.is_named = true;
		state_set_flag(walk->state, flag);
	}
}

/* Of a value that is not known, every flag may be among those cleared. */
static void clear_flags(struct path_walk *walk, const char *key, guint32 from)
{
	g_autoptr(GArray) flags = together_value(walk, from);
	const struct kind *kind = facts_kind(walk->facts, from);
	guint64 bits = 0;

	for (guint i = 0; i < flags->len; i++)
		bits |= g_array_index(flags, struct set_flag, i).bit;
	if (bits == 0 && (kind->kind != KIND_MASK || !kind->has_value ||
			  facts_is_complement(walk->facts, from)))
		bits = G_MAXUINT64;
	state_clear_flags(walk->state, key, bits);
}

/*
 * A flag that the code names, and then a call that sets it where it is missing:
 * it was named for that call, as by fs/proc/vmcore.c (6.12), which maps bare
 * frames and pages. The core knows what to do with both.
 */
static void want_flag(struct path_walk *walk, struct set_flag *flag)
{
	GArray *events = walk->facts->path_events;

	if (!flag->is_named || flag->is_wanted)
		return;
	flag->is_wanted = true;
	for (guint i = 0; i < events->len; i++) {
		struct path_event *event =
			&g_array_index(events, struct path_event, i);

		if (event->kind == PATH_TOGETHER &&
		    (event->node == flag->node ||
		     event->other_node == flag->node))
			event->is_wanted = true;
	}
}

/* A call sets a flag that is not set. */
static void add_flag(struct path_walk *walk, struct set_flag flag)
{
	struct set_flag *known = find_flag(walk->state, flag.key, flag.bit);

	if (known)
		want_flag(walk, known);
	if (!known || !known->is_named)
		state_set_flag(walk->state, flag);
}

/* What a function of the tree sets by itself, by its body. */
static void set_learned(struct path_walk *walk, guint32 call, const char *key,
			const char *name)
{
	static const char *const marks[] = { "sets", "adds" };
	GHashTable *names = walk->facts->names;

	for (guint i = 0; i < walk->pairs->len * 4; i++) {
		const struct flag_pair *pair =
			&g_array_index(walk->pairs, struct flag_pair, i / 4);
		g_autofree char *mark =
			g_strdup_printf("%s:%s:%s", name, marks[i & 1],
					pair->names[i >> 1 & 1]);
		struct set_flag flag = {
			.key = key,
			.bit = pair->bits[i >> 1 & 1],
			.node = call,
			.is_certain = true,
		};

		if (!names || !g_hash_table_contains(names, mark))
			continue;
		if (i & 1)
			add_flag(walk, flag);
		else
			state_set_flag(walk->state, flag);
	}
	check_pairs(walk, call, key);
}

/*
 * dma_mmap_coherent() and the like: behind an IOMMU they insert pages, as
 * vm_insert_page() does, of memory that is mapped for the kernel; else they
 * remap frames. iommu_dma_mmap(), drivers/iommu/dma-iommu.c, 5.0 to 7.1.
 */
static bool may_insert_pages(const char *name)
{
	return strcmp(name, "dma_mmap_attrs") == 0 ||
	       strcmp(name, "dma_mmap_wc") == 0;
}

static void insert_pages(struct path_walk *walk, guint32 call, const char *key)
{
	const struct set_flag *bare =
		find_flag(walk->state, key, facts_known_bit("PFNMAP"));
	struct set_flag *mixed =
		find_flag(walk->state, key, facts_known_bit("MIXEDMAP"));
	struct set_flag added = {
		.key = key,
		.bit = facts_known_bit("MIXEDMAP"),
		.node = call,
	};

	if (mixed)
		want_flag(walk, mixed);
	else if (bare && bare->is_named && bare->is_certain)
		state_set_flag(walk->state, added);
	check_pairs(walk, call, key);
	if (!mixed)
		state_clear_flags(walk->state, key, added.bit);
}

/* remap_pfn_range() and the like, of which a tree of headers has no bodies. */
static bool sets_pfnmap(const char *name)
{
	static const char *const calls[] = { "remap_pfn_range",
					     "io_remap_pfn_range",
					     "vm_iomap_memory" };

	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++) {
		if (strcmp(calls[i], name) == 0)
			return true;
	}
	return false;
}

static void set_pfnmap(struct path_walk *walk, guint32 call, const char *key)
{
	struct set_flag flag = {
		.key = key,
		.bit = facts_known_bit("PFNMAP"),
		.node = call,
		.is_certain = true,
	};

	state_set_flag(walk->state, flag);
	check_pairs(walk, call, key);
}

static void call_helper(struct path_walk *walk, guint32 call,
			const struct flag_helper *helper, const char *key)
{
	const struct unit_facts *facts = walk->facts;

	if (helper->becomes)
		set_flags(walk, call, key,
			  node_child(facts, call, helper->becomes), true);
	if (helper->sets)
		set_flags(walk, call, key,
			  node_child(facts, call, helper->sets), false);
	if (helper->clears)
		clear_flags(walk, key, node_child(facts, call, helper->clears));
	check_pairs(walk, call, key);
}

/* The first argument that is a VMA's pointer. */
static const char *key_of_vma_argument(struct path_walk *walk, guint32 call)
{
	guint32 argument = node_child(walk->facts, call, 1);

	for (; argument; argument = facts_node(walk->facts, argument)->next) {
		guint32 index = facts_without_casts(walk->facts, argument);

		if (is_vma_pointer(walk->facts, index))
			return vma_key(walk, index);
	}
	return NULL;
}

/* A VMA that nobody has before; its flags are the fourth argument. */
static bool makes_vma(const char *name)
{
	return strcmp(name, "_install_special_mapping") == 0;
}

void together_call(struct path_walk *walk, guint32 call)
{
	const char *name = callee_symbol_name(walk->facts, call);
	struct flag_helper helper;
	const char *key = NULL;

	if (walk->pairs->len == 0 || !*name)
		return;
	if (makes_vma(name)) {
		helper = (struct flag_helper){ .becomes = 4 };
		key = keep_key(walk, g_strdup_printf("c%u", call));
		call_helper(walk, call, &helper, key);
		return;
	}
	if (facts_flag_helper(walk->facts, name, &helper)) {
		key = together_target(walk, node_child(walk->facts, call, 1));
		if (key)
			call_helper(walk, call, &helper, key);
		return;
	}
	key = key_of_vma_argument(walk, call);
	if (key && sets_pfnmap(name))
		set_pfnmap(walk, call, key);
	else if (key && may_insert_pages(name))
		insert_pages(walk, call, key);
	else if (key)
		set_learned(walk, call, key, name);
}

void together_assignment(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	guint32 target = facts_without_casts(facts, node->first);
	guint32 value = node_child(facts, index, 1);
	const char *key;

	if (walk->pairs->len == 0)
		return;
	key = together_place(walk, target);
	if (!key)
		return;
	if (node->op == OP_NONE || node->op == OP_OR)
		set_flags(walk, index, key, value, node->op == OP_NONE);
	else if (node->op == OP_AND && facts_kind(facts, value)->has_value)
		state_clear_flags(walk->state, key,
				  ~facts_kind(facts, value)->value);
	else
		state_clear_flags(walk->state, key, G_MAXUINT64);
	check_pairs(walk, index, key);
}

void together_variable(struct path_walk *walk, guint32 index)
{
	const struct node *node = facts_node(walk->facts, index);
	const char *key = keep_key(walk, g_strdup_printf("s%u", node->symbol));

	if (walk->pairs->len > 0 && node->first)
		set_flags(walk, index, key, node->first, true);
	else
		state_clear_flags(walk->state, key, G_MAXUINT64);
}

bool together_matters(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	struct flag_helper helper;
	const char *name;

	if (node->kind == NODE_ASSIGN)
		return together_descriptor(
			facts, facts_without_casts(facts, node->first));
	if (node->kind != NODE_CALL)
		return false;
	name = callee_symbol_name(facts, index);
	return makes_vma(name) || facts_flag_helper(facts, name, &helper);
}
