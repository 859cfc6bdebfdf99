// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that was found and locked. */
/* API: const typed */
#include <linux/mm.h>

int area_keep(struct mm_struct *mm, unsigned long address);

int area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma) {
		vma_start_write(vma);
		vm_flags_reset(vma, vma->vm_flags | VM_DONTCOPY);
	}
	mmap_write_unlock(mm);
	return 0;
}
