// SPDX-License-Identifier: GPL-2.0-only
/* A guard that holds the lock for reading. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma;

	guard(mmap_read_lock)(mm);
	vma = find_vma(mm, address);
	if (!vma)
		return -14;
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT: unlocked_modify */
	return 0;
}
