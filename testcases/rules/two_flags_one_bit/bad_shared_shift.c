// SPDX-License-Identifier: GPL-2.0-only
/* The same number, written as a shift. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_NOTED_BIT 13 /* EXPECT: two_flags_one_bit: VM_LOCKED */
#define VM_NOTED     (1UL << VM_NOTED_BIT)
/* EXPECT-NEXT-LINE: two_flags_one_bit: VM_LOCKED */
#define VM_PINNED ((vm_flags_t)1 << 13)
