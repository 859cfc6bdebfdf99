// SPDX-License-Identifier: GPL-2.0-only
/* vm_flags_set() takes the lock of the VMA itself. */
/* API: const typed */
#include <linux/mm.h>

void areas_forget(struct mm_struct *mm)
{
	struct vm_area_struct *vma;
	VMA_ITERATOR(vmi, mm, 0);

	mmap_write_lock(mm);
	for_each_vma(vmi, vma) vm_flags_clear(vma, VM_SOFTDIRTY);
	mmap_write_unlock(mm);
}
