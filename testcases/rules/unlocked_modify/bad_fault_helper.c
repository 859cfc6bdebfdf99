// SPDX-License-Identifier: GPL-2.0-only
/* The handler leaves the change to a function of its file. */
/* API: const typed */
#include <linux/mm.h>

static void ring_prepare(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTDUMP); /* EXPECT: unlocked_modify */
}

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	ring_prepare(vmf->vma);
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct ring_ops = {
	.fault = ring_fault,
};
