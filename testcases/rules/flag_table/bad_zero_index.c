// SPDX-License-Identifier: GPL-2.0-only
/* ilog2() of a mask that may be 0. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

static const char few[64][3] = {
	[ilog2(VM_READ)] = "rd",
	[ilog2(VM_DROPPABLE)] = "dp", /* EXPECT: flag_table: ilog2(0) */
	[ilog2(VM_WRITE)] = "wr",
};
