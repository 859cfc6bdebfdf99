// SPDX-License-Identifier: GPL-2.0-only
/* On one way the variable holds what is to be added */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma, bool add)
{
	vm_flags_t flags = vma->vm_flags & ~VM_MAYWRITE;

	if (add)
		flags = VM_IO;
	vm_flags_set(vma, flags);
}
