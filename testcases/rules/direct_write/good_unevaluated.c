// SPDX-License-Identifier: GPL-2.0-only
/* Operands that are never evaluated. */
#include <linux/mm.h>

unsigned long flags_size(struct vm_area_struct *vma)
{
	typeof(vma->vm_pgoff) size = sizeof(vma->vm_flags);

	size += sizeof(((struct vm_area_struct *)0)->vm_flags);
	return size + offsetof(struct vm_area_struct, vm_flags);
}
