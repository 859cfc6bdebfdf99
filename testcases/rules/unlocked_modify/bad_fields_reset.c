// SPDX-License-Identifier: GPL-2.0-only
/* Fields change, then a reset that only asserts. */
/* API: const typed */
#include <linux/mm.h>

int area_lock(struct mm_struct *mm, unsigned long address, vm_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	vma->vm_pgoff = 0;
	vm_flags_reset_once(vma, flags); /* EXPECT: unlocked_modify */
	mmap_write_unlock(mm);
	return 0;
}
