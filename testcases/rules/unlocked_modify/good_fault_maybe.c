// SPDX-License-Identifier: GPL-2.0-only
/* What sets flags only where it is asked to, and where none is set yet. */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	if (map_area_maybe(vmf->vma, false))
		return VM_FAULT_SIGBUS;
	if (insert_area_page(vmf->vma, vmf->address))
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct area_ops = {
	.fault = area_fault,
};
