// SPDX-License-Identifier: GPL-2.0-only
/* Memory that lives as long as the tree. */
#include "tree.h"

#define BLOCK_SIZE ((gsize)64 << 10)

void *kconfig_tree_allocate(struct kconfig_tree *tree, gsize size)
{
	char *block;

	size = (size + 15) & ~(gsize)15;
	g_assert(size <= BLOCK_SIZE);
	if (tree->blocks->len == 0 || tree->block_used + size > BLOCK_SIZE) {
		g_ptr_array_add(tree->blocks, g_malloc0(BLOCK_SIZE));
		tree->block_used = 0;
	}
	block = g_ptr_array_index(tree->blocks, tree->blocks->len - 1);
	block += tree->block_used;
	tree->block_used += size;
	return block;
}
