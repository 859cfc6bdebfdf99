// SPDX-License-Identifier: GPL-2.0-only
/* The value went through two variables and several steps. */
/* API: typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma, bool lock)
{
	vm_flags_t old = READ_ONCE(vma->vm_flags);
	vm_flags_t flags = old & ~VM_DONTCOPY;

	if (lock)
		flags |= VM_DONTCOPY;
	vma_start_write(vma);
	vm_flags_reset_once(vma, flags); /* EXPECT: stale_sample */
}
