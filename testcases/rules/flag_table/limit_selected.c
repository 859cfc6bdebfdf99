// SPDX-License-Identifier: GPL-2.0-only
/* What Kconfig selects is not known: the row may lack its flag. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

static const char few[64][3] = {
	[ilog2(VM_READ)] = "rd",
#ifdef CONFIG_HAS_DROPPING
	[ilog2(VM_DROPPABLE)] = "dp", /* KNOWN-MISS: flag_table */
#endif
};
