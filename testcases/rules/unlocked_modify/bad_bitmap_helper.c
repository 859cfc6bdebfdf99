// SPDX-License-Identifier: GPL-2.0-only
/* The helper of the bitmap is given the bitmap of the VMA. */
/* API: typed3 */
#include <linux/mm.h>

void area_clear(struct mm_struct *mm, unsigned long at, vma_flags_t mask)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_flags_clear_mask(&vma->flags, mask);
	mmap_write_unlock(mm);
}
