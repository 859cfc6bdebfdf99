// SPDX-License-Identifier: GPL-2.0-only
/* Other names for a bit, and a bit that architectures reuse. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_ARCH_1 0x01000000
#if defined(CONFIG_PPC64)
#define VM_SAO VM_ARCH_1
#elif defined(CONFIG_PARISC)
#define VM_UPWARDS VM_ARCH_1
#elif defined(CONFIG_SPARC64)
#define VM_ADI	      VM_ARCH_1
#define VM_ARCH_CLEAR VM_ADI
#endif
#define VM_NO_HUGE	 VM_NOHUGEPAGE
#define VM_HIGH_BIT_4	 36
#define VM_HIGH_4	 BIT(VM_HIGH_BIT_4)
#define VM_KEY_SHIFT	 VM_HIGH_BIT_4
#define VM_KEY_BIT0	 VM_HIGH_4
