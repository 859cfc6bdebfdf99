// SPDX-License-Identifier: GPL-2.0-only
/* A row for a flag that the tree has no more. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#define few_names                        \
	{ VM_READ, "read" },             \
	{ VM_DENYWRITE, "denywrite" }, /* EXPECT: flag_table: no header */ \
	{ VM_WRITE, "write" }
static const struct trace_print_flags fault_names[] = {
	{ VM_FAULT_OOM, "oom" },
	{ VM_FAULT_RETRY, "retry" },
};
