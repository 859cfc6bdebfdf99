// SPDX-License-Identifier: GPL-2.0-only
/* The tables of names; a function that is in no row has no known effect. */
#include "lock_table.h"

#include <string.h>

/*
 * vm_flags_reset() locked too until 6.5; since then it asserts only, and
 * callers say vma_start_write().
 */
static const struct mutator_row mutators[] = {
	{ "vm_flags_init", MUTATOR_INIT, true, "6.3" },
	{ "__vm_flags_mod", MUTATOR_INIT, false, "6.3" },
	{ "vm_flags_reset", MUTATOR_ASSERTING, true, "6.6" },
	{ "vm_flags_reset_once", MUTATOR_ASSERTING, true, "6.6" },
	{ "vm_flags_set", MUTATOR_LOCKING, false, "6.3" },
	{ "vm_flags_clear", MUTATOR_LOCKING, false, "6.3" },
	{ "vm_flags_mod", MUTATOR_LOCKING, false, "6.3" },
	{ "vma_set_flags_mask", MUTATOR_BARE, false, "7.0" },
	{ "vma_clear_flags_mask", MUTATOR_BARE, false, "7.1" },
	{ "vma_flags_reset_once", MUTATOR_BARE, true, "7.1" },
	{ "remap_pfn_range", MUTATOR_INDIRECT, false, "6.1" },
	{ "io_remap_pfn_range", MUTATOR_INDIRECT, false, "6.1" },
	{ "vm_iomap_memory", MUTATOR_INDIRECT, false, "6.1" },
	{ "remap_vmalloc_range", MUTATOR_INDIRECT, false, "6.1" },
	{ "remap_vmalloc_range_partial", MUTATOR_INDIRECT, false, "6.1" },
	{ "dma_mmap_attrs", MUTATOR_INDIRECT, false, "6.1" },
	{ "dma_mmap_coherent", MUTATOR_INDIRECT, false, "6.1" },
	{ "dma_mmap_wc", MUTATOR_INDIRECT, false, "6.1" },
	{ "dma_mmap_pages", MUTATOR_INDIRECT, false, "6.1" },
	{ "dma_mmap_noncontiguous", MUTATOR_INDIRECT, false, "6.1" },
};

static const struct mutator_row bitmap_mutators[] = {
	{ "vma_flag_set", MUTATOR_BARE, false, "7.0" },
	{ "vma_flags_set_flag", MUTATOR_BARE, false, "7.1" },
	{ "vma_flags_set_mask", MUTATOR_BARE, false, "7.0" },
	{ "vma_flags_clear_mask", MUTATOR_BARE, false, "7.0" },
	{ "vma_flags_clear_all", MUTATOR_BARE, true, "6.19" },
	{ "vma_flags_set_word", MUTATOR_BARE, false, "6.19" },
	{ "vma_flags_clear_word", MUTATOR_BARE, false, "6.19" },
	{ "vma_flags_overwrite_word", MUTATOR_BARE, true, "6.19" },
	{ "vma_flags_overwrite_word_once", MUTATOR_BARE, true, "6.19" },
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

const struct mutator_row *mutator_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(mutators); i++) {
		if (strcmp(mutators[i].name, name) == 0)
			return &mutators[i];
	}
	return NULL;
}

bool facts_helper_asserts(const struct unit_facts *facts, const char *name)
{
	g_autofree char *mark = g_strconcat(name, ":asserts", NULL);

	return facts_tree_has(facts, mark);
}

/*
 * remap_pfn_range() and the like stand in the table for trees without their
 * bodies, as distributions' packages of headers are, and for those, as of
 * dma_mmap_attrs(), that reach the change through a pointer.
 */
const struct mutator_row *mutator_of_tree(const struct unit_facts *facts,
					  const char *name)
{
	static const struct mutator_row indirect = { "", MUTATOR_INDIRECT,
						     false, "" };
	static const struct mutator_row asserting = { "", MUTATOR_ASSERTING,
						      false, "" };
	const struct mutator_row *row = mutator_find(name);
	g_autofree char *mark = NULL;

	if (row || !*name || !facts->names)
		return row;
	if (facts_helper_asserts(facts, name))
		return &asserting;
	mark = g_strconcat(name, ":sets", NULL);
	return g_hash_table_contains(facts->names, mark) ? &indirect : NULL;
}

const struct mutator_row *bitmap_mutator_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(bitmap_mutators); i++) {
		if (strcmp(bitmap_mutators[i].name, name) == 0)
			return &bitmap_mutators[i];
	}
	return NULL;
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
