// SPDX-License-Identifier: GPL-2.0-only
/* Lists and codes of all flags, each under its condition. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#ifdef CONFIG_64BIT
#define IF_DROPPABLE(flag, name) { flag, name },
#else
#define IF_DROPPABLE(flag, name)
#endif
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
	{ VM_LOCKED, "locked" }, \
	{ VM_IO, "io" }, \
	{ VM_DONTCOPY, "dontcopy" }, \
	{ VM_DONTEXPAND, "dontexpand" }, \
	{ VM_ACCOUNT, "account" }, \
	{ VM_HUGETLB, "hugetlb" }, \
	{ VM_DONTDUMP, "dontdump" }, \
	{ VM_SOFTDIRTY, "softdirty" }, \
	{ VM_MIXEDMAP, "mixedmap" }, \
	{ VM_HUGEPAGE, "hugepage" }, \
	{ VM_NOHUGEPAGE, "nohugepage" }, \
	{ VM_MERGEABLE, "mergeable" }, \
	IF_DROPPABLE(VM_DROPPABLE, "droppable")
static const char codes[64][3] = {
	[0 ... 63] = "??",
	[ilog2(VM_READ)] = "rd",
	[ilog2(VM_WRITE)] = "wr",
	[ilog2(VM_EXEC)] = "ex",
	[ilog2(VM_SHARED)] = "sh",
	[ilog2(VM_MAYREAD)] = "mr",
	[ilog2(VM_MAYWRITE)] = "mw",
	[ilog2(VM_MAYEXEC)] = "me",
	[ilog2(VM_MAYSHARE)] = "ms",
	[ilog2(VM_GROWSDOWN)] = "gd",
	[ilog2(VM_PFNMAP)] = "pf",
	[ilog2(VM_LOCKED)] = "lo",
	[ilog2(VM_IO)] = "io",
	[ilog2(VM_DONTCOPY)] = "dc",
	[ilog2(VM_DONTEXPAND)] = "de",
	[ilog2(VM_ACCOUNT)] = "ac",
	[ilog2(VM_HUGETLB)] = "ht",
	[ilog2(VM_DONTDUMP)] = "dd",
	[ilog2(VM_SOFTDIRTY)] = "sd",
	[ilog2(VM_MIXEDMAP)] = "mm",
	[ilog2(VM_HUGEPAGE)] = "hg",
	[ilog2(VM_NOHUGEPAGE)] = "nh",
	[ilog2(VM_MERGEABLE)] = "mg",
#ifdef CONFIG_64BIT
	[ilog2(VM_DROPPABLE)] = "dp",
#endif
};
