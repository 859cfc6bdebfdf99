// SPDX-License-Identifier: GPL-2.0-only
/* A new VMA is locked, linked, and changed again. */
/* API: typed3 */
#include <linux/mm.h>

int area_create(struct mm_struct *mm, struct vma_iterator *vmi)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -12;
	mmap_write_lock(mm);
	vma_start_write(vma);
	vma_iter_bulk_store(vmi, vma);
	vma_set_flags(vma, VMA_SOFTDIRTY_BIT);
	mmap_write_unlock(mm);
	return 0;
}
