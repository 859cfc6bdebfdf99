// SPDX-License-Identifier: GPL-2.0-only
/* The path without the lock has returned. */
/* API: typed3 */
#include <linux/mm.h>

int area_keep(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	int error = -14;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (!vma)
		goto unlock;
	switch (vma->vm_pgoff) {
	case 0:
		goto unlock;
	case 1:
		vma_start_write(vma);
		break;
	default:
		mmap_write_unlock(mm);
		return -22;
	}
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
	error = 0;
unlock:
	mmap_write_unlock(mm);
	return error;
}
