// SPDX-License-Identifier: GPL-2.0-only
/* The guard for reading ends with its block. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	{
		guard(mmap_read_lock)(mm);
		vma = find_vma(mm, at);
		if (!vma)
			return;
	}
	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY);
	mmap_write_unlock(mm);
}
