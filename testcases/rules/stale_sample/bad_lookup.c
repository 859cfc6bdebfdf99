// SPDX-License-Identifier: GPL-2.0-only
/* The same on a VMA from a lookup. */
/* API: typed */
#include <linux/mm.h>

int area_lock(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	vm_flags_t flags;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma) {
		flags = vma->vm_flags & ~VM_MAYWRITE;
		vma_start_write(vma);
		vm_flags_reset(vma, flags); /* EXPECT: stale_sample */
	}
	mmap_write_unlock(mm);
	return 0;
}
