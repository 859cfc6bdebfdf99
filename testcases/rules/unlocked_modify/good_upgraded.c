// SPDX-License-Identifier: GPL-2.0-only
/* Looked at under the read lock, then done again under the write lock. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, at);
	if (!vma || !(vma->vm_flags & VM_DONTCOPY)) {
		mmap_read_unlock(mm);
		return 0;
	}
	mmap_read_unlock(mm);
	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_clear(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
	return 0;
}
