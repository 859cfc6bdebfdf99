// SPDX-License-Identifier: GPL-2.0-only
/* The flags are read, then the VMA is locked, then they are stored. */
/* API: typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags | VM_DONTCOPY;

	vma_start_write(vma);
	/* EXPECT-NEXT-LINE: stale_sample: before the VMA's lock */
	vm_flags_reset(vma, flags);
}
