// SPDX-License-Identifier: GPL-2.0-only
/* What the core set for bare frames is taken away before pages are mapped. */
/* API: const typed */
#include <linux/mm.h>

struct area {
	struct device *dev;
	void *cpu;
	unsigned long bus;
	unsigned long size;
};

int area_map(struct area *area, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_PFNMAP);
	vm_flags_clear(vma, VM_PFNMAP);
	return dma_mmap_coherent(area->dev, vma, area->cpu, area->bus,
				 area->size);
}
