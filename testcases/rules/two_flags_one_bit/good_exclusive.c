// SPDX-License-Identifier: GPL-2.0-only
/* One bit, and never two of its flags at a time. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#ifdef CONFIG_MMU
#define VM_WATCHED 0x00000200
#else
#define VM_OVERLAID 0x00000200
#define VM_WATCHED  0
#endif
#ifdef CONFIG_ARM64_MTE
#define VM_TAGGED BIT(36)
#endif
#ifdef CONFIG_X86_USER_SHADOW_STACK
#define VM_GUARDED BIT(36)
#endif
#ifndef VM_LATE
#define VM_LATE 0x00000800
#endif
