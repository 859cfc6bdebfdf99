// SPDX-License-Identifier: GPL-2.0-only
/* The call that maps sets the other one. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma, unsigned long pfn)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	/* EXPECT-NEXT-LINE: exclusive_flags */
	return io_remap_pfn_range(vma, vma->vm_start, pfn, 4096,
				  vma->vm_page_prot);
}
