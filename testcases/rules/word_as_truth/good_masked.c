// SPDX-License-Identifier: GPL-2.0-only
/* A mask was applied, in any of the usual ways */
#include <linux/mm.h>

int area_kind(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags & (VM_READ | VM_WRITE);
	bool is_shared = vma->vm_flags & VM_SHARED;

	if (!(vma->vm_flags & VM_WRITE))
		return 1;
	if (vma->vm_flags & VM_IO || vma->vm_flags & VM_PFNMAP)
		return 2;
	if (!flags && !is_shared)
		return 3;
	return !!(vma->vm_flags & VM_LOCKED);
}
