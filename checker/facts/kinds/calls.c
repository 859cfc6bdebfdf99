// SPDX-License-Identifier: GPL-2.0-only
/* Uses in calls: what a function wants, by its declaration or its name. */
#include <string.h>

#include "facts/helpers.h"

#include "uses.h"

static const struct kind *kind_at(const struct kind_search *search,
				  guint32 index)
{
	return facts_kind(search->facts, index);
}

static bool is_builtin(const char *name)
{
	return g_str_has_prefix(name, "__builtin_");
}

/* test_bit() and its like, but not bitmap_or() or xchg(). */
static bool takes_bit_number(const char *name)
{
	return is_bit_operation(name) && strstr(name, "_bit") &&
	       !strstr(name, "find_");
}

static void find_bit_number(const struct kind_search *search, guint32 call)
{
	const struct unit_facts *facts = search->facts;
	guint32 number = kind_written(facts, node_child(facts, call, 1));
	guint32 owner;
	struct flag_use use = {
		.use = USE_BIT_NUMBER,
		.wanted = KIND_BIT,
		.node = number,
		.user = call,
		.peer = node_child(facts, call, 2),
		.name = facts_callee_name(facts, call),
	};
	const struct kind *address = kind_at(search, use.peer);
	bool is_ours = facts_points_to(facts, use.peer, &owner) !=
			       STORAGE_NONE ||
		       address->kind == KIND_WORD_POINTER;

	if (number && (is_ours || kind_at(search, number)->kind == KIND_MASK ||
		       kind_at(search, number)->kind == KIND_BIT)) {
		use.bits = search->facts->word_bits;
		use.is_typed = is_ours;
		kind_add_use(search, use);
	}
}

static void find_logarithm(const struct kind_search *search, guint32 call)
{
	guint32 value = node_child(search->facts, call, 1);
	struct flag_use use = {
		.use = USE_LOGARITHM,
		.node = kind_written(search->facts, value),
		.user = call,
		.name = facts_callee_name(search->facts, call),
	};

	if (kind_at(search, value)->kind == KIND_MASK &&
	    kind_at(search, call)->kind == KIND_BIT)
		kind_add_use(search, use);
}

/* How many bits a bitmap is made of, where that is written down; or 0. */
static guint64 count_bits(const struct kind_search *search, guint32 bitmap)
{
	const struct unit_facts *facts = search->facts;
	const struct kind *count;

	if (!facts_makes_bitmap(facts, facts_callee(facts, bitmap)))
		return 0;
	count = kind_at(search, node_child(facts, bitmap, 2));
	return count->has_value ? count->value : 0;
}

/* Helpers that make sense for some masks only, by how they are called. */
static void find_mask_test(const struct kind_search *search, guint32 call,
			   const char *name)
{
	const struct unit_facts *facts = search->facts;
	guint32 mask = kind_written(facts, node_child(facts, call, 2));
	struct flag_use use = {
		.node = mask,
		.user = call,
		.name = name,
	};

	if (mask == 0 || kind_at(search, mask)->kind != KIND_BITMAP)
		return;
	if (facts_tests_all(facts, name)) {
		use.use = USE_ALL;
		kind_add_use(search, use);
	} else if (g_str_has_suffix(name, "_test_single_mask")) {
		use.use = USE_SINGLE;
		use.bits = (guint32)count_bits(search, mask);
		kind_add_use(search, use);
	}
}

void kind_find_in_call(const struct kind_search *search, guint32 index)
{
	const struct unit_facts *facts = search->facts;
	guint32 callee = facts_callee(facts, index);
	const char *name = facts_symbol(facts, callee)->name;
	guint32 argument = node_child(facts, index, 1);

	/* test_bit() is a macro that asks what is constant before it calls. */
	if (!is_builtin(name) &&
	    (takes_bit_number(name) ||
	     takes_bit_number(facts_callee_name(facts, index)))) {
		find_bit_number(search, index);
		return;
	}
	find_logarithm(search, index);
	kind_find_format(search, index);
	find_mask_test(search, index, name);
	if (is_builtin(name))
		return;
	for (guint nr = 0; argument; nr++) {
		struct kind wanted =
			kind_wanted_by_argument(search->inference, index, nr);

		kind_add_wanted(search, USE_ARGUMENT, argument, index, &wanted,
				facts_callee_name(facts, index));
		argument = facts_node(facts, argument)->next;
	}
}
