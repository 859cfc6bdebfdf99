// SPDX-License-Identifier: GPL-2.0-only
/* A file that names no flag at all */
#include <linux/mm.h>

static vm_fault_t bar_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;

	/* EXPECT-NEXT-LINE: unlocked_modify */
	if (io_remap_pfn_range(vma, vma->vm_start, 7, 4096, vma->vm_page_prot))
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct bar_ops = {
	.fault = bar_fault,
};
