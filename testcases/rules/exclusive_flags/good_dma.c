// SPDX-License-Identifier: GPL-2.0-only
/* Memory that is mapped for the kernel is announced as pages, on purpose. */
/* API: const typed */
#include <linux/mm.h>

struct area {
	struct device *dev;
	void *cpu;
	unsigned long bus;
	unsigned long size;
	bool is_mapped;
};

int area_map(struct area *area, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_PFNMAP | VM_DONTEXPAND);
	if (area->is_mapped)
		vm_flags_set(vma, VM_MIXEDMAP);
	return dma_mmap_coherent(area->dev, vma, area->cpu, area->bus,
				 area->size);
}
