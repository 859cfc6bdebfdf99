// SPDX-License-Identifier: GPL-2.0-only
/* As bad_compat_macro, with one macro for each direction. */
/* API: const typed */
#include <linux/mm.h>

#define set_area_flags(vma, flags) vm_flags_set(vma, flags)
#define clear_area_flags(vma, flags) vm_flags_clear(vma, flags)

int area_map(struct device *dev, struct vm_area_struct *vma, void *cpu,
	     unsigned long bus)
{
	clear_area_flags(vma, VM_PFNMAP);
	set_area_flags(vma, VM_DONTEXPAND);
	return dma_mmap_coherent(dev, vma, cpu, bus, 4096);
}
