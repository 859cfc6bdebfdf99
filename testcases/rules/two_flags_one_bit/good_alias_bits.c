// SPDX-License-Identifier: GPL-2.0-only
/* Aliases among numbers, as 6.19 declares them. */
/* API: typed */
/* TREE: include/linux/mm.h */

enum {
	DECLARE_VMA_BIT(HIGH_ARCH_0, 32),
	DECLARE_VMA_BIT_ALIAS(KEY_BIT0, HIGH_ARCH_0),
#if defined(CONFIG_PPC32)
	DECLARE_VMA_BIT_ALIAS(NOTED, HIGH_ARCH_0),
#elif defined(CONFIG_64BIT)
	DECLARE_VMA_BIT(NOTED, 43),
#endif
};
#define VM_KEY_BIT0 INIT_VM_FLAG(KEY_BIT0)
#define VM_KEY_SHIFT ((__force int)VMA_HIGH_ARCH_0_BIT)
#if defined(CONFIG_64BIT) || defined(CONFIG_PPC32)
#define VM_NOTED INIT_VM_FLAG(NOTED)
#endif
