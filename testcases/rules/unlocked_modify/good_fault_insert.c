// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler that maps one page and changes no flag. */
#include <linux/mm.h>

static vm_fault_t bar_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;

	if (!(vma->vm_flags & VM_PFNMAP))
		return VM_FAULT_SIGBUS;
	return vmf_insert_pfn(vma, vmf->address, 7);
}

const struct vm_operations_struct bar_ops = {
	.fault = bar_fault,
};
