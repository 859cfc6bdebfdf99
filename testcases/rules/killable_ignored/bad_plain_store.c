// SPDX-License-Identifier: GPL-2.0-only
/* Before 6.3 the change is a store. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	mmap_write_lock_killable(mm);
	vma = find_vma(mm, at);
	if (vma)
		/* EXPECT-NEXT-LINE: killable_ignored, direct_write */
		vma->vm_flags |= VM_DONTCOPY;
	mmap_write_unlock(mm);
}
