// SPDX-License-Identifier: GPL-2.0-only
/* The lock is one for reading, and the change in a function for all files. */
/* API: const typed */
#include <linux/mm.h>

void area_apply(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: unlocked_modify */
}

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		area_apply(vma);
	mmap_read_unlock(mm);
}
