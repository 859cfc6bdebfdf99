// SPDX-License-Identifier: GPL-2.0-only
/* The mmap lock is taken for reading, and the flags change. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_read_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify: for reading only */
		vm_flags_set(vma, VM_DONTDUMP);
	mmap_read_unlock(mm);
	return 0;
}
