// SPDX-License-Identifier: GPL-2.0-only
/* All VMAs are locked in one loop and changed in the next. */
/* API: typed3 */
#include <linux/mm.h>

void areas_forget(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(first, mm, 0);
	VMA_ITERATOR(second, mm, 0);

	mmap_write_lock(mm);
	for_each_vma(first, vma) vma_start_write(vma);
	for_each_vma(second, vma) vma_clear_flags(vma, VMA_DONTCOPY_BIT);
	mmap_write_unlock(mm);
}
