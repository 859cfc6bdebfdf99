// SPDX-License-Identifier: GPL-2.0-only
/* A direction chosen by what is asked for */
#include <linux/mm.h>

int area_direction(struct vm_area_struct *vma)
{
	vm_flags_t access = vma->vm_flags & (VM_READ | VM_WRITE);

	if (access == VM_READ)
		return 1;
	if ((vma->vm_flags & VM_ACCESS_FLAGS) == VM_WRITE)
		return 2;
	return 0;
}
