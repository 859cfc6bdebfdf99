// SPDX-License-Identifier: GPL-2.0-only
/* The halves of an #if that do not exclude each other. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#if defined(CONFIG_64BIT) || defined(CONFIG_PPC32)
#define VM_NOTED BIT(11)
#endif
#ifdef CONFIG_PPC
#define VM_PINNED BIT(11) /* EXPECT: two_flags_one_bit: VM_NOTED */
#endif
