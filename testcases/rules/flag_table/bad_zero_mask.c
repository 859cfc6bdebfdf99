// SPDX-License-Identifier: GPL-2.0-only
/* A mask that is 0 in some configurations fits every value. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#define few_names                                                   \
	{ VM_READ, "read" },                                        \
	{ (unsigned long)VM_DROPPABLE, "droppable" }, /* EXPECT: flag_table: is 0 */ \
	{ VM_WRITE, "write" }
