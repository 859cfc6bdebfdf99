// SPDX-License-Identifier: GPL-2.0-only
/* Frames in front and a page behind them: the flag was set for that page. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, unsigned long pfn)
{
	int ret;

	vm_flags_set(vma, VM_MIXEDMAP | VM_DONTEXPAND);
	ret = remap_pfn_range(vma, vma->vm_start, pfn, 4096,
			      vma->vm_page_prot);
	if (ret)
		return ret;
	return insert_area_page(vma, vma->vm_start + 4096);
}
