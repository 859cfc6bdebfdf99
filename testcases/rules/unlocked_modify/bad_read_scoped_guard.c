// SPDX-License-Identifier: GPL-2.0-only
/* A scoped guard that holds the lock for reading. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	scoped_guard(mmap_read_lock, mm)
	{
		struct vm_area_struct *vma = find_vma(mm, address);

		if (vma)
			/* EXPECT-NEXT-LINE: unlocked_modify */
			vm_flags_set(vma, VM_DONTCOPY);
	}
}
