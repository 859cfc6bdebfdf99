// SPDX-License-Identifier: GPL-2.0-only
/* The lock is named by its semaphore. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	down_read(&mm->mmap_lock);
	vma = find_vma(mm, address);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: unlocked_modify */
	up_read(&mm->mmap_lock);
}
