// SPDX-License-Identifier: GPL-2.0-only
/* Another variable has it. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_t seen = VM_LOCKED;
	vm_flags_t flags = VM_IO;

	if (vma->vm_flags & seen)
		return;
	vm_flags_set(vma, flags);
}
