// SPDX-License-Identifier: GPL-2.0-only
/* A predicate that returns int loses the flag it asks for */
#include <linux/mm.h>

int area_is_droppable(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_DROPPABLE; /* EXPECT: flag_truncation */
}
