// SPDX-License-Identifier: GPL-2.0-only
/* On the left of && a mask asks whether there is such a flag */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	return VM_DROPPABLE && (vma->vm_flags & VM_DROPPABLE);
}
