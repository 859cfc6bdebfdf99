// SPDX-License-Identifier: GPL-2.0-only
/* A guard that holds the lock for writing. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;

	guard(mmap_write_lock)(mm);
	vma = find_vma(mm, at);
	if (!vma)
		return -14;
	vm_flags_set(vma, VM_DONTCOPY);
	return 0;
}
