// SPDX-License-Identifier: GPL-2.0-only
/* The first path ends before the second begins. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, bool has_pages)
{
	if (has_pages) {
		vm_flags_set(vma, VM_MIXEDMAP);
		return 0;
	}
	return remap_pfn_range(vma, vma->vm_start, 0, 4096, vma->vm_page_prot);
}
