// SPDX-License-Identifier: GPL-2.0-only
/* Predicates that return bool, or a flag that fits */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_DROPPABLE;
}

int area_is_huge(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_HUGETLB;
}

int area_is_really_droppable(struct vm_area_struct *vma)
{
	return !!(vma->vm_flags & VM_DROPPABLE);
}
