// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler has the VMA of the fault. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	vm_flags_init(vmf->vma, VM_READ); /* EXPECT: init_on_live */
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct ring_ops = {
	.fault = ring_fault,
};
