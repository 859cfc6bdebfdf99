// SPDX-License-Identifier: GPL-2.0-only
/* The page is first; by both flags the mapping says what it holds. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, unsigned long pfn)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	if (insert_area_page(vma, vma->vm_start))
		return -1;
	return remap_pfn_range(vma, vma->vm_start + 4096, pfn, 4096,
			       vma->vm_page_prot);
}
