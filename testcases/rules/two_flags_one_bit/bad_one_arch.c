// SPDX-License-Identifier: GPL-2.0-only
/* Two uses of a bit that is reused, on one architecture. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_HIGH_ARCH_4 BIT(36)
#ifdef CONFIG_ARM64_MTE
#define VM_MTE VM_HIGH_ARCH_4
#else
#define VM_MTE VM_NONE
#endif
#ifdef CONFIG_ARM64_GCS
#define VM_GUARDED VM_HIGH_ARCH_4 /* EXPECT: two_flags_one_bit: VM_MTE */
#else
#define VM_GUARDED VM_NONE
#endif
