// SPDX-License-Identifier: GPL-2.0-only
/* A macro for all kernels, used for a store that takes a flag away. */
/* API: const typed */
#include <linux/mm.h>

#define set_area_flags(vma, flags) vm_flags_set(vma, flags)

int area_map(struct device *dev, struct vm_area_struct *vma, void *cpu,
	     unsigned long bus)
{
	/* EXPECT-NEXT-LINE: set_cannot_clear */
	set_area_flags(vma, vma->vm_flags & ~VM_PFNMAP);
	return dma_mmap_coherent(dev, vma, cpu, bus, 4096);
}
