// SPDX-License-Identifier: GPL-2.0-only
/* A remap says all that is needed. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP | VM_IO | VM_DONTEXPAND | VM_DONTDUMP);
	return remap_pfn_range(vma, vma->vm_start, 0, 4096, vma->vm_page_prot);
}
