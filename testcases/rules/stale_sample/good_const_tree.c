// SPDX-License-Identifier: GPL-2.0-only
/* In a tree without atomic flags the mmap lock is enough. */
/* API: const */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags | VM_DONTCOPY;

	vma_start_write(vma);
	vm_flags_reset(vma, flags);
}
