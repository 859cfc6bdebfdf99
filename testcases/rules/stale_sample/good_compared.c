// SPDX-License-Identifier: GPL-2.0-only
/* What was read early is only compared. */
/* API: const typed */
#include <linux/mm.h>

int area_lock(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_t old = vma->vm_flags;

	if (flags == old)
		return 0;
	vma_start_write(vma);
	vm_flags_reset(vma, flags);
	return old & VM_LOCKED ? 1 : 0;
}
