// SPDX-License-Identifier: GPL-2.0-only
/* A second row for a bit is never printed, or hides the first. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#define VM_NO_HUGE VM_NOHUGEPAGE
static const struct trace_print_flags few_names[] = {
	{ VM_NOHUGEPAGE, "nohugepage" },
	{ VM_READ, "read" },
	{ VM_NOHUGEPAGE, "no" }, /* EXPECT: flag_table: never printed */
};
static const char few[64][3] = {
	[ilog2(VM_READ)] = "rd",
	[ilog2(VM_WRITE)] = "wr",
	[ilog2(VM_READ)] = "re", /* EXPECT: flag_table: takes the place */
};
