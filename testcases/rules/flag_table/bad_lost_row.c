// SPDX-License-Identifier: GPL-2.0-only
/* A list of nearly all flags that lacks one. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#define vma_names \
	{ VM_READ, "read" }, \
	{ VM_WRITE, "write" }, \
	{ VM_EXEC, "exec" }, \
	{ VM_SHARED, "shared" }, \
	{ VM_MAYREAD, "mayread" }, \
	{ VM_MAYWRITE, "maywrite" }, \
	{ VM_MAYEXEC, "mayexec" }, \
	{ VM_MAYSHARE, "mayshare" }, \
	{ VM_GROWSDOWN, "growsdown" }, \
	{ VM_PFNMAP, "pfnmap" }, \
	{ VM_LOCKED, "locked" }, /* EXPECT: flag_table: VM_IO */ \
	{ VM_DONTCOPY, "dontcopy" }, \
	{ VM_DONTEXPAND, "dontexpand" }, \
	{ VM_ACCOUNT, "account" }, \
	{ VM_HUGETLB, "hugetlb" }, \
	{ VM_DONTDUMP, "dontdump" }, \
	{ VM_SOFTDIRTY, "softdirty" }, \
	{ VM_MIXEDMAP, "mixedmap" }, \
	{ VM_HUGEPAGE, "hugepage" }, \
	{ VM_NOHUGEPAGE, "nohugepage" }, \
	{ VM_MERGEABLE, "mergeable" }, /* EXPECT: flag_table: VM_DROPPABLE */
