// SPDX-License-Identifier: GPL-2.0-only
/* The lock was held all the time. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags;

	vma_assert_write_locked(vma);
	flags = vma->vm_flags | VM_DONTCOPY;
	vma_start_write(vma);
	vm_flags_reset(vma, flags);
}
