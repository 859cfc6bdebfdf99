// SPDX-License-Identifier: GPL-2.0-only
/* Whoever holds a write lock may read plainly. */
/* API: typed */
#include <linux/mm.h>

bool area_may_guard(struct mm_struct *mm, struct vm_area_struct *vma)
{
	bool found;

	vma_start_write(vma);
	found = vma->vm_flags & VM_MAYBE_GUARD;
	mmap_write_lock(mm);
	vma = find_vma(mm, 0);
	if (vma)
		found |= !!(vma->vm_flags & VM_MAYBE_GUARD);
	mmap_write_unlock(mm);
	return found;
}
