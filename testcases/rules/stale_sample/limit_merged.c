// SPDX-License-Identifier: GPL-2.0-only
/* The VMA that is locked is the one that a merge gave back. */
/* API: typed */
#include <linux/mm.h>

struct vm_area_struct *area_split(struct vm_area_struct *vma);

int area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags | VM_DONTCOPY;

	vma = area_split(vma);
	if (!vma)
		return -12;
	vma_start_write(vma);
	vm_flags_reset(vma, flags); /* KNOWN-MISS: stale_sample */
	return 0;
}
