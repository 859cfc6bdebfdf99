// SPDX-License-Identifier: GPL-2.0-only
/* The write lock was downgraded before the change. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	mmap_write_downgrade(mm);
	if (vma)
		vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: unlocked_modify */
	mmap_read_unlock(mm);
}
