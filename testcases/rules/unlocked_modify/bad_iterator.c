// SPDX-License-Identifier: GPL-2.0-only
/* Every VMA of an iterator is changed, none is locked. */
/* API: typed3 */
#include <linux/mm.h>

void areas_forget(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(vmi, mm, 0);

	mmap_write_lock(mm);
	for_each_vma(vmi, vma)
		/* EXPECT-NEXT-LINE: unlocked_modify */
		vma_clear_flags(vma, VMA_DONTCOPY_BIT);
	mmap_write_unlock(mm);
}
