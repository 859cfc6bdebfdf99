// SPDX-License-Identifier: GPL-2.0-only
/* Only Kconfig says that there is one of the two at a time. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#ifdef CONFIG_NOTES_A
#define VM_NOTE_A BIT(11)
#endif
#ifdef CONFIG_NOTES_B
#define VM_NOTE_B BIT(11) /* KNOWN-FALSE: two_flags_one_bit */
#endif
