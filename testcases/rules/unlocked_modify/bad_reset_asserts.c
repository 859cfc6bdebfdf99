// SPDX-License-Identifier: GPL-2.0-only
/* vm_flags_reset() asserts the lock and does not take it. */
/* API: const typed */
#include <linux/mm.h>

int area_lock(struct mm_struct *mm, unsigned long address, vm_flags_t flags)
{
	struct vm_area_struct *vma;

	mmap_write_lock(mm);
	vma = find_vma(mm, address);
	if (vma)
		vm_flags_reset(vma, flags); /* EXPECT: unlocked_modify */
	mmap_write_unlock(mm);
	return 0;
}
