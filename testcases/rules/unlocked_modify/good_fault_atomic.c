// SPDX-License-Identifier: GPL-2.0-only
/* The flag for which a fault handler needs no write lock. */
/* API: typed2 typed3 */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	vma_set_atomic_flag(vmf->vma, VMA_MAYBE_GUARD_BIT);
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct area_ops = {
	.fault = area_fault,
};
