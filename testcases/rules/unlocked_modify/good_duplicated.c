// SPDX-License-Identifier: GPL-2.0-only
/* A copy made on fork is changed before it is linked. */
/* API: const typed */
#include <linux/mm.h>

int area_fork(struct mm_struct *mm, struct vm_area_struct *from)
{
	struct vm_area_struct *copy;

	mmap_write_lock(mm);
	copy = vm_area_dup(from);
	if (copy) {
		copy->vm_mm = mm;
		vm_flags_clear(copy, VM_LOCKED);
	}
	mmap_write_unlock(mm);
	return copy ? 0 : -12;
}
