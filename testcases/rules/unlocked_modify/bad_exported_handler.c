// SPDX-License-Identifier: GPL-2.0-only
/* A handler by what it takes and returns; another file names it */
#include <linux/mm.h>

vm_fault_t shared_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;

	/* EXPECT-NEXT-LINE: unlocked_modify */
	if (remap_pfn_range(vma, vma->vm_start, 7, 4096, vma->vm_page_prot))
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}
