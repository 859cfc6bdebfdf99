// SPDX-License-Identifier: GPL-2.0-only
/* Each VMA of the iterator is locked in its turn. */
/* API: typed3 */
#include <linux/mm.h>

void areas_forget(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(vmi, mm, 0);

	mmap_write_lock(mm);
	for_each_vma(vmi, vma)
	{
		vma_start_write(vma);
		vma_clear_flags(vma, VMA_DONTCOPY_BIT);
	}
	mmap_write_unlock(mm);
}
