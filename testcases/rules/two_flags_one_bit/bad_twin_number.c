// SPDX-License-Identifier: GPL-2.0-only
/* A mask that does not take its own number. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_NOTED_BIT 43
#define VM_NOTED     BIT(44) /* EXPECT: two_flags_one_bit: VM_NOTED_BIT is 43 */
