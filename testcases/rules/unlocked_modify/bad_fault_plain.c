// SPDX-License-Identifier: GPL-2.0-only
/* Before 6.3 the store itself is the change. */
/* API: plain */
#include <linux/mm.h>

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: direct_write, unlocked_modify */
	vmf->vma->vm_flags |= VM_DONTDUMP;
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct ring_ops = {
	.fault = ring_fault,
};
