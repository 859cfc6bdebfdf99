// SPDX-License-Identifier: GPL-2.0-only
/* One test of both flags, in each way */
#include <linux/mm.h>

int area_kind(struct vm_area_struct *vma)
{
	if (vma->vm_flags & (VM_IO | VM_PFNMAP))
		return 1;
	if ((vma->vm_flags & (VM_WRITE | VM_SHARED)) == (VM_WRITE | VM_SHARED))
		return 2;
	return 0;
}
