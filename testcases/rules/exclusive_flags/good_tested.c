// SPDX-License-Identifier: GPL-2.0-only
/* A test for both, or for either of them. */
#include <linux/mm.h>

bool area_is_bare(struct vm_area_struct *vma)
{
	if ((vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP)) ==
	    (VM_PFNMAP | VM_MIXEDMAP))
		return false;
	return vma->vm_flags & (VM_IO | VM_PFNMAP | VM_MIXEDMAP);
}
