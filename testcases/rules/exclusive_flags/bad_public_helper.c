// SPDX-License-Identifier: GPL-2.0-only
/* A helper for all files sets the other one. */
/* API: const typed */
#include <linux/mm.h>

void area_prepare(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: exclusive_flags */
	vm_flags_set(vma, VM_PFNMAP | VM_DONTDUMP);
}

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	area_prepare(vma);
}
