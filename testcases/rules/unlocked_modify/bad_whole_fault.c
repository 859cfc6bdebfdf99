// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap is replaced where a page is missing. */
/* API: typed2 typed3 */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	vmf->vma->flags = EMPTY_VMA_FLAGS; /* EXPECT: unlocked_modify */
	return 0;
}

const struct vm_operations_struct area_ops = {
	.fault = area_fault,
};
