// SPDX-License-Identifier: GPL-2.0-only
/* A test */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_SHARED)
		return true;
	return !(vma->vm_flags & VM_READ);
}
