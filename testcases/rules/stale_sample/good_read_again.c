// SPDX-License-Identifier: GPL-2.0-only
/* What was read early is replaced after the lock. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	if (flags & VM_PFNMAP)
		return;
	vma_start_write(vma);
	flags = vma->vm_flags;
	vm_flags_reset(vma, flags | VM_DONTCOPY);
}
