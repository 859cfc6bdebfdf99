// SPDX-License-Identifier: GPL-2.0-only
/* A mask that is made of the number of another flag. */
/* API: typed */
/* TREE: include/linux/mm.h */

enum {
	DECLARE_VMA_BIT(NOTED, 43),
	DECLARE_VMA_BIT(PINNED, 44),
};
#define VM_NOTED  INIT_VM_FLAG(NOTED)
#define VM_PINNED INIT_VM_FLAG(NOTED) /* EXPECT: two_flags_one_bit: is 44 */
