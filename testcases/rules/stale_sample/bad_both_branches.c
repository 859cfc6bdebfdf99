// SPDX-License-Identifier: GPL-2.0-only
/* Read before the lock on either branch. */
/* API: typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma, bool lock)
{
	vm_flags_t flags = vma->vm_flags;

	if (lock)
		flags |= VM_DONTCOPY;
	else
		flags &= ~VM_DONTCOPY;
	vma_start_write(vma);
	vm_flags_reset(vma, flags); /* EXPECT: stale_sample */
}
