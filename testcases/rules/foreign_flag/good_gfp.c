// SPDX-License-Identifier: GPL-2.0-only
/* A constant of allocations passed for one */
#include <linux/mm.h>

void *area_copy(struct vm_area_struct *vma)
{
	gfp_t gfp = vma->vm_flags & VM_IO ? GFP_KERNEL : 0;

	return kmalloc(64, gfp | GFP_KERNEL);
}
