// SPDX-License-Identifier: GPL-2.0-only
/* A name twice, that of another flag, and two that are swapped. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

static const struct trace_print_flags few_names[] = {
	{ .mask = VM_READ, .name = "read" },
	{ .mask = VM_WRITE, .name = "exec" }, /* EXPECT: flag_table: VM_EXEC */
	{ .mask = VM_IO, .name = "dontcopy" }, /* EXPECT: flag_table: VM_DONTCOPY */
};
static const char few[64][3] = {
	[ilog2(VM_READ)] = "wr",
	[ilog2(VM_WRITE)] = "rd", /* EXPECT: flag_table: swapped */
	[ilog2(VM_IO)] = "io",
	[ilog2(VM_PFNMAP)] = "io", /* EXPECT: flag_table: as well as */
};
