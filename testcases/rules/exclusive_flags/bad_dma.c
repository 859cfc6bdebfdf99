// SPDX-License-Identifier: GPL-2.0-only
/* Behind an IOMMU, pages are inserted where only frames were announced. */
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
	vm_flags_set(vma, VM_IO | VM_PFNMAP | VM_DONTEXPAND);
	/* EXPECT-NEXT-LINE: exclusive_flags */
	return dma_mmap_coherent(area->dev, vma, area->cpu,
				 area->bus, area->size);
}
