// SPDX-License-Identifier: GPL-2.0-only
/* The VMA was inserted before it was changed. */
/* API: typed3 */
#include <linux/mm.h>

int area_create(struct mm_struct *mm, struct vma_iterator *vmi)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -12;
	mmap_read_lock(mm);
	vma_iter_bulk_store(vmi, vma);
	vma_set_flags(vma, VMA_DONTCOPY_BIT); /* EXPECT: unlocked_modify */
	mmap_read_unlock(mm);
	return 0;
}
