// SPDX-License-Identifier: GPL-2.0-only
/* The mmap lock is dropped between the lookup and the change. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	mmap_write_unlock(mm);
	if (vma)
		/* EXPECT-NEXT-LINE: unlocked_modify: was dropped */
		vm_flags_set(vma, VM_DONTCOPY);
}
