// SPDX-License-Identifier: GPL-2.0-only
/* A new flag that takes the number of another one. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_NOTED 0x00004000 /* EXPECT: two_flags_one_bit: VM_IO */
