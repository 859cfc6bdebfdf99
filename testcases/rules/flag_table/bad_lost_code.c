// SPDX-License-Identifier: GPL-2.0-only
/* A flag without a code is printed as one that nobody knows. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

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
	[ilog2(VM_LOCKED)] = "lo", /* EXPECT: flag_table: '??' */
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
