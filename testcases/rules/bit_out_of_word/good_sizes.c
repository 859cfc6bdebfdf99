// SPDX-License-Identifier: GPL-2.0-only
/* Large numbers beside a VMA that are sizes, offsets and counts. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, unsigned long pfn)
{
	if (vma->vm_end - vma->vm_start > 64 * 4096 || vma->vm_pgoff >= 128)
		return -1;
	vm_flags_set(vma, VM_DONTEXPAND);
	return remap_pfn_range(vma, vma->vm_start, pfn + 64, 65 * 4096,
			       vma->vm_page_prot);
}
