// SPDX-License-Identifier: GPL-2.0-only
/* The lock is taken where the flags change, and nowhere else. */
/* API: typed3 */
#include <linux/mm.h>

void area_seal(struct mm_struct *mm, unsigned long at, bool seal)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (seal)
		vma_start_write(vma);
	vma->vm_pgoff += 0;
	if (seal)
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
	mmap_write_unlock(mm);
}

void area_mark(struct mm_struct *mm, unsigned long at, bool careful)
{
	struct vm_area_struct *vma;
	bool is_locked = false;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (careful) {
		vma_start_write(vma);
		is_locked = true;
	}
	if (!is_locked)
		goto out;
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
out:
	mmap_write_unlock(mm);
}
