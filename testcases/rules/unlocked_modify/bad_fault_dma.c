// SPDX-License-Identifier: GPL-2.0-only
/* Memory for DMA, mapped by a fault handler. */
#include <linux/mm.h>

static vm_fault_t area_fault(struct vm_fault *vmf)
{
	/* EXPECT-NEXT-LINE: unlocked_modify */
	if (dma_mmap_coherent(0, vmf->vma, 0, 0, 4096))
		return VM_FAULT_SIGBUS;
	return VM_FAULT_NOPAGE;
}

const struct vm_operations_struct area_ops = {
	.fault = area_fault,
};
