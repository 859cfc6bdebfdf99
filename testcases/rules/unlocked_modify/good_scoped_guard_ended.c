// SPDX-License-Identifier: GPL-2.0-only
/* The scoped guard ends, the write lock follows. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long at)
{
	unsigned long end = 0;
	struct vm_area_struct *vma;

	scoped_guard(mmap_read_lock, mm)
	{
		vma = find_vma(mm, at);
		if (vma)
			end = vma->vm_end;
	}
	scoped_guard(mmap_write_lock, mm)
	{
		vma = find_vma(mm, end);
		if (vma)
			vm_flags_set(vma, VM_DONTCOPY);
	}
}
