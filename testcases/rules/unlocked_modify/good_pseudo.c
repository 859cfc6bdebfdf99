// SPDX-License-Identifier: GPL-2.0-only
/* A VMA on the stack belongs to the function. */
/* API: const typed */
#include <linux/mm.h>

void flush_range(struct vm_area_struct *vma, unsigned long start,
		 unsigned long end);

void area_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma;

	mmap_read_lock(mm);
	vma_init(&vma, mm);
	vm_flags_init(&vma, VM_HUGETLB);
	vm_flags_set(&vma, VM_SHARED);
	flush_range(&vma, start, end);
	mmap_read_unlock(mm);
}
