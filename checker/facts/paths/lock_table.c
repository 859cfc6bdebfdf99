// SPDX-License-Identifier: GPL-2.0-only
/* The tables of names; a function that is in no row has no known effect. */
#include "lock_table.h"

#include <string.h>

#include "facts/helpers.h"

/*
 * Functions that change flags on the way to something else, for trees without
 * their bodies, as distributions' packages of headers are; and those, as
 * dma_mmap_attrs(), that reach the change through a pointer. 6.1.
 */
static const char *const indirect_mutators[] = {
	"remap_pfn_range",
	"io_remap_pfn_range",
	"vm_iomap_memory",
	"remap_vmalloc_range",
	"remap_vmalloc_range_partial",
	"dma_mmap_attrs",
	"dma_mmap_coherent",
	"dma_mmap_wc",
	"dma_mmap_pages",
	"dma_mmap_noncontiguous",
};

static const struct lock_row locks[] = {
	{ "mmap_write_lock", EFFECT_MMAP_WRITE, LOCKS_ALWAYS, 0, "5.8" },
	{ "mmap_write_lock_nested", EFFECT_MMAP_WRITE, LOCKS_ALWAYS, 0, "5.8" },
	{ "mmap_write_lock_killable", EFFECT_MMAP_WRITE, LOCKS_IF_ZERO, 0,
	  "5.8" },
	{ "mmap_write_trylock", EFFECT_MMAP_WRITE, LOCKS_IF_TRUE, 0, "5.8" },
	{ "mmap_write_unlock", EFFECT_MMAP_UNLOCK, LOCKS_ALWAYS, 0, "5.8" },
	{ "mmap_write_downgrade", EFFECT_MMAP_DOWNGRADE, LOCKS_ALWAYS, 0,
	  "5.8" },
	{ "mmap_read_lock", EFFECT_MMAP_READ, LOCKS_ALWAYS, 0, "5.8" },
	{ "mmap_read_lock_killable", EFFECT_MMAP_READ, LOCKS_IF_ZERO, 0,
	  "5.8" },
	{ "mmap_read_trylock", EFFECT_MMAP_READ, LOCKS_IF_TRUE, 0, "5.8" },
	{ "mmap_read_unlock", EFFECT_MMAP_UNLOCK, LOCKS_ALWAYS, 0, "5.8" },
	{ "mmap_read_unlock_non_owner", EFFECT_MMAP_UNLOCK, LOCKS_ALWAYS, 0,
	  "5.8" },
	{ "mmap_assert_write_locked", EFFECT_MMAP_ASSERT, LOCKS_ALWAYS, 0,
	  "5.8" },
	{ "down_write", EFFECT_MMAP_WRITE, LOCKS_ALWAYS, 0, "2.6" },
	{ "down_write_nested", EFFECT_MMAP_WRITE, LOCKS_ALWAYS, 0, "2.6" },
	{ "down_write_killable", EFFECT_MMAP_WRITE, LOCKS_IF_ZERO, 0, "4.7" },
	{ "down_write_trylock", EFFECT_MMAP_WRITE, LOCKS_IF_TRUE, 0, "2.6" },
	{ "up_write", EFFECT_MMAP_UNLOCK, LOCKS_ALWAYS, 0, "2.6" },
	{ "downgrade_write", EFFECT_MMAP_DOWNGRADE, LOCKS_ALWAYS, 0, "2.6" },
	{ "down_read", EFFECT_MMAP_READ, LOCKS_ALWAYS, 0, "2.6" },
	{ "down_read_killable", EFFECT_MMAP_READ, LOCKS_IF_ZERO, 0, "4.15" },
	{ "down_read_trylock", EFFECT_MMAP_READ, LOCKS_IF_TRUE, 0, "2.6" },
	{ "up_read", EFFECT_MMAP_UNLOCK, LOCKS_ALWAYS, 0, "2.6" },
	{ "vma_start_write", EFFECT_VMA_WRITE, LOCKS_ALWAYS, 0, "6.4" },
	{ "vma_start_write_killable", EFFECT_VMA_WRITE, LOCKS_IF_ZERO, 0,
	  "7.0" },
	{ "vma_assert_write_locked", EFFECT_VMA_WRITE, LOCKS_ALWAYS, 0, "6.4" },
	{ "vma_start_read", EFFECT_VMA_READ, LOCKS_IF_TRUE, 0, "6.4" },
	{ "vma_start_read_locked", EFFECT_VMA_READ, LOCKS_IF_TRUE, 0, "6.14" },
	{ "vma_end_read", EFFECT_VMA_UNLOCK, LOCKS_ALWAYS, 0, "6.4" },
	{ "insert_vm_struct", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.1" },
	{ "vma_link", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.1" },
	{ "vma_iter_store", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.3" },
	{ "vma_iter_store_gfp", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.7" },
	{ "vma_iter_store_new", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.15" },
	{ "vma_iter_bulk_store", EFFECT_VMA_PUBLISH, LOCKS_ALWAYS, 1, "6.3" },
};

static const struct lookup_row lookups[] = {
	{ "find_vma", EFFECT_NONE, "6.1" },
	{ "find_vma_prev", EFFECT_NONE, "6.1" },
	{ "find_vma_intersection", EFFECT_NONE, "6.1" },
	{ "find_exact_vma", EFFECT_NONE, "6.1" },
	{ "find_extend_vma", EFFECT_NONE, "6.1" },
	{ "find_extend_vma_locked", EFFECT_NONE, "6.5" },
	{ "lock_mm_and_find_vma", EFFECT_MMAP_READ, "6.5" },
	{ "lock_vma_under_rcu", EFFECT_VMA_READ, "6.4" },
	{ "uffd_lock_vma", EFFECT_VMA_READ, "6.9" },
	{ "vma_lookup", EFFECT_NONE, "6.1" },
	{ "vma_find", EFFECT_NONE, "6.1" },
	{ "vma_next", EFFECT_NONE, "6.1" },
	{ "vma_prev", EFFECT_NONE, "6.1" },
	{ "vma_iter_load", EFFECT_NONE, "6.3" },
	{ "vma_iter_next_range", EFFECT_NONE, "6.5" },
	{ "vma_iter_prev_range", EFFECT_NONE, "6.5" },
	{ "vma_iter_next_rewind", EFFECT_NONE, "6.13" },
	{ "mas_find", EFFECT_NONE, "6.1" },
	{ "mas_next", EFFECT_NONE, "6.1" },
	{ "mas_prev", EFFECT_NONE, "6.1" },
	{ "mas_walk", EFFECT_NONE, "6.1" },
	{ "vma_interval_tree_iter_first", EFFECT_NONE, "6.1" },
	{ "vma_interval_tree_iter_next", EFFECT_NONE, "6.1" },
	{ "vma_modify", EFFECT_NONE, "6.11" },
	{ "vma_modify_flags", EFFECT_NONE, "6.8" },
	{ "vma_modify_flags_name", EFFECT_NONE, "6.8" },
	{ "vma_modify_flags_uffd", EFFECT_NONE, "6.8" },
	{ "vma_modify_name", EFFECT_NONE, "6.18" },
	{ "vma_modify_policy", EFFECT_NONE, "6.8" },
};

bool facts_helper_asserts(const struct unit_facts *facts, const char *name)
{
	g_autofree char *mark = g_strconcat(name, ":asserts", NULL);
	struct flag_helper helper;

	return facts_tree_has(facts, mark) ||
	       (facts_flag_helper(facts, name, &helper) && helper.is_learned &&
		helper.class == MUTATOR_ASSERTING);
}

static bool is_indirect_mutator(const struct unit_facts *facts,
				const char *name)
{
	g_autofree char *mark = g_strconcat(name, ":sets", NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(indirect_mutators); i++) {
		if (strcmp(indirect_mutators[i], name) == 0)
			return true;
	}
	return facts_tree_has(facts, mark);
}

bool mutator_of_call(const struct unit_facts *facts, const char *name,
		     struct mutator *ret_mutator)
{
	struct flag_helper helper;

	*ret_mutator = (struct mutator){ .class = MUTATOR_NONE };
	if (!*name)
		return false;
	if (facts_flag_helper(facts, name, &helper)) {
		if (helper.owner != HELPER_OF_VMA)
			return false;
		ret_mutator->class = helper.class;
		ret_mutator->overwrites = helper_overwrites(&helper);
	} else if (facts_helper_asserts(facts, name)) {
		ret_mutator->class = MUTATOR_ASSERTING;
	} else if (is_indirect_mutator(facts, name)) {
		ret_mutator->class = MUTATOR_INDIRECT;
	}
	return ret_mutator->class != MUTATOR_NONE;
}

bool shadowed_mutator(const struct unit_facts *facts, guint32 store,
		      struct mutator *ret_mutator)
{
	const struct node *node = facts_node(facts, store);

	return node->kind == NODE_ASSIGN && facts->api != FACTS_PLAIN &&
	       facts_shadows_helper(facts, store) &&
	       mutator_of_call(facts, node->macro, ret_mutator);
}

bool bitmap_mutator_of_call(const struct unit_facts *facts, const char *name,
			    struct mutator *ret_mutator)
{
	struct flag_helper helper;

	*ret_mutator = (struct mutator){ .class = MUTATOR_BARE };
	if (!facts_flag_helper(facts, name, &helper) ||
	    helper.owner != HELPER_OF_BITMAP)
		return false;
	ret_mutator->overwrites = helper_overwrites(&helper);
	return true;
}

const struct lock_row *lock_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(locks); i++) {
		if (strcmp(locks[i].name, name) == 0)
			return &locks[i];
	}
	return NULL;
}

const struct lookup_row *lookup_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(lookups); i++) {
		if (strcmp(lookups[i].name, name) == 0)
			return &lookups[i];
	}
	return NULL;
}

bool is_allocation(const char *name)
{
	return strstr(name, "alloc") != NULL ||
	       strcmp(name, "vm_area_dup") == 0;
}
