// SPDX-License-Identifier: GPL-2.0-only
/* The flag for pages comes with the first of them, and frames follow. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, unsigned long pfn)
{
	vm_flags_set(vma, VM_DONTEXPAND);
	if (insert_area_page(vma, vma->vm_start))
		return -1;
	/* EXPECT-NEXT-LINE: exclusive_flags */
	return remap_pfn_range(vma, vma->vm_start + 4096, pfn, 4096,
			       vma->vm_page_prot);
}
