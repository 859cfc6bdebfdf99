// SPDX-License-Identifier: GPL-2.0-only
/* Each turn of the loop locks and reads its own VMA. */
/* API: typed */
#include <linux/mm.h>

void areas_lock(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	vm_flags_t flags;
	VMA_ITERATOR(vmi, mm, 0);

	mmap_write_lock(mm);
	for_each_vma(vmi, vma)
	{
		vma_start_write(vma);
		flags = vma->vm_flags & ~VM_DONTCOPY;
		vm_flags_reset(vma, flags);
	}
	mmap_write_unlock(mm);
}
