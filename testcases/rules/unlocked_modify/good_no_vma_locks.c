// SPDX-License-Identifier: GPL-2.0-only
/* A tree without locks of single VMAs, though a driver has its own helpers. */
/* API: plain */
#include <linux/mm.h>

/* Brought back from 6.3; it is defined in another file. */
void vm_flags_reset(struct vm_area_struct *vma, unsigned long flags);
void vm_flags_set(struct vm_area_struct *vma, unsigned long flags);

int area_unmerge(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	unsigned long flags;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	vma->vm_page_prot = vm_get_page_prot(VM_READ);
	flags = vma->vm_flags & ~VM_MERGEABLE;
	vm_flags_reset(vma, flags);
	vm_flags_set(vma, VM_IO);
	mmap_write_unlock(mm);
	return 0;
}
