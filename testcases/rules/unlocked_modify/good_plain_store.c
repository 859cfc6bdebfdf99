// SPDX-License-Identifier: GPL-2.0-only
/* Before 6.3, under the write lock, only direct_write has a word to say. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma && (vma->vm_flags & VM_LOCKED))
		vma->vm_pgoff = 0;
	mmap_write_unlock(mm);
}
