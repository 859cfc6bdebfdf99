// SPDX-License-Identifier: GPL-2.0-only
/* A test for not being 0 */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_DROPPABLE;
}

bool has_droppable(void)
{
	return VM_DROPPABLE != VM_NONE;
}

bool area_is_only_droppable(struct vm_area_struct *vma)
{
	return (vma->vm_flags & (VM_IO | VM_DROPPABLE)) == VM_DROPPABLE;
}
