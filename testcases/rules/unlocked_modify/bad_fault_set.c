// SPDX-License-Identifier: GPL-2.0-only
/* A fault handler sets a flag. */
/* API: const typed */
#include <linux/mm.h>

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	vm_flags_set(vmf->vma, VM_DONTDUMP); /* EXPECT: unlocked_modify */
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct ring_ops = {
	.fault = ring_fault,
};
