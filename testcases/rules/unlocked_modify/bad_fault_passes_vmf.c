// SPDX-License-Identifier: GPL-2.0-only
/* The function of the file gets the whole fault. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t ring_map(struct vm_fault *vmf)
{
	vm_flags_clear(vmf->vma, VM_MAYWRITE); /* EXPECT: unlocked_modify */
	return VM_FAULT_NOPAGE;
}

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	return ring_map(vmf);
}

const struct vm_operations_struct ring_ops = {
	.fault = ring_fault,
};
