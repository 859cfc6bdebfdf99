// SPDX-License-Identifier: GPL-2.0-only
/* The condition of a row is not that of its flag. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#ifdef CONFIG_MMU
#define IF_DROPPABLE(flag, name) { flag, name },
#else
#define IF_DROPPABLE(flag, name)
#endif
#define few_names            \
	{ VM_READ, "read" }, \
	IF_DROPPABLE(VM_DROPPABLE, "droppable") /* EXPECT: flag_table */ \
	{ VM_WRITE, "write" }
