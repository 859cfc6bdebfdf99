// SPDX-License-Identifier: GPL-2.0-only
/* The lock comes after the change. */
/* API: typed3 */
#include <linux/mm.h>

void areas_seal(struct mm_struct *mm)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, 0);
	if (vma) {
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_set_flags(vma, VMA_DONTCOPY_BIT);
		vma_start_write(vma);
	}
	mmap_write_unlock(mm);
}
