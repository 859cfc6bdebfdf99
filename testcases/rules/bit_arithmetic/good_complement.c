// SPDX-License-Identifier: GPL-2.0-only
/* The complement of a mask */
/* API: typed */
#include <linux/mm.h>

void area_hide(struct vm_area_struct *vma)
{
	vm_flags_reset(vma, vma->vm_flags & ~VM_MAYREAD);
}
