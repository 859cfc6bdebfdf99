// SPDX-License-Identifier: GPL-2.0-only
/* Compared in parentheses; and a comparison beside a mask is no operand of & */
#include <linux/mm.h>

bool area_is_private(struct vm_area_struct *vma, unsigned long count)
{
	return (vma->vm_flags & (VM_SHARED | VM_WRITE)) == VM_WRITE &&
	       (vma->vm_flags & VM_READ) != 0 && count == 1;
}
