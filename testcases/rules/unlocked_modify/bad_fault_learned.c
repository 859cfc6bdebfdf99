// SPDX-License-Identifier: GPL-2.0-only
/* A function that sets flags on the way, by what the tree's mm/ says. */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: unlocked_modify */
	return map_area(vmf->vma) ? VM_FAULT_SIGBUS : VM_FAULT_NOPAGE;
}

const struct vm_operations_struct area_ops = {
	.fault = area_fault,
};
